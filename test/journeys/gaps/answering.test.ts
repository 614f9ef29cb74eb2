import { afterEach, expect, it, vi } from "vitest";
import { gapGroups } from "../../../src/adapters/prisma/gaps.ts";
import {
  draftItem,
  publishItem,
  submitItem,
  withdrawItem,
} from "../../../src/adapters/prisma/staff/knowledge.ts";
import type { Citation } from "../../../src/answer/answer.ts";
import type { Trace } from "../../../src/answer/trace.ts";
import type { ItemWords } from "../../../src/registry/knowledge-items.ts";
import { TEST_DAY } from "../../support/app.ts";
import { eachDatabase } from "../../support/database.ts";
import { Person } from "../../support/person.ts";
import { calendar } from "../../support/registry.ts";

const LAN = { actor: "lan", now: TEST_DAY };
const MINH = { actor: "minh", now: TEST_DAY };
/** What is promised; what is waited for here allows for a machine that is busy otherwise. */
const WITHIN = { timeout: 20_000, interval: 200 };

const ANSWER: ItemWords = {
  question: "Xe máy điện lắp ráp trong tỉnh cần chứng nhận gì?",
  variants: [],
  answer: "Cần giấy thử số 3, nộp trong 7 ngày.",
  document: "9/CV-THỬ",
  documentTitle: "Công văn thử",
  section: "mục 2",
  validFrom: null,
  expiresOn: "2027-06-30",
};

eachDatabase("a question that nobody could answer", (given) => {
  let people: Person[] = [];
  afterEach(async () => {
    await Promise.all(people.map((person) => person.leaves()));
    people = [];
  });
  /** Somebody on a service of their own: each is another replica. */
  async function someone(): Promise<Person> {
    const person = await Person.at(people.length === 0 ? given.database : await given.another());
    people.push(person);
    return person;
  }

  it("is answered by staff: who asked is told, and whoever asks next is answered, on every replica", async () => {
    const { client } = given.database;
    const [ba, tu] = [await someone(), await someone()];
    await ba.says("xe may dien lap rap trong tinh can chung nhan gi");
    expect(ba.heard).toContain("chưa tìm thấy căn cứ");
    await ba.says("mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp");

    const groups = await gapGroups(given.database);
    expect(groups.map(({ samples }) => samples)).toEqual([
      ["xe may dien lap rap trong tinh can chung nhan gi"],
    ]);
    const ids = groups.flatMap(({ questions }) => questions.map(({ id }) => id));
    const asked = await client.askedQuestion.findUniqueOrThrow({ where: { id: ids[0] ?? "" } });
    expect(asked).toMatchObject({
      channel: "web",
      route: "documents",
      outcome: "unanswerable",
      searchText: "xe may dien lap rap trong tinh can chung nhan gi",
      topic: null,
      gap: "open",
    });
    expect(JSON.parse(asked.trace)).toMatchObject({
      decision: "not_about_it",
      restored: "xe máy điện lắp ráp trong tỉnh cần chứng nhận gì",
    } satisfies Partial<Trace>);

    const desk = { database: given.database, calendar };
    const { id } = await draftItem(desk, LAN, ANSWER, ids);
    await submitItem(desk, LAN, { id, revision: 0 });
    expect(await publishItem(desk, MINH, { id, revision: 1 })).toMatchObject({ kind: "done", told: 1 });

    const told = (await ba.lines()).at(-1);
    expect(told?.text).toContain("nay đã có trả lời:\nCần giấy thử số 3, nộp trong 7 ngày.");
    expect(told?.citations).toMatchObject([{ document: "9/CV-THỬ", section: "mục 2" }]);
    for (const person of [tu, ba]) {
      await vi.waitFor(async () => {
        await person.says("xe máy điện lắp ráp thì phải có chứng nhận gì");
        expect(person.heard).toContain("Cần giấy thử số 3");
      }, WITHIN);
    }
    const [answered] = tu.replies;
    expect(answered?.citations[0]?.validity).toContain("đến hết 30/06/2027");

    // Taken back, it is no longer said; what was answered keeps the citation it was given.
    await withdrawItem(desk, LAN, { id, revision: 2 });
    await vi.waitFor(async () => {
      await tu.says("xe máy điện lắp ráp thì phải có chứng nhận gì");
      expect(tu.heard).not.toContain("Cần giấy thử số 3");
    }, WITHIN);
    const old = await client.askedQuestion.findFirstOrThrow({ where: { route: "staff_answer" } });
    expect(JSON.parse(old.citations)).toMatchObject([
      { document: "9/CV-THỬ", text: ANSWER.answer, kind: "tóm tắt" } satisfies Partial<Citation>,
    ]);
    expect((await tu.lines()).some(({ citations }) => citations[0]?.document === "9/CV-THỬ")).toBe(true);
  }, 120_000);

  it("and every other are kept with how they ended, small talk and forms apart", async () => {
    const ba = await someone();
    await ba.says("xin chào");
    await ba.says("menu");
    await ba.says("mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp");
    await ba.says("yêu cầu hỗ trợ");
    // In the middle of a form.
    await ba.says("nhãn hàng hóa phải ghi những gì?");
    const rows = await given.database.client.askedQuestion.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ question, route, outcome, gap }) => [question, route, outcome, gap])).toEqual([
      ["xin chào", "small_talk", "answered", null],
      ["mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp", "documents", "answered", null],
      ["nhãn hàng hóa phải ghi những gì?", "documents", "answered", null],
    ]);
    expect(rows[1]?.topic).toBe("năng suất chất lượng");
    expect(JSON.parse(rows[1]?.citations ?? "")).toMatchObject([
      { document: "11/KH-UBND", section: "I.3.b" },
    ]);
    expect(rows.every(({ tookMs }) => tookMs >= 0)).toBe(true);
  }, 60_000);
});
