import { fork, spawn, type ChildProcess } from "node:child_process";
import { compiled } from "./compiled.ts";
import { recordOutput } from "./log-scan/journal.ts";

/** Starts a TypeScript file beside this one as a process of its own. */
export async function runScript(name: string, ...args: readonly string[]): Promise<ChildProcess> {
  return recordOutput(
    spawn(process.execPath, [await compiled(`test/support/${name}`), ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
}

/** The same for one that takes messages; what it complains of is shown. */
export async function forkScript(name: string): Promise<ChildProcess> {
  const child = fork(await compiled(`test/support/${name}`), {
    execArgv: [],
    serialization: "advanced",
    silent: true,
  });
  recordOutput(child).stderr?.on("data", (piece: string) => process.stderr.write(piece));
  return child;
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
