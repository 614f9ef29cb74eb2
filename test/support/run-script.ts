import { fork, spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { recordOutput } from "./log-scan/journal.ts";

/** Starts a TypeScript file beside this one as a process of its own. */
export function runScript(name: string, ...args: readonly string[]): ChildProcess {
  return recordOutput(
    spawn(process.execPath, ["--import", "tsx", fileOf(name), ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
}

/** The same for one that takes messages; what it complains of is shown. */
export function forkScript(name: string): ChildProcess {
  const child = fork(fileOf(name), {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    silent: true,
  });
  recordOutput(child).stderr?.on("data", (piece: string) => process.stderr.write(piece));
  return child;
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr?.on("data", (data: Buffer) => (stderr += data.toString()));
  return new Promise((resolve) => {
    child.once("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}
