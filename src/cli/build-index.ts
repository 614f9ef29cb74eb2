import { openPublication } from "../adapters/files/publication-store.ts";
import { parseConfig } from "../config.ts";
import { installationFolders } from "../installation.ts";

/** Builds the stored index when the knowledge has changed; part of `npm run build`. */
async function main(): Promise<void> {
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  if (!parsed.ok) throw new Error(parsed.mistakes.join("\n"));
  const { knowledgeFolder, storeFolder } = parsed.config;
  const { publication, problems } = await openPublication(knowledgeFolder, storeFolder, (message) => {
    console.error(message);
  });
  for (const { file, problem } of problems) console.error(`knowledge/${file}: ${problem}`);
  const sections = publication.documents.reduce((sum, document) => sum + document.sections.length, 0);
  console.log(`nscl-bot: ${publication.documents.length} documents, ${sections} sections indexed`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
