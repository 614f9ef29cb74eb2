import { access, constants, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readKnowledgeFolder } from "../../adapters/files/knowledge-folder.ts";
import type { DatabaseHealth } from "../../adapters/prisma/migrate.ts";
import { checkKnowledge } from "../../ingest/check.ts";
import { bad, note, ok, type Finding } from "./finding.ts";
import { texts } from "./texts.ts";

/** Below the first an administrator should look, below the second messages may soon be refused. */
const LOW_BYTES = 2_000_000_000;
const FULL_BYTES = 200_000_000;

/** @param today "2026-11-24", for what is no longer in force */
export async function examineKnowledge(folder: string, today: string): Promise<Finding> {
  try {
    const sources = await readKnowledgeFolder(folder);
    const documents = sources.documents.length;
    const findings = checkKnowledge(sources, today);
    const errors = findings.filter(({ level }) => level === "error").length;
    if (errors > 0) return bad(texts.knowledge.errors(documents, errors));
    if (findings.length > 0) return note(texts.knowledge.warnings(documents, findings.length));
    return ok(texts.knowledge.ok(documents));
  } catch (error) {
    return bad(texts.knowledge.unreadable(folder, messageOf(error)));
  }
}

/** The folder of the embedded database: whether it can be written, and how much room is left. */
export async function examineDataFolder(folder: string): Promise<Finding> {
  const words = texts.disk;
  try {
    const existing = await nearestExisting(folder);
    await (existing === folder ? tryWriting(folder) : access(existing, constants.W_OK));
    const { bavail, bsize } = await statfs(existing);
    const free = bavail * bsize;
    if (free < FULL_BYTES) return bad(words.full(folder, free));
    if (free < LOW_BYTES) return note(words.low(folder, free));
    return ok(existing === folder ? words.ok(folder, free) : words.willBeMade(folder, free));
  } catch (error) {
    return bad(words.unwritable(folder, messageOf(error)));
  }
}

export function examineDatabase(health: DatabaseHealth): Finding {
  const words = texts.database;
  switch (health.kind) {
    case "ready":
      return ok(words.ready);
    case "absent":
      return note(words.absent);
    case "behind":
      return note(words.behind(health.missing));
    case "foreign":
      return bad(words.foreign(health.why));
    case "unreachable":
      return bad(words.unreachable(health.why));
  }
}

async function nearestExisting(folder: string): Promise<string> {
  try {
    if ((await stat(folder)).isDirectory()) return folder;
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isAbsent || dirname(folder) === folder) throw error;
    return nearestExisting(dirname(folder));
  }
  throw new Error(`${folder} is not a folder`);
}

/** Rights alone do not tell: a disk may be full or mounted for reading only. */
async function tryWriting(folder: string): Promise<void> {
  const file = join(folder, `.doctor-${process.pid}`);
  await writeFile(file, "");
  await rm(file);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
