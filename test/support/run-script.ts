import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Starts a TypeScript file beside this one as a process of its own. */
export function runScript(name: string, ...args: readonly string[]): ChildProcess {
  const file = fileURLToPath(new URL(name, import.meta.url));
  return spawn(process.execPath, ["--import", "tsx", file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
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
