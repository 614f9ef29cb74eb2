import { spawn } from "node:child_process";
import { afterEach, describe, expect, it, vi } from "vitest";
import { OperatorError } from "../../../src/errors.ts";
import { logEnd, logError, logNotice } from "../../../src/log.ts";
import { canaries } from "../../support/canaries.ts";
import { repository } from "../../support/knowledge.ts";
import { recordOutput } from "../../support/log-scan/journal.ts";
import { ended } from "../../support/run-script.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function printedBy(work: () => void): string[] {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((...parts: unknown[]) => void lines.push(parts.join(" ")));
  work();
  return lines;
}

describe("the log", () => {
  it("is one line a happening: when, how bad, what", () => {
    const lines = printedBy(() => {
      logNotice("data request 7 was due");
      logError(new OperatorError("the store\nis away"));
      logError(new TypeError(canaries.sentence));
    });
    const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /;
    expect(lines.map((line) => line.replace(time, ""))).toEqual([
      "notice data request 7 was due",
      "error the store is away",
      expect.stringMatching(/^error TypeError at .+log\.test\.ts:\d+\)?( < .+)?$/),
    ]);
  });

  it("says plainly what whoever started a command can put right, and the rest as a line", () => {
    const file = Object.assign(new Error("EACCES: denied, open '/srv/secret.key'"), {
      code: "EACCES",
      syscall: "open",
    });
    const lines = printedBy(() => {
      for (const error of [new OperatorError("PORT=1:\nnot allowed"), file, new Error(canaries.sentence)])
        logEnd(error);
    });
    expect(lines).toEqual(["PORT=1:\nnot allowed", file.message, expect.stringMatching(/Z error Error at /)]);
  });

  it.each([
    ["thrown", `setTimeout(() => { throw new Error(words); })`],
    ["rejected", `void Promise.reject(new Error(words))`],
  ])("is all that is left of an error that nobody caught: %s", async (_how, ends) => {
    const program = `
      import { logCrashes } from "./src/log.ts";
      const words = process.env.WORDS;
      logCrashes();
      setInterval(() => undefined, 1000);
      ${ends}`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
      cwd: repository,
      env: { ...process.env, WORDS: canaries.sentence },
    });
    const { code, stderr } = await ended(recordOutput(child));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\S+Z error Error[^\n]*\n$/);
  });
});
