import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  draftItem,
  publishItem,
  submitItem,
  withdrawItem,
} from "../../../src/adapters/prisma/staff/knowledge.ts";
import type { AccountState } from "../../../src/conversation/standing.ts";
import { describeError } from "../../../src/errors.ts";
import { runApp, TEST_DAY, type RunningApp } from "../../support/app.ts";
import { canaries } from "../../support/canaries.ts";
import { oneDatabase } from "../../support/database.ts";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { withoutHnswlib } from "../../support/hnswlib.ts";
import { collectErrors } from "../../support/log-scan/journal.ts";
import { Person } from "../../support/person.ts";
import { calendar } from "../../support/registry.ts";
import { smallKnowledge } from "../../support/small-knowledge.ts";

/** Staff are promised seconds; what is waited for here allows for a machine that is busy otherwise. */
const WITHIN = { timeout: 20_000, interval: 100 };
const QUESTION = "cơ quan này làm gì";

describe.skipIf(withoutHnswlib)("a service with an embedding model", () => {
  const given = oneDatabase();
  const collected = collectErrors();
  let server: ModelServer;
  let folder: string;
  let app: RunningApp;
  let person: Person;

  beforeAll(async () => {
    server = await startModelServer();
    folder = mkdtempSync(join(tmpdir(), "nscl-dense-"));
    const embedding = {
      apiKey: "sk-canary-of-the-model",
      baseUrl: server.url,
      model: "double",
      weight: 3,
      perPerson: 1000,
      perDay: 1000,
      folder,
      databaseUrl: null,
      isExternal: false,
    };
    const parts = { knowledge: smallKnowledge(), onError: collected.onError };
    person = await Person.at(given.database, { parts, settings: { embedding } });
    app = await runApp(given.database, parts, { embedding: { ...embedding, folder: join(folder, "other") } });
  });
  afterAll(async () => {
    await person.leaves();
    await app.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function standing(): Promise<AccountState> {
    const response = await app.web.request("/readyz");
    expect(response.status).toBe(200);
    return ((await response.json()) as { dense: AccountState }).dense;
  }

  /** What the double was given to read since the last look. */
  function read(): string[] {
    const texts = server.received.flatMap(({ body }) => (JSON.parse(body) as { input: string[] }).input);
    server.received.length = 0;
    return texts;
  }

  function idsOnDisk(): string {
    return readdirSync(join(folder, "other"))
      .map((name) => readFileSync(join(folder, "other", name, "docstore.json"), "utf8"))
      .join("");
  }

  it("is ready at once, and has its index soon after", async () => {
    expect(await standing()).toMatchObject({ account: "double", state: "waiting", lastTrouble: null });
    await vi.waitFor(async () => {
      expect(await standing()).toMatchObject({ state: "ok", why: null });
    }, WITHIN);
    // Both replicas made their own.
    await vi.waitFor(() => {
      expect(readdirSync(folder)).toHaveLength(2);
    }, WITHIN);
    expect(read().some((text) => text.includes("đầu mối về năng suất"))).toBe(true);
  });

  it("sends the question without what tells who asks", async () => {
    read();
    await person.says(`${canaries.privateWords}, sđt ${canaries.phone}: ${QUESTION}`);
    const sent = read();
    expect(sent.join("\n")).toContain("cơ quan này làm gì");
    for (const words of ["Nguyễn Thị Bí Mật", canaries.phone]) expect(sent.join("\n")).not.toContain(words);
  });

  it("takes up what staff publish, and lets go what they withdraw", async () => {
    const desk = { database: given.database, calendar };
    const lan = { actor: "lan", now: TEST_DAY };
    const { id } = await draftItem(
      desk,
      lan,
      {
        question: "Xe máy điện cần chứng nhận gì?",
        variants: [],
        answer: "Cần giấy thử số 3.",
        document: "9/CV-THỬ",
        documentTitle: "Công văn thử",
        section: "mục 2",
        validFrom: null,
        expiresOn: null,
      },
      [],
    );
    await submitItem(desk, lan, { id, revision: 0 });
    await publishItem(desk, { actor: "minh", now: TEST_DAY }, { id, revision: 1 });
    await vi.waitFor(() => {
      expect(idsOnDisk()).toContain(`staff:${id}`);
    }, WITHIN);
    await withdrawItem(desk, lan, { id, revision: 2 });
    await vi.waitFor(() => {
      expect(idsOnDisk()).not.toContain(`staff:${id}`);
    }, WITHIN);
  });

  it("answers as without it while the model is in trouble, which staff are told and people are not", async () => {
    // What was asked earlier counts in how a question is read: now it is this question again and again.
    await person.says(QUESTION);
    await person.says(QUESTION);
    const before = person.heard;
    expect(before).toContain("đầu mối về năng suất");
    for (const behaviour of ["500", "malformed", "wrong_form"] as const) {
      server.behaveEmbedding(behaviour);
      await person.says(QUESTION);
      expect(person.heard).toBe(before);
    }
    const { errors } = collected;
    expect(errors.map(describeError).join("\n")).toContain("dense double: waiting: Máy chủ nhúng");
  });
});
