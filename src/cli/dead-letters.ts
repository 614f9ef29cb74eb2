// What could not be answered or sent and needs a person to look: `npm run -s dead-letters [-- --json]`.
// Prints where, when and why; never what people wrote.
import { parseArgs } from "node:util";
import { deadLetters, type DeadLetter } from "../adapters/prisma/dead-letters.ts";
import { DatabaseError, openDatabase } from "../adapters/prisma/client.ts";
import { parseConfig } from "../config.ts";
import { installationFolders } from "../installation.ts";
import { logEnd } from "../log.ts";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  if (!parsed.ok) throw new DatabaseError(parsed.mistakes.join("\n"));
  const database = await openDatabase(parsed.config.database);
  try {
    const letters = await deadLetters(database);
    console.log(values.json ? JSON.stringify(letters) : inWords(letters));
  } finally {
    await database.close();
  }
}

function inWords(letters: readonly DeadLetter[]): string {
  if (letters.length === 0) return "Không có tin nào bị kẹt.";
  return letters
    .map(
      ({ id, direction, status, channel, at, attempts, why }) =>
        `${at.toISOString()} ${direction} ${status} ${channel} ${id} (${attempts} attempts): ${why}`,
    )
    .join("\n");
}

main().catch((error: unknown) => {
  logEnd(error);
  process.exitCode = 1;
});
