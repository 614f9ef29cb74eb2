import { fork, type ChildProcess } from "node:child_process";
import { expect } from "vitest";
import type { DatabasePlace } from "../../../src/adapters/prisma/client.ts";
import type { ChannelSettings } from "../../../src/channel-config.ts";
import { compiled } from "../compiled.ts";
import { recordOutput } from "../log-scan/journal.ts";
import type { Mistake, News, Order, Window } from "./orders.ts";

const PROGRAM = await compiled("test/support/crash/program.ts");

/** The machine may be busy with other tests. */
export const PATIENCE = { timeout: 60_000, interval: 20 };

export interface Service {
  /** Puts it to work; resolves once every channel is connected. */
  start(parts: ServiceParts): Promise<void>;
  /** from the next message on it gets no further than there */
  arm(window: Window): Promise<void>;
  /** resolves when it got there */
  reached(): Promise<void>;
  letPass(ms: number): void;
  /** kill -9; returns when the process is gone */
  kill(): Promise<void>;
}

interface ServiceParts {
  place: DatabasePlace;
  /** made once it is known where the service listens */
  channels: (url: string) => ChannelSettings;
  mistake: Mistake | null;
}

/** A process that will be the service; it does nothing before it is started. */
export function forkService(): Service {
  const child = recordOutput(fork(PROGRAM, { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] }));
  const complaints: string[] = [];
  child.stderr?.on("data", (data: Buffer) => complaints.push(data.toString()));
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => {
      resolve();
    });
  });
  const listening = newsOf(child, "listening", complaints);
  const armed = newsOf(child, "armed", complaints);
  const reached = newsOf(child, "reached", complaints);
  // Not all of them are waited for.
  for (const news of [listening, armed, reached]) news.catch(() => undefined);
  const order = (one: Order) => child.send(one);
  return {
    async start({ place, channels, mistake }) {
      const { url } = await listening;
      order({ kind: "start", place, channels: channels(url), mistake });
      await expect.poll(() => notReady(url), PATIENCE).toEqual([]);
    },
    async arm(window) {
      order({ kind: "arm", window });
      await armed;
    },
    letPass(ms) {
      order({ kind: "let_pass", ms });
    },
    async reached() {
      await reached;
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Rejects when the process ends before it tells. */
function newsOf<K extends News["kind"]>(
  child: ChildProcess,
  kind: K,
  complaints: readonly string[],
): Promise<Extract<News, { kind: K }>> {
  return new Promise((resolve, reject) => {
    child.on("message", (told: News) => {
      if (isOf(told, kind)) resolve(told);
    });
    child.once("exit", (code) => {
      reject(new Error(`the service ended (${code ?? "killed"}): ${complaints.join("").slice(-2_000)}`));
    });
  });
}

function isOf<K extends News["kind"]>(told: News, kind: K): told is Extract<News, { kind: K }> {
  return told.kind === kind;
}

interface Ready {
  channels: { channel: string; accounts: { state: string; why: string | null }[] }[];
}

/** What is not connected yet, and why. */
async function notReady(url: string): Promise<readonly unknown[]> {
  const response = await fetch(`${url}/readyz`);
  if (!response.ok) return [response.status];
  const { channels } = (await response.json()) as Ready;
  return channels.flatMap(({ accounts }) => accounts.filter(({ state }) => state !== "ok"));
}
