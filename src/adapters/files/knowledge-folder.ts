import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { KnowledgeFile } from "../../ingest/parse-document.ts";
import type { KnowledgeSources } from "../../ingest/publish.ts";

const DOCUMENT_FOLDERS = ["van-ban", "huong-dan"];

/** Reads everything in `knowledge/`, with a digest that changes when any file does; throws the system's error when it is not there. */
export async function readKnowledgeFolder(folder: string): Promise<KnowledgeSources> {
  const documents: KnowledgeFile[] = [];
  for (const sub of DOCUMENT_FOLDERS) {
    const names = (await readdir(join(folder, sub))).filter((name) => name.endsWith(".md")).sort();
    for (const name of names) {
      documents.push({ name: `${sub}/${name}`, content: await readFile(join(folder, sub, name), "utf8") });
    }
  }
  const [lexicon, everyday, outOfScope, foreignQuestions] = await Promise.all([
    readFile(join(folder, "tu-dien.md"), "utf8"),
    readFile(join(folder, "van-noi-thuong-ngay.txt"), "utf8"),
    readFile(join(folder, "ngoai-pham-vi.md"), "utf8"),
    readFile(join(folder, "cau-hoi-ngoai-pham-vi.txt"), "utf8"),
  ]);
  const hash = createHash("sha256");
  for (const file of documents) hash.update(file.name).update("\0").update(file.content).update("\0");
  for (const text of [lexicon, everyday, outOfScope, foreignQuestions]) hash.update(text).update("\0");
  return { documents, lexicon, everyday, outOfScope, foreignQuestions, digest: hash.digest("hex") };
}
