// The negative control: the same service on a store that takes every delivery for a new message. What tells a repeated
// message is taken from the database it is given; the program itself has no such switch.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { readCommunes } from "../../src/adapters/files/communes-file.ts";
import { openPublication } from "../../src/adapters/files/publication-store.ts";
import { readWorkingCalendar } from "../../src/adapters/files/working-calendar-file.ts";
import { openDatabase } from "../../src/adapters/prisma/client.ts";
import { lastingSecret } from "../../src/adapters/prisma/secrets.ts";
import { createApp } from "../../src/app.ts";
import { parseConfig } from "../../src/config.ts";
import { installationFolders } from "../../src/installation.ts";
import { forgetful } from "../support/forgetful.ts";

const parsed = parseConfig(process.env, installationFolders(import.meta.url));
if (!parsed.ok) throw new Error(parsed.mistakes.join("\n"));
const { config } = parsed;

const database = forgetful(await openDatabase(config.database));
const { publication: knowledge } = await openPublication(config.knowledgeFolder, config.storeFolder);
const { web, warmUp, run } = createApp(config, {
  knowledge,
  communes: await readCommunes(config.knowledgeFolder),
  calendar: await readWorkingCalendar(config.knowledgeFolder),
  database,
  secret: await lastingSecret(database, "web.secret"),
});
const answer = getRequestListener(web.fetch);
const server = createServer((request, response) => void answer(request, response));
server.listen(config.port, config.host, () => {
  process.stdout.write(`http://${config.host}:${(server.address() as AddressInfo).port}\n`);
  warmUp();
});
await run(new AbortController().signal);
