import { readCommunes } from "../adapters/files/communes-file.ts";
import { readWorkingCalendar } from "../adapters/files/working-calendar-file.ts";
import { openDatabase, type DatabasePlace } from "../adapters/prisma/client.ts";
import { fillDemo } from "../adapters/prisma/demo/fill.ts";
import { parseConfig } from "../config.ts";
import { installationFolders } from "../installation.ts";

/** What whoever runs this can put right; shown without a stack. */
class SeedError extends Error {}

async function main(): Promise<void> {
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  if (!parsed.ok) throw new SeedError(parsed.mistakes.join("\n"));
  const { config } = parsed;
  const place = demoPlace(config.database);
  const [communes, calendar, database] = await Promise.all([
    readCommunes(config.knowledgeFolder),
    readWorkingCalendar(config.knowledgeFolder),
    openDatabase(place),
  ]);
  try {
    const filled = await fillDemo({ database, calendar }, communes, new Date());
    switch (filled.kind) {
      case "refused":
        throw new SeedError(`${inWords(place)} holds data that are no demo data; nothing was changed`);
      case "there":
        console.log(`${inWords(place)} is filled already; delete it to start afresh`);
        break;
      case "filled": {
        const { enterprises, attendees, waiting, requests } = filled;
        console.log(
          `${inWords(place)}: ${enterprises} enterprises, ${attendees} attendees (${waiting} waiting), ${requests} requests`,
        );
      }
    }
    console.log(`Start the bot on it: ${startedWith(place)} npm start`);
  } finally {
    await database.close();
  }
}

/** Beside the real database, never the real one: `…-demo` as a folder, `…_demo` on a server. */
function demoPlace(place: DatabasePlace): DatabasePlace {
  if ("dataFolder" in place) return { dataFolder: `${place.dataFolder.replace(/[/\\]+$/, "")}-demo` };
  const url = new URL(place.url);
  url.pathname = `${url.pathname}_demo`;
  return { url: url.href };
}

function inWords(place: DatabasePlace): string {
  return "dataFolder" in place ? place.dataFolder : new URL(place.url).pathname.slice(1);
}

function startedWith(place: DatabasePlace): string {
  return "dataFolder" in place
    ? `DATA_DIR="${place.dataFolder}"`
    : `DATABASE_URL with the database ${inWords(place)},`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
