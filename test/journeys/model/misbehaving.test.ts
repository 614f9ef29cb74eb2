import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../../../src/answer/cite.ts";
import { figuresWithoutSource } from "../../../src/answer/figures.ts";
import { texts as answerTexts } from "../../../src/answer/texts.ts";
import { texts as conversationTexts } from "../../../src/conversation/texts.ts";
import { FAILING, WRITING, type Behaviour } from "../../doubles/model-server/index.ts";
import { oneDatabase } from "../../support/database.ts";
import { talkWithModel, type Talk } from "../../support/model/talk.ts";

/** Questions with what a right answer must hold. */
const QUESTIONS = [
  { ask: "Mã vạch mất bao nhiêu tiền?", holds: ["1.000.000"] },
  { ask: "moi nam tinh ho tro bao nhieu doanh nghiep", holds: ["30 doanh nghiệp"] },
  {
    ask: "nghị định 43/2017 về nhãn còn dùng không",
    holds: ["43/2017/NĐ-CP đã hết hiệu lực", "37/2026/NĐ-CP"],
  },
] as const;

/** What no behaviour may bring before anybody's eyes. */
const NEVER = [
  "777",
  "999/2026",
  "4567",
  "cam kết",
  "chắc chắn",
  "phê duyệt",
  "nop-ho-so-nhanh",
  "lua-dao",
  "ĐIỀU KHIỂN",
  "Mật khẩu",
  "sk-double",
  "=====",
  "năm trăm triệu",
  "nguyên hiệu lực",
  answerTexts.failed,
  conversationTexts.failed,
];

/** Whose words are said in the end; some behaviours leave true sentences to be said. */
const WORDS: Readonly<Record<Behaviour, readonly string[]>> = {
  well: ["model"],
  partial: ["model"],
  none: ["documents"],
  invents_figure: ["documents", "both", "model"],
  invents_decree: ["model"],
  invents_link: ["model"],
  cites_nothing: ["documents"],
  cites_unknown: ["documents"],
  promises: ["model"],
  follows_injection: ["documents"],
  obeys_attacker: ["model"],
  turns_around: ["documents", "both", "model"],
  claims_validity: ["model"],
  numbers_in_words: ["model"],
  slow: ["documents"],
  cut_off: ["documents", "both"],
  dropped: ["documents", "both"],
  "429": ["documents"],
  "500": ["documents"],
  "401": ["documents"],
  reset: ["documents"],
  malformed: ["documents"],
  wrong_form: ["documents"],
  empty: ["documents"],
};

const given = oneDatabase();
let talk: Talk;

beforeAll(async () => {
  talk = await talkWithModel(given.database, { seconds: 2 });
});
afterAll(() => talk.end());

describe.each([...WRITING, ...FAILING])("a model that does this: %s", (behaviour) => {
  it.each(QUESTIONS)("ends in a right answer to $ask", async ({ ask, holds }) => {
    const { server, person, lastTrace } = talk;
    person.startsAnew();
    // Left alone after three failures in a row: one that went well begins the count anew.
    server.behave("well");
    await person.says("Nhãn hàng hóa phải ghi những gì?");
    server.behave(behaviour);
    const heard = await person.says(ask);
    server.behave("well");
    for (const words of holds) expect(heard).toContain(words);
    for (const words of NEVER) expect(heard).not.toContain(words);
    const citations = person.replies.flatMap((reply) => reply.citations);
    expect(citations.length).toBeGreaterThan(0);
    expect(figuresWithoutSource(heard.replace(/[¹²³⁴]/g, ""), citations.flatMap(wordsOf))).toEqual([]);
    expect(WORDS[behaviour]).toContain((await lastTrace()).model?.words);
  });
});
