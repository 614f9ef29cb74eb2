import { expect, it } from "vitest";
import { forgetWords } from "../../../../src/adapters/prisma/asked-questions.ts";
import { gapGroups } from "../../../../src/adapters/prisma/gaps.ts";
import { createJobs } from "../../../../src/adapters/prisma/jobs/jobs.ts";
import {
  dismissGap,
  draftItem,
  editItem,
  publishItem,
  returnItem,
  submitItem,
  withdrawItem,
} from "../../../../src/adapters/prisma/staff/knowledge.ts";
import { setOnePerson } from "../../../../src/adapters/prisma/staff/settings.ts";
import { inTransaction } from "../../../../src/adapters/prisma/transaction.ts";
import { createWatch } from "../../../../src/adapters/prisma/watch.ts";
import type { StaffAnswer } from "../../../../src/answer/staff-answers.ts";
import type { ItemWords } from "../../../../src/registry/knowledge-items.ts";
import { asks } from "../../../support/asked.ts";
import { eachDatabase } from "../../../support/database.ts";
import { by, DAY, deskOver, later, NOW } from "../../../support/registry.ts";

const MINH = { actor: "minh", now: NOW };

const WORDS: ItemWords = {
  question: "Taxi mét kiểm định ở đâu?",
  variants: ["kiểm định đồng hồ taxi", " kiểm định   đồng hồ taxi ", ""],
  answer: "Ở Trung tâm thử, số 12 đường Thử, tối đa 5 ngày.",
  document: "9/CV-THỬ",
  documentTitle: "Công văn thử",
  section: "mục 2",
  validFrom: "2026-01-01",
  expiresOn: "2027-12-31",
};

