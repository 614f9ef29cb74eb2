import { appendFileSync } from "node:fs";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { describeError } from "../../../src/errors.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** the folder where this run's tests write what was logged */
    logJournal: string;
  }
}

/** Where something was logged. */
export type Source = "console" | "stdout" | "stderr" | "onError" | "child process";

/** One line of a journal: what was logged, by which test. Without a text: a file whose tests are watched. */
export interface Entry {
  file: string;
  test: string;
  source: Source;
  text: string | null;
}

/** Written at once: nothing is lost when the process of a test dies. */
export function record(source: Source, text: string | null): void {
  const { testPath = "", currentTestName = "" } = expect.getState();
  const entry: Entry = { file: testPath, test: currentTestName, source, text };
  appendFileSync(join(inject("logJournal"), `${process.pid}.jsonl`), `${JSON.stringify(entry)}\n`);
}

/** An `onError` for tests: as in production the error becomes a line of the log. */
export function recordError(error: unknown): void {
  record("onError", describeError(error));
}

/** The same, keeping the errors for the test. */
export function collectErrors(): { errors: unknown[]; onError: (error: unknown) => void } {
  const errors: unknown[] = [];
  return {
    errors,
    onError: (error) => {
      recordError(error);
      errors.push(error);
    },
  };
}

/** Everything a child writes to its pipes. */
export function recordOutput<Child extends ChildProcess>(child: Child): Child {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    // Pieces end anywhere, also within a letter.
    stream?.setEncoding("utf8");
    stream?.on("data", (piece: string) => {
      const whole = (rest + piece).lastIndexOf("\n") + 1;
      if (whole > 0) record("child process", (rest + piece).slice(0, whole));
      rest = (rest + piece).slice(whole);
    });
    stream?.once("close", () => {
      if (rest !== "") record("child process", rest);
    });
  }
  return child;
}
