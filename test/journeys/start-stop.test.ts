import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { compiled } from "../support/compiled.ts";
import { repository, shippedKnowledge, storeFolder } from "../support/knowledge.ts";
import { recordOutput } from "../support/log-scan/journal.ts";

interface Started {
  process: ChildProcess;
  output(): string;
  mistakes(): string;
  ended: Promise<number | null>;
}

const program = await compiled("src/main.ts");

let running: Started[] = [];
let folders: string[] = [];

function start(env: Readonly<Record<string, string>>): Started {
  const dataFolder = mkdtempSync(join(tmpdir(), "nscl-start-"));
  folders.push(dataFolder);
  const child = spawn(process.execPath, [program], {
    cwd: repository,
    env: { ...process.env, PORT: "0", INDEX_DIR: storeFolder, DATA_DIR: dataFolder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  recordOutput(child);
  let output = "";
  let mistakes = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (mistakes += chunk.toString()));
  const started: Started = {
    process: child,
    output: () => output,
    mistakes: () => mistakes,
    ended: new Promise((resolve) => child.once("close", resolve)),
  };
  running.push(started);
  return started;
}

async function addressOf(started: Started): Promise<string> {
  await expect.poll(() => started.output(), { timeout: 15_000 }).toContain("http://");
  return /http:\S+/.exec(started.output())?.[0] ?? "";
}

describe("starting and stopping", { timeout: 30_000 }, () => {
  beforeAll(shippedKnowledge, 60_000);
  afterEach(async () => {
    for (const { process: child } of running) child.kill("SIGKILL");
    await Promise.all(running.map(({ ended }) => ended));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    running = [];
    folders = [];
  });

  it("given a free port, when started, then one line says where it is and it answers there", async () => {
    const started = start({});
    const address = await addressOf(started);
    expect(started.output()).toMatch(/^Trợ lý NSCL: http:\/\/127\.0\.0\.1:\d+.*\n/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it("given a new database, when started, then a one-time link leads to the first admin's page", async () => {
    const started = start({});
    await addressOf(started);
    await expect.poll(() => started.output(), { timeout: 15_000 }).toContain("/can-bo/lien-ket/");
    const [, link = ""] = /(http:\S+\/can-bo\/lien-ket\/[\w-]{43})\n/.exec(started.output()) ?? [];
    const page = await fetch(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Thiết lập lần đầu");
    const throughProxy = await fetch(link, { headers: { "X-Forwarded-For": "203.0.113.7" } });
    expect(throughProxy.status).toBe(403);
  });

  it.skipIf(process.platform === "win32")(
    "given a running service, when it is told to stop, then it ends well",
    async () => {
      const started = start({});
      await fetch(await addressOf(started));
      started.process.kill("SIGTERM");
      expect(await started.ended).toBe(0);
    },
  );

  it.skipIf(process.platform === "win32")(
    "given a question on its way in, when the service is told to stop, then it is answered first",
    async () => {
      const started = start({});
      const address = await addressOf(started);
      const asking = request(`${address}/`, {
        method: "POST",
        headers: {
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": 11,
          Expect: "100-continue",
        },
      });
      asking.flushHeaders();
      // "Continue" tells that the service has the request in hand.
      await once(asking, "continue");
      started.process.kill("SIGTERM");
      await expect.poll(() => fetch(address).catch(() => "refused")).toBe("refused");
      asking.end("text=ma+so?");
      const [response] = (await once(asking, "response")) as [IncomingMessage];
      expect(response.statusCode).toBe(303);
      expect(await started.ended).toBe(0);
    },
  );

  it("given a port in use, when started, then one clear line says so", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const port = String((other.address() as AddressInfo).port);
    const started = start({ PORT: port });
    expect(await started.ended).toBe(1);
    expect(started.mistakes()).toBe(
      `PORT=${port}: already in use on 127.0.0.1; stop the other program or set another PORT\n`,
    );
    other.close();
  });

  it("given settings that make no sense, when started, then each is named", async () => {
    const started = start({ PORT: "ba nghìn" });
    expect(await started.ended).toBe(1);
    expect(started.mistakes()).toContain('PORT="ba nghìn": expected a port');
  });

  it("given no knowledge, when started, then it says which folder is missing", async () => {
    const started = start({ KNOWLEDGE_DIR: join(repository, "khong-co") });
    expect(await started.ended).toBe(1);
    expect(started.mistakes()).toMatch(/^KNOWLEDGE_DIR=.*khong-co.*cannot be read.*\n$/);
  });
});