eachDatabase("knowledge gaps", (given) => {
  const auditOf = async (subject: string) =>
    (await given.database.client.auditEntry.findMany({ where: { subject }, orderBy: { id: "asc" } })).map(
      ({ actor, action, detail }) => ({ actor, action, ...(JSON.parse(detail) as object) }),
    );
  const gapOf = async (id: string) =>
    (await given.database.client.askedQuestion.findUniqueOrThrow({ where: { id } })).gap;

  it("are questions without a basis, in groups, the most asked first", async () => {
    const { person } = deskOver(given.database);
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const ask = (who: typeof hoa, question: string, minutes: number, more = {}) =>
      asks(given.database, who.conversationId, question, { at: later(minutes * 60_000), ...more });
    await ask(hoa, "Đá granite xuất khẩu sang Úc cần chứng nhận gì?", 1);
    const first = await ask(hoa, "Taxi mét kiểm định ở đâu?", 2);
    await ask(binh, "taxi met kiem dinh o dau", 3);
    await ask(binh, "kiem dinh taxi met o dau z", 4, { answer: { outcome: "partial" } });
    await ask(binh, "Mỗi năm hỗ trợ bao nhiêu doanh nghiệp?", 5, { answer: { outcome: "answered" } });
    await ask(binh, "giá vàng", 6, { trace: { route: "foreign" } });

    const groups = await gapGroups(given.database);
    expect(groups.map(({ count, samples }) => [count, samples[0]])).toEqual([
      [3, "kiem dinh taxi met o dau z"],
      [1, "Đá granite xuất khẩu sang Úc cần chứng nhận gì?"],
    ]);
    expect(groups[0]).toMatchObject({
      key: first,
      lastAsked: later(4 * 60_000),
      channels: { test: 3 },
      outcomes: { unanswerable: 2, partial: 1 },
      knowledgeItemId: null,
    });
    expect(await gapGroups(given.database, { since: later(150_000) })).toHaveLength(1);
    expect(await gapGroups(given.database, { state: "dismissed" })).toEqual([]);
    const ids = groups[1]?.questions.map(({ id }) => id) ?? [];
    expect(await dismissGap(deskOver(given.database).desk, by, ids)).toEqual({ kind: "done", dismissed: 1 });
    expect(await dismissGap(deskOver(given.database).desk, by, ids)).toEqual({ kind: "done", dismissed: 0 });
    expect(await gapGroups(given.database)).toHaveLength(1);
    expect(await auditOf(ids[0] ?? "")).toEqual([
      { actor: "staff:lan", action: "gap.dismissed", dismissed: 1 },
    ]);
  });

  it("are answered by an item that another person publishes, and every asker is told once", async () => {
    const { desk, person } = deskOver(given.database);
    const [hoa, binh, lan] = [await person("hoa"), await person("binh"), await person("lan")];
    const at = later(-DAY);
    const asked = [
      await asks(given.database, hoa.conversationId, "Taxi mét kiểm định ở đâu?", { at }),
      await asks(given.database, hoa.conversationId, "taxi met kiem dinh o dau", { at: later(-DAY + 1) }),
      await asks(given.database, binh.conversationId, "kiem dinh taxi met o dau z", { at }),
    ];
    const other = await asks(given.database, lan.conversationId, "Đá granite đi Úc cần gì?", { at });
    const { id, linked } = await draftItem(desk, by, WORDS, asked);
    expect(linked).toBe(3);
    expect((await gapGroups(given.database)).map(({ knowledgeItemId }) => knowledgeItemId)).toEqual([
      id,
      null,
    ]);
    // Asked after the draft was made, in the very words of it.
    const late = await asks(given.database, lan.conversationId, "taxi mét kiểm định ở đâu ạ", { at });

    expect(await publishItem(desk, MINH, { id, revision: 0 })).toEqual({
      kind: "not_allowed",
      from: "draft",
    });
    expect(await submitItem(desk, by, { id, revision: 0 })).toEqual({ kind: "done", revision: 1 });
    expect(await publishItem(desk, by, { id, revision: 1 })).toEqual({ kind: "needs_another_person" });
    expect(await publishItem(desk, MINH, { id, revision: 1 })).toEqual({
      kind: "done",
      revision: 2,
      told: 3,
    });
    expect(await publishItem(desk, MINH, { id, revision: 2 })).toEqual({
      kind: "not_allowed",
      from: "published",
    });

    const heard = await hoa.hears();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ author: "bot", priority: 1 });
    expect(heard[0]?.text).toContain("Câu anh/chị hỏi Chủ nhật 22/11/2026 (“taxi met kiem dinh o dau”)");
    expect(heard[0]?.text).toContain(WORDS.answer);
    expect(heard[0]?.citations).toMatchObject([
      { document: "9/CV-THỬ", section: "mục 2", kind: "tóm tắt", text: WORDS.answer },
    ]);
    expect(heard[0]?.citations?.[0]?.validity).toContain("đến hết 31/12/2027");
    expect(await binh.hears()).toHaveLength(1);
    expect(await lan.hears()).toHaveLength(1);
    for (const one of [...asked, late]) expect(await gapOf(one)).toBe("answered");
    await hoa.does({ kind: "erase_me" });
    expect(await hoa.hears()).toEqual([]);
    expect(await gapOf(other)).toBe("open");
    expect(await auditOf(id)).toEqual([
      { actor: "staff:lan", action: "knowledge.created", questions: 3 },
      { actor: "staff:lan", action: "knowledge.submitted", from: "draft" },
      {
        actor: "staff:minh",
        action: "knowledge.published",
        from: "submitted",
        author: "lan",
        reviewed: "another person",
        alsoAsked: 1,
        told: 3,
      },
    ]);
  });

  it("that come while the replicas learn of the answer are told by a job, once", async () => {
    const { desk, person } = deskOver(given.database);
    const hoa = await person("hoa");
    const { id } = await draftItem(desk, by, WORDS, []);
    await submitItem(desk, by, { id, revision: 0 });
    await publishItem(desk, MINH, { id, revision: 1 });
    const asked = await asks(given.database, hoa.conversationId, "taxi mét kiểm định ở đâu", {
      at: later(1000),
    });
    const job = createJobs({ ...desk, report: () => undefined }).find(({ name }) => name === "late askers");
    expect(await job?.run(later(60_000))).toBe(1);
    expect(await job?.run(later(120_000))).toBe(0);
    expect(await gapOf(asked)).toBe("answered");
    expect(await hoa.hears()).toHaveLength(1);
    // Much later nobody can have missed it: what is open then is for staff to look at.
    const open = await asks(given.database, hoa.conversationId, "taxi mét kiểm định ở đâu", {
      at: later(DAY),
    });
    expect(await job?.run(later(DAY + 60_000))).toBe(0);
    expect(await gapOf(open)).toBe("open");
  });

  it("may be answered by one person alone where a setting says so, and the audit tells", async () => {
    const { desk } = deskOver(given.database);
    expect(await setOnePerson(desk, by, true, 0)).toEqual({ kind: "done", revision: 1 });
    const { id } = await draftItem(desk, by, WORDS, []);
    await submitItem(desk, by, { id, revision: 0 });
    expect(await publishItem(desk, by, { id, revision: 1 })).toMatchObject({ kind: "done", told: 0 });
    expect((await auditOf(id)).at(-1)).toMatchObject({
      actor: "staff:lan",
      author: "lan",
      reviewed: "one person, allowed by the setting knowledge.one_person",
    });
    expect(await auditOf("knowledge.one_person")).toMatchObject([{ before: "false", after: "true" }]);
  });

  it("have items whose edits are checked: the second editor is told, nothing is overwritten", async () => {
    const { desk } = deskOver(given.database);
    const { id } = await draftItem(desk, by, WORDS, []);
    const seen = { id, revision: 0 };
    const edits = await Promise.all(
      ["một", "hai"].map((answer) =>
        editItem(desk, answer === "một" ? by : MINH, seen, { ...WORDS, answer }),
      ),
    );
    expect(edits.map(({ kind }) => kind).sort()).toEqual(["done", "stale"]);
    const row = await given.database.client.knowledgeItem.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ revision: 1, variants: "kiểm định đồng hồ taxi", status: "draft" });
    expect(row.author).toBe(row.answer === "một" ? "lan" : "minh");
    expect(await submitItem(desk, by, seen)).toEqual({ kind: "stale", revision: 1 });
    expect(await editItem(desk, by, { id: "không có", revision: 0 }, WORDS)).toEqual({ kind: "not_found" });
    expect((await auditOf(id)).at(-1)).toMatchObject({ action: "knowledge.edited", fields: "answer" });
  });

  it("have items that must be whole before anybody reads them", async () => {
    const { desk } = deskOver(given.database);
    const bad = { ...WORDS, answer: "", section: " ", validFrom: "2026-02-30", expiresOn: "2026-01-01" };
    const { id } = await draftItem(desk, by, bad, []);
    expect(await submitItem(desk, by, { id, revision: 0 })).toEqual({
      kind: "invalid",
      mistakes: ["answer_missing", "source_missing", "not_a_day", "ends_before_it_begins", "is_over"],
    });
    await editItem(desk, by, { id, revision: 0 }, WORDS);
    expect(await submitItem(desk, by, { id, revision: 1 })).toEqual({ kind: "done", revision: 2 });
    expect(await returnItem(desk, MINH, { id, revision: 2 })).toEqual({ kind: "done", revision: 3 });
    await submitItem(desk, by, { id, revision: 3 });
    const tooLate = { actor: "minh", now: new Date("2028-01-02T00:00:00Z") };
    expect(await publishItem(desk, tooLate, { id, revision: 4 })).toEqual({
      kind: "invalid",
      mistakes: ["is_over"],
    });
  });

  it("have items that are said while published, and changed only after they were taken back", async () => {
    const { desk } = deskOver(given.database);
    let said: readonly StaffAnswer[] = [];
    let times = 0;
    const watch = createWatch(
      given.database,
      (items) => {
        said = items;
        times += 1;
        return Promise.resolve();
      },
      (error) => {
        throw error;
      },
    );
    const { id } = await draftItem(desk, by, WORDS, []);
    await submitItem(desk, by, { id, revision: 0 });
    await watch.look();
    expect(said).toEqual([]);
    await publishItem(desk, MINH, { id, revision: 1 });
    await watch.look();
    await watch.look();
    expect(times).toBe(1);
    expect(said).toMatchObject([
      {
        id,
        revision: 2,
        question: WORDS.question,
        variants: ["kiểm định đồng hồ taxi"],
        verifiedAt: "2026-11-23",
      },
    ]);
    expect(await editItem(desk, by, { id, revision: 2 }, WORDS)).toEqual({
      kind: "not_allowed",
      from: "published",
    });
    expect(await withdrawItem(desk, by, { id, revision: 2 })).toEqual({ kind: "done", revision: 3 });
    await watch.look();
    expect(said).toEqual([]);
    expect(await editItem(desk, by, { id, revision: 3 }, { ...WORDS, answer: "Khác." })).toMatchObject({
      kind: "done",
    });
  });

  it("keep their count when the words go", async () => {
    const { person } = deskOver(given.database);
    const hoa = await person("hoa");
    const answer = { outcome: "answered", text: "Bí mật", confidence: 0.9 } as const;
    await asks(given.database, hoa.conversationId, "một", { at: NOW, answer });
    await asks(given.database, hoa.conversationId, "hai", { at: NOW });
    await inTransaction(given.database, (tx) => forgetWords(tx, hoa.conversationId));
    await given.database.client.conversation.delete({ where: { id: hoa.conversationId } });
    const rows = await given.database.client.askedQuestion.findMany({ orderBy: { id: "asc" } });
    expect(rows).toMatchObject([
      { outcome: "answered", route: "documents", channel: "test", askedAt: NOW, tookMs: 120, gap: null },
      { outcome: "unanswerable", gap: "open" },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/một|hai|Bí mật/);
    expect(await gapGroups(given.database)).toEqual([]);
  });
});
