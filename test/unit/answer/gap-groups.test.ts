import { describe, expect, it } from "vitest";
import { askingTheSame, groupQuestions } from "../../../src/answer/gap-groups.ts";
import { fold, normalise } from "../../../src/search/index.ts";
import { readStaffAnswers } from "../../eval/staff-answers.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const LINH_CHI = [
  "Trồng nấm linh chi có được hỗ trợ chứng nhận hữu cơ không?",
  "trong nam linh chi muon lam huu co co dc ho tro ko",
  "nam linh chi huu coo co duoc ho tro khong ad",
];
const GRANITE = [
  "Đá granite xuất khẩu sang Úc cần chứng nhận gì?",
  "xuat khau da granite qua uc can chung nhan gi",
];
const TAXI = ["Taxi mét kiểm định ở đâu?", "kiem dinh taxi met o dau z"];

/** As a question is kept: restored by the index, diacritics taken off. */
async function asked(questions: readonly string[]) {
  const { index } = await shippedKnowledge();
  return questions.map((question) => ({ question, searchText: fold(normalise(index.repair(question))) }));
}

describe("questions nobody could answer", () => {
  it("stand together when they ask for the same, without diacritics and with slips", async () => {
    const mixed = [LINH_CHI[0], GRANITE[0], TAXI[0], LINH_CHI[1], TAXI[1], LINH_CHI[2], GRANITE[1]];
    const groups = groupQuestions(await asked(mixed.map((one) => one ?? "")));
    expect(groups.map((group) => group.map(({ question }) => question))).toEqual([LINH_CHI, GRANITE, TAXI]);
  });

  it("stay apart when the same is asked of another product", async () => {
    const groups = groupQuestions(
      await asked([
        "phí đăng ký nhãn hiệu nước mắm nhum bao nhiêu",
        "phí đăng ký nhãn hiệu chiếu cói bao nhiêu",
        "chieu coi dang ky nhan hieu het bao nhieu tien",
      ]),
    );
    expect(groups.map((group) => group.length)).toEqual([1, 2]);
  });

  it("keep their group when more is asked later", async () => {
    const questions = await asked(
      readStaffAnswers().flatMap(({ item, asked: others }) => [item.question, ...others]),
    );
    const before = groupQuestions(questions.slice(0, 90));
    const after = groupQuestions(questions);
    for (const [at, group] of before.entries()) expect(after[at]?.slice(0, group.length)).toEqual(group);
  });

  it("never share a group with another matter, and mostly find their own, on fifty matters", async () => {
    const matters = readStaffAnswers().map(({ item, asked: others }) => [
      item.question,
      ...item.variants,
      ...others,
    ]);
    const of = new Map(
      matters.flatMap((questions, at) => questions.map((question) => [question, at] as const)),
    );
    const groups = groupQuestions(await asked([...of.keys()]));
    for (const group of groups) expect(new Set(group.map(({ question }) => of.get(question))).size).toBe(1);
    expect(groups.length).toBeLessThan(75);
  });

  it("are found again by what surely asks for the same, as it was typed", async () => {
    const open = await asked([...LINH_CHI, ...GRANITE, "nấm linh chi giá bao nhiêu một ký"]);
    const same = askingTheSame(open, ["Trồng nấm linh chi có được hỗ trợ chứng nhận hữu cơ không?"]);
    expect(same.map(({ question }) => question)).toContain(LINH_CHI[0]);
    for (const { question } of same) expect(LINH_CHI).toContain(question);
  });

  it("are none where nothing was asked", () => {
    expect(groupQuestions([])).toEqual([]);
    expect(groupQuestions([{ searchText: "" }, { searchText: "" }])).toHaveLength(2);
  });
});
