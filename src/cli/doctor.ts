// Says in Vietnamese what is wrong with this installation: `npm run -s doctor`. Changes nothing; ends with 1 where
// something has to be put right.
import { openDatabase } from "../adapters/prisma/client.ts";
import { inspectDatabase } from "../adapters/prisma/inspect.ts";
import { todayInVietnam } from "../answer/create.ts";
import { parseConfig, type Config } from "../config.ts";
import { installationFolders } from "../installation.ts";
import { logEnd } from "../log.ts";
import { hasPgvector } from "../adapters/dense/pgvector-stores.ts";
import { canLoadHnswlib } from "../adapters/langchain/hnswlib.ts";
import { bad, note, ok, type Finding } from "./doctor/finding.ts";
import { examineDatabase, examineDataFolder, examineKnowledge } from "./doctor/installation.ts";
import { examineChannels, examineMessages } from "./doctor/running.ts";
import { texts } from "./doctor/texts.ts";

async function main(): Promise<void> {
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  const findings = parsed.ok
    ? [ok(texts.config.ok), ...(await examine(parsed.config))]
    : [
        ...parsed.mistakes.map((mistake) => bad(texts.config.mistake(mistake))),
        note(texts.config.restUnchecked),
      ];
  const count = (level: Finding["level"]) => findings.filter((one) => one.level === level).length;
  console.log(`${texts.title}\n`);
  for (const { level, what } of findings) console.log(`[${texts.levels[level]}]`.padEnd(10) + what);
  console.log(`\n${texts.sum(count("bad"), count("note"))}`);
  if (count("bad") > 0) process.exitCode = 1;
}

async function examine({
  database,
  knowledgeFolder,
  channels,
  model,
  embedding,
  voice,
}: Config): Promise<Finding[]> {
  const now = new Date();
  const health = await inspectDatabase(database);
  return [
    examineDatabase(health),
    ...("dataFolder" in database ? [await examineDataFolder(database.dataFolder)] : []),
    await examineKnowledge(knowledgeFolder, todayInVietnam(now)),
    examineServer(model, texts.model),
    await examineDense(embedding, database),
    examineServer(voice, texts.voice),
    // Opening it would bring it up to date, which is for the service to do.
    ...(health.kind === "ready" ? await examineRunning({ database, channels }, now) : []),
  ];
}

/** What is set up; how it stands is told among the channels. */
function examineServer(
  settings: Config["model"] | Config["voice"],
  { off, own, external }: typeof texts.model | typeof texts.voice,
): Finding {
  if (settings === null) return ok(off);
  const { host } = new URL(settings.baseUrl);
  return settings.isExternal ? note(external(settings.model, host)) : ok(own(settings.model, host));
}

async function examineDense(embedding: Config["embedding"], database: Config["database"]): Promise<Finding> {
  if (embedding === null) return ok(texts.dense.off);
  const { model, baseUrl, isExternal } = embedding;
  const isPossible = (await canLoadHnswlib()) || ("url" in database && (await hasPgvector(database.url)));
  if (!isPossible) return note(texts.dense.notInstalled(model));
  const { host } = new URL(baseUrl);
  return isExternal ? note(texts.dense.external(model, host)) : ok(texts.dense.own(model, host));
}

async function examineRunning(
  { database: place, channels }: Pick<Config, "database" | "channels">,
  now: Date,
): Promise<Finding[]> {
  const database = await openDatabase(place);
  try {
    return [...(await examineChannels(database, channels, now)), ...(await examineMessages(database, now))];
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  logEnd(error);
  process.exitCode = 1;
});
