import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiled } from "../../support/compiled.ts";
import { repository, shippedKnowledge, storeFolder } from "../../support/knowledge.ts";
import { recordOutput } from "../../support/log-scan/journal.ts";

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs it as a person would run the command. */
async function ask(...args: string[]): Promise<Ended> {
  const program = await compiled("src/cli/ask.ts");
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: repository,
      env: { ...process.env, INDEX_DIR: storeFolder, KNOWLEDGE_DIR: join(repository, "knowledge") },
    });
    recordOutput(child);
    let [out, err] = ["", ""];
    child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
    child.stderr.on("data", (piece: Buffer) => (err += piece.toString()));
    child.on("close", (code) => {
      resolve({ code, out, err });
    });
  });
}

let folder: string;
beforeAll(async () => {
  await shippedKnowledge();
  folder = await mkdtemp(join(tmpdir(), "nscl-ask-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("ask", () => {
  it("prints the answer as a person reads it", async () => {
    const { code, out } = await ask("moi nam tinh ho tro bao nhieu doanh nghiep");
    expect(code).toBe(0);
    expect(out).toContain("30 doanh nghiệp");
    expect(out).toContain("11/KH-UBND");
  });

  it("prints one JSON object with --json", async () => {
    const { out } = await ask("--json", "ma vach mat bao nhieu");
    const answer = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual([
      "question",
      "outcome",
      "answer",
      "citations",
      "confidence",
      "tookMs",
    ]);
    expect(answer).toMatchObject({
      question: "ma vach mat bao nhieu",
      outcome: "answered",
      citations: [
        {
          document: "232/2016/TT-BTC",
          section: expect.stringContaining("Điều 4") as string,
          kind: "tóm tắt",
        },
      ],
    });
    expect(Object.keys((answer["citations"] as object[])[0] ?? {})).toEqual([
      "document",
      "title",
      "section",
      "kind",
      "text",
      "validity",
    ]);
  });

  it("answers a file of lines, follow-ups included", async () => {
    const file = join(folder, "questions.jsonl");
    await writeFile(
      file,
      `{"id":"a","q":"mã vạch mất bao nhiêu"}\n\n{"id":2,"q":"bao lâu thì có?","history":["đăng ký mã vạch cần gì"]}\n{"id":"c","q":""}\n`,
    );
    const { code, out } = await ask("--jsonl", file);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: unknown; outcome: string });
    expect(lines.map(({ id }) => id)).toEqual(["a", 2, "c"]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(["answered", "answered", "clarify"]);
  });

  it("says on stderr what is wrong, without a stack, and fails", async () => {
    const file = join(folder, "broken.jsonl");
    await writeFile(file, `{"id":"a","q":"x"}\nkhông phải JSON\n`);
    for (const args of [[], ["--nope"], ["--jsonl", join(folder, "absent.jsonl")], ["--jsonl", file]]) {
      const { code, err } = await ask(...args);
      expect(code, args.join(" ")).toBe(1);
      expect(err.trim()).not.toBe("");
      expect(err).not.toMatch(/\n\s+at /);
    }
    expect((await ask("--jsonl", file)).err).toContain("broken.jsonl:2: not JSON");
  });
});
