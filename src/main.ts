import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { openPublication } from "./adapters/files/publication-store.ts";
import { readCommunes } from "./adapters/files/communes-file.ts";
import { readWorkingCalendar } from "./adapters/files/working-calendar-file.ts";
import { openDatabase, type Database } from "./adapters/prisma/client.ts";
import { createSeal } from "./adapters/prisma/sealed.ts";
import { lastingSecret } from "./adapters/prisma/secrets.ts";
import type { Knowledge } from "./answer/create.ts";
import { loadChannels } from "./channels.ts";
import { createApp } from "./app.ts";
import { parseConfig, type Config } from "./config.ts";
import { consoleSecret, sealingKey } from "./sealing-key.ts";
import { setUpInWords } from "./set-up-link.ts";
import { isSystemError, OperatorError } from "./errors.ts";
import { installationFolders } from "./installation.ts";
import { logCrashes, logEnd, logNotice } from "./log.ts";

/** Warming up keeps the process busy for a moment; whoever waits for the start is served first. */
const BEFORE_WARMING_UP_MS = 500;

/** A browser that never lets go must not keep a stopped service alive. */
const LONGEST_FAREWELL_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig();
  const [knowledge, communes, calendar, database] = await Promise.all([
    openKnowledge(config),
    readCommunes(config.knowledgeFolder),
    readWorkingCalendar(config.knowledgeFolder),
    openDatabase(config.database),
  ]);
  const secret = await lastingSecret(database, "web.secret");
  const channels = await loadChannels(config.channels);
  const seal = createSeal(await sealingKey(config));
  const { web, warmUp, run } = createApp(config, {
    knowledge,
    communes,
    calendar,
    database,
    secret,
    consoleSecret: await consoleSecret(config, database),
    channels,
    seal,
  });
  const answer = getRequestListener(web.fetch);
  const server = createServer((request, response) => void answer(request, response));
  const { port } = await listen(server, config);
  process.stdout.write(`Trợ lý NSCL: ${addressInWords(config.host, port)} (Ctrl+C để dừng)\n`);
  const setUp = await setUpInWords(database, setUpAddress(config, port));
  if (setUp !== null) process.stdout.write(setUp);
  setTimeout(warmUp, BEFORE_WARMING_UP_MS).unref();
  const stopping = new AbortController();
  const running = run(stopping.signal);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stopping.abort();
      void stop(server, running, database);
    });
  }
}

function readConfig(): Config {
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  if (!parsed.ok) throw new OperatorError(parsed.mistakes.join("\n"));
  return parsed.config;
}

async function openKnowledge({ knowledgeFolder, storeFolder }: Config): Promise<Knowledge> {
  try {
    const { publication, problems } = await openPublication(knowledgeFolder, storeFolder, logNotice);
    for (const { file, problem } of problems) logNotice(`knowledge/${file}: ${problem}`);
    return publication;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new OperatorError(
      `KNOWLEDGE_DIR=${JSON.stringify(knowledgeFolder)}: cannot be read (${error.message})`,
    );
  }
}

function listen(server: Server, { host, port }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new OperatorError(whyNotListening(error, host, port)));
    });
    server.listen(port, host, () => {
      resolve(server.address() as AddressInfo);
    });
  });
}

function whyNotListening(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === "EADDRINUSE") {
    return `PORT=${port}: already in use on ${host}; stop the other program or set another PORT`;
  }
  if (error.code === "EACCES") return `PORT=${port}: not allowed for this user; set a PORT from 1024 on`;
  return `HOST=${JSON.stringify(host)}: cannot listen there (${error.message})`;
}

/** Requests, turns and messages in hand are finished; no new ones are taken. */
async function stop(server: Server, running: Promise<void>, database: Database): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // A connection that falls idle after its last answer would be kept open for another question.
  setInterval(() => {
    server.closeIdleConnections();
  }, 100).unref();
  setTimeout(() => {
    server.closeAllConnections();
  }, LONGEST_FAREWELL_MS).unref();
  await Promise.all([closed, running]);
  await database.close();
  process.exit(0);
}

/** Before it is set up the console answers on this machine alone, unless it was told otherwise. */
function setUpAddress({ host, publicUrl, consoleFromAnywhere }: Config, port: number): string {
  return consoleFromAnywhere && publicUrl !== null ? publicUrl : addressInWords(host, port);
}

/** An address that a browser on this machine can open. */
function addressInWords(host: string, port: number): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

logCrashes();
main().catch((error: unknown) => {
  logEnd(error);
  process.exitCode = 1;
});
