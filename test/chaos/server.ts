import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DatabasePlace } from "../../src/adapters/prisma/client.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const clock = fileURLToPath(new URL("shifted-clock.js", import.meta.url));
const program = join(repository, "dist", "main.js");
/** as `npm start` runs it */
const PRODUCTION = ["--optimize-for-size", "--liftoff-only", "--import", clock, program];
const CONTROL = [
  "--import",
  clock,
  "--import",
  "tsx",
  fileURLToPath(new URL("without-dedupe.ts", import.meta.url)),
];

const LONGEST_START_MS = 60_000;
/** the clock that a run begins with: a working day whose night is far */
export const FIRST_MOMENT = new Date("2026-11-25T07:05:00+07:00");

/** The service as a process of its own, on one database, killed and started again. */
export interface Server {
  /** of the process that runs; waits while there is none */
  url(): Promise<string>;
  /** undefined while there is none */
  pid(): number | undefined;
  start(): Promise<void>;
  /** kill -9; returns when the process is gone */
  kill(): Promise<void>;
  /** as if nothing had run for so long: the next start finds the clock ahead */
  letPass(ms: number): void;
  now(): Date;
  /** how often it ended although nobody killed it */
  crashes(): number;
  /** what was written to stderr, all lives together */
  complaints(): readonly string[];
}

export function isBuilt(): boolean {
  return existsSync(program);
}

export function createServer(place: DatabasePlace, noDedupe: boolean): Server {
  let ahead = FIRST_MOMENT.getTime() - Date.now();
  let child: ChildProcess | null = null;
  let listening: string | null = null;
  let waiting: ((url: string) => void)[] = [];
  const complaints: string[] = [];
  let crashes = 0;
  process.once("exit", () => child?.kill("SIGKILL"));

  return {
    url: () =>
      listening === null ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(listening),
    pid: () => child?.pid,
    now: () => new Date(Date.now() + ahead),
    letPass(ms) {
      ahead += ms;
    },
    crashes: () => crashes,
    complaints: () => complaints,
    async start() {
      const started = spawn(process.execPath, noDedupe ? CONTROL : PRODUCTION, {
        cwd: repository,
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...surroundings(place), CHAOS_CLOCK_AHEAD_MS: String(ahead) },
      });
      child = started;
      started.once("exit", () => {
        if (child === started) crashes += 1;
      });
      started.stderr.on("data", (data: Buffer) => complaints.push(...data.toString().trim().split("\n")));
      const url = await address(started, complaints);
      // Killed while it was starting: whoever waits, waits for the next.
      if (child !== started) return;
      listening = url;
      for (const tell of waiting) tell(url);
      waiting = [];
    },
    async kill() {
      const dying = child;
      child = null;
      listening = null;
      if (dying?.exitCode !== null) return;
      const gone = new Promise((resolve) => dying.once("exit", resolve));
      dying.kill("SIGKILL");
      await gone;
    },
  };
}

/** Nothing of the surroundings but what a program needs to run: no settings of a developer's shell. */
function surroundings(place: DatabasePlace): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    ...{ PATH, HOME, TMPDIR },
    HOST: "127.0.0.1",
    PORT: "0",
    CHAT_PER_MINUTE: "1000000",
    ADDRESS_PER_MINUTE: "1000000",
    ...("url" in place ? { DATABASE_URL: place.url } : { DATA_DIR: place.dataFolder }),
  };
}

/** The address that the service prints once it listens. */
function address(started: ChildProcess, complaints: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => {
      reject(new Error(`the server did not start: ${complaints.slice(-5).join("\n")}`));
    }, LONGEST_START_MS);
    started.stdout?.on("data", (data: Buffer) => {
      said += data.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    started.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended (${code ?? "killed"}): ${complaints.slice(-5).join("\n")}`));
    });
  });
}
