import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPublication } from "../../../src/adapters/files/publication-store.ts";
import { DOCUMENT } from "../../support/knowledge-samples.ts";
import { repository } from "../../support/knowledge.ts";

let folder: string;
let knowledge: string;
let store: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nscl-store-"));
  knowledge = join(folder, "knowledge");
  store = join(folder, "store");
  await cp(join(repository, "knowledge"), knowledge, { recursive: true });
  for (const sub of ["van-ban", "huong-dan"]) {
    for (const name of await readdir(join(knowledge, sub))) await rm(join(knowledge, sub, name));
  }
  await writeFile(join(knowledge, "van-ban", "nd-1-2026.md"), DOCUMENT);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("openPublication", () => {
  it("builds once, then loads the same", async () => {
    const built = await openPublication(knowledge, store);
    const loaded = await openPublication(knowledge, store);
    expect([built.fromStore, loaded.fromStore]).toEqual([false, true]);
    expect(loaded.publication.documents).toEqual(built.publication.documents);
    const hits = ({ publication }: typeof built) => publication.index.search("bao lau co ma", 5).hits;
    expect(hits(loaded)).toEqual(hits(built));
  });

  it("builds anew when a file changes", async () => {
    await openPublication(knowledge, store);
    await writeFile(join(knowledge, "van-ban", "nd-1-2026.md"), DOCUMENT.replace("07 ngày", "09 ngày"));
    const { fromStore, publication } = await openPublication(knowledge, store);
    expect(fromStore).toBe(false);
    expect(JSON.stringify(publication.documents)).toContain("09 ngày");
  });

  it("builds anew when the stored form is broken or of another version", async () => {
    await openPublication(knowledge, store);
    const library = join(store, "library.json");
    for (const broken of [
      "{",
      '{"format":0}',
      await readFile(library, "utf8").then((text) => text.replace(/"format":\d+/, '"format":0')),
    ]) {
      await writeFile(library, broken);
      expect((await openPublication(knowledge, store)).fromStore).toBe(false);
    }
  });

  it("leaves a broken file out and says so, keeping the rest", async () => {
    await writeFile(join(knowledge, "van-ban", "hong.md"), "không có phần đầu");
    const { publication, problems } = await openPublication(knowledge, store);
    expect(publication.documents.map(({ id }) => id)).toEqual(["nd-1-2026"]);
    expect(problems).toEqual([
      { file: "van-ban/hong.md", problem: expect.stringContaining("---") as string },
    ]);
  });

  it("goes on with a warning when nothing can be stored", async () => {
    const warnings: string[] = [];
    const inAFile = join(knowledge, "tu-dien.md", "store");
    const { publication } = await openPublication(knowledge, inAFile, (message) => warnings.push(message));
    expect(publication.documents).toHaveLength(1);
    expect(warnings.join()).toContain("not stored");
  });
});
