import { readKnowledgeFolder } from "../adapters/files/knowledge-folder.ts";
import { todayInVietnam } from "../answer/create.ts";
import { parseConfig } from "../config.ts";
import { checkKnowledge } from "../ingest/check.ts";
import { installationFolders } from "../installation.ts";

/** `npm run knowledge:check`: says what is wrong in knowledge/, in Vietnamese; fails when anything is. */
async function main(): Promise<void> {
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  if (!parsed.ok) throw new Error(parsed.mistakes.join("\n"));
  const sources = await readKnowledgeFolder(parsed.config.knowledgeFolder);
  const findings = checkKnowledge(sources, todayInVietnam());
  for (const { level, file, problem } of findings) {
    console.log(`${level === "error" ? "LỖI" : "chú ý"}  knowledge/${file}: ${problem}`);
  }
  const errors = findings.filter(({ level }) => level === "error").length;
  console.log(
    `${sources.documents.length} văn bản, ${errors} lỗi, ${findings.length - errors} điều cần chú ý`,
  );
  if (errors > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
