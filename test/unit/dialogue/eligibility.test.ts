import { beforeAll, describe, expect, it } from "vitest";
import type { DialogueContext } from "../../../src/dialogue/dialogue.ts";
import { choicesOf, createEligibilityDialogue } from "../../../src/dialogue/eligibility/eligibility.ts";
import { FACTS, isAnswer, type FactId, type Facts } from "../../../src/dialogue/eligibility/facts.ts";
import { nextQuestion } from "../../../src/dialogue/eligibility/next-question.ts";
import { decodeFacts, encodeFacts } from "../../../src/dialogue/eligibility/saved-facts.ts";
import { QUESTIONS } from "../../../src/dialogue/eligibility/questions.ts";
import type { VERDICTS } from "../../../src/dialogue/eligibility/rule.ts";
import { NO_RULE, RULES, ruleFor } from "../../../src/dialogue/eligibility/rules.ts";
import { verdictOf } from "../../../src/dialogue/eligibility/verdict.ts";
import { sectionText } from "../../../src/knowledge/document.ts";
import { NOTHING_OF_MINE } from "../../../src/registry/views.ts";
import { shippedContext, shippedLibrary } from "./context.ts";
import { ODD_INPUTS, replyOf, talkTo } from "./driver.ts";

let context: DialogueContext;
beforeAll(async () => {
  context = await shippedContext();
});

/** Every way through the questions to a verdict. */
function allCases(): { facts: Facts; asked: number }[] {
  const found: { facts: Facts; asked: number }[] = [];
  const walk = (facts: Facts, asked: number): void => {
    const question = nextQuestion(facts);
    if (!question) found.push({ facts, asked });
    else
      for (const value of Object.keys(FACTS[question.id]))
        walk({ ...facts, [question.id]: value }, asked + 1);
  };
  walk({}, 0);
  return found;
}

describe("the decision table", () => {
  const rows: [facts: Facts, verdict: keyof typeof VERDICTS][] = [
    [{ want: "class", kind: "doanh_nghiep" }, "may_join"],
    [{ want: "class", kind: "htx" }, "may_join"],
    [{ want: "class", kind: "ho_kinh_doanh", lesson: "law" }, "may_join"],
    [{ want: "class", kind: "to_hop_tac", lesson: "other" }, "unverified"],
    [{ want: "class", kind: "unknown" }, "unverified"],
    [{ want: "funding", kind: "ho_kinh_doanh" }, "not_addressed"],
    [{ want: "funding", kind: "to_hop_tac" }, "not_addressed"],
    [
      { want: "funding", kind: "doanh_nghiep", size: "small", chain: "no", barred: "no", otherBudget: "no" },
      "may_apply",
    ],
    [
      {
        want: "funding",
        kind: "doanh_nghiep",
        size: "medium",
        chain: "yes",
        barred: "no",
        otherBudget: "no",
      },
      "may_apply",
    ],
    [{ want: "funding", kind: "htx", barred: "no", otherBudget: "no" }, "may_apply"],
    [{ want: "funding", kind: "htx", barred: "debt" }, "not_addressed"],
    [{ want: "funding", kind: "htx", barred: "no", otherBudget: "yes" }, "not_addressed"],
    [{ want: "funding", kind: "htx", barred: "unknown", otherBudget: "no" }, "unverified"],
    [{ want: "funding", kind: "unknown" }, "unverified"],
    [
      { want: "export", kind: "doanh_nghiep", developing: "yes", laboratory: "yes", paidBefore: "no" },
      "may_apply",
    ],
    [
      { want: "export", kind: "doanh_nghiep", developing: "yes", laboratory: "yes", paidBefore: "yes" },
      "not_addressed",
    ],
    [{ want: "export", kind: "doanh_nghiep", developing: "no" }, "not_addressed"],
    [{ want: "management", kind: "ho_kinh_doanh" }, "may_join"],
    [{ want: "management", kind: "doanh_nghiep", size: "micro" }, "may_join"],
    [{ want: "management", kind: "doanh_nghiep", size: "large" }, "not_addressed"],
    [{ want: "vietgap", vietgap: "survey", crop: "listed", project: "yes" }, "may_apply"],
    [{ want: "vietgap", vietgap: "survey", crop: "listed", project: "no" }, "not_addressed"],
    [{ want: "vietgap", vietgap: "certification_money" }, "unverified"],
    [{ want: "vietgap", vietgap: "certificate" }, "may_join"],
    [{ want: "cooperative", kind: "htx", sanction: "no", criterion: "trained" }, "may_apply"],
    [{ want: "cooperative", kind: "htx", sanction: "yes" }, "not_addressed"],
    [{ want: "cooperative", kind: "htx", sanction: "no", criterion: "none" }, "not_addressed"],
    [{ want: "cooperative", kind: "htx", sanction: "no", criterion: "unknown" }, "unverified"],
    [
      {
        want: "cooperative",
        kind: "to_hop_tac",
        groupPaper: "yes",
        sanction: "no",
        groupCriterion: "members",
      },
      "may_apply",
    ],
    [{ want: "cooperative", kind: "to_hop_tac", groupPaper: "no" }, "not_addressed"],
    [{ want: "cooperative", kind: "doanh_nghiep" }, "not_addressed"],
    [{ want: "organic", kind: "htx", scheme: "tcvn", certified: "no", paidBefore: "no" }, "may_apply"],
    [{ want: "organic", kind: "htx", scheme: "tcvn", certified: "done" }, "not_addressed"],
    [{ want: "organic", kind: "htx", scheme: "tcvn", certified: "no", paidBefore: "yes" }, "not_addressed"],
    [{ want: "organic", kind: "doanh_nghiep", size: "large" }, "not_addressed"],
    [{ want: "organic", kind: "to_hop_tac" }, "unverified"],
    [{ want: "traceability", highRisk: "no" }, "may_join"],
    [{ want: "traceability", highRisk: "unknown" }, "unverified"],
    [{ want: "barcode", kind: "ho_kinh_doanh", ownCode: "no" }, "may_join"],
    [{ want: "unknown" }, "unverified"],
  ];
  it.each(rows)("%j → %s", (facts, verdict) => {
    expect(nextQuestion(facts)).toBeUndefined();
    expect(ruleFor(facts).verdict).toBe(verdict);
  });

  it("reaches every row by some answers, and only by them the row without a rule", () => {
    const reached = new Set(allCases().map(({ facts }) => ruleFor(facts)));
    expect(RULES.filter((rule) => !reached.has(rule)).map((rule) => rule.case)).toEqual([]);
    const without = allCases().filter(({ facts }) => ruleFor(facts) === NO_RULE);
    expect(without.map(({ facts }) => facts)).toEqual([{ want: "unknown" }]);
  });

  it("asks at most six questions, and none twice", () => {
    expect(Math.max(...allCases().map(({ asked }) => asked))).toBeLessThanOrEqual(6);
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
  });

  it("lets every question be answered with “Không rõ”", () => {
    for (const { id } of QUESTIONS) expect(isAnswer(id, "unknown"), id).toBe(true);
  });

  it("has values short enough for a button", () => {
    for (const choice of QUESTIONS.flatMap(choicesOf)) expect(choice.value).toMatch(/^[\x21-\x7e]{1,40}$/);
  });

  it("never says a bare “đủ điều kiện” nor an amount in đồng", () => {
    for (const rule of [...RULES, NO_RULE]) {
      const words = [rule.says, ...rule.prepare].join(" ");
      expect(words).not.toMatch(/(?<!nay )đủ điều kiện/i);
      expect(words).not.toMatch(/\d\s*(?:đồng|triệu|tỷ)/);
    }
  });

  it("stays with “chưa kiểm chứng” wherever an answer that decides is unknown", () => {
    const deciding: FactId[] = [
      "barred",
      "otherBudget",
      "sanction",
      "criterion",
      "certified",
      "paidBefore",
      "project",
    ];
    for (const { facts } of allCases()) {
      if (deciding.some((id) => facts[id] === "unknown")) {
        expect(["unverified", "not_addressed"], JSON.stringify(facts)).toContain(ruleFor(facts).verdict);
      }
    }
  });

  it("rests on places that are in the knowledge and may be cited", async () => {
    const places = [
      ...[...RULES, NO_RULE].flatMap(({ basis }) => basis),
      ...QUESTIONS.flatMap(({ basis }) => basis ?? []),
    ];
    const missing = places.filter(({ document, section }) => context.cite(document, section) === null);
    expect(missing).toEqual([]);
    expect((await shippedContext()).cite("37/2026/NĐ-CP", "Điều 999")).toBeNull();
  });

  it("says no figure that its basis does not hold", async () => {
    const library = await shippedLibrary();
    for (const rule of RULES) {
      const held = rule.basis
        .map(({ document, section }) => {
          const found = library.byNumber(document) ?? library.byId(document);
          const there = found?.sections.find(({ anchor }) => anchor === section);
          return there ? `${document} ${section} ${sectionText(there)}` : "";
        })
        .join(" ");
      for (const figure of rule.says.replace(/NĐ \d+\/\d+/g, "").match(/\d+(?:[.,]\d+)*%?/g) ?? []) {
        expect(held, `${rule.case}: ${figure}`).toContain(figure);
      }
    }
  });
});

describe("the questions", () => {
  it("say no figure that their basis does not hold", async () => {
    const library = await shippedLibrary();
    for (const { id, text, basis } of QUESTIONS) {
      const figures = text.match(/\d+/g) ?? [];
      const document = basis && (library.byNumber(basis.document) ?? library.byId(basis.document));
      const section = document?.sections.find(({ anchor }) => anchor === basis?.section);
      const held = section ? sectionText(section) : "";
      for (const figure of figures) expect(held, `${id}: ${figure}`).toContain(figure);
    }
  });
});

describe("the dialogue", () => {
  const dialogue = createEligibilityDialogue();

  it("asks one question at a time and ends in three lines", () => {
    const talk = talkTo(dialogue, context);
    talk.begin();
    talk.press("Giấy chứng nhận hữu cơ");
    talk.press("Hợp tác xã");
    talk.press("Tiêu chuẩn quốc gia (TCVN)");
    talk.press("Chưa chứng nhận");
    talk.press("Không");
    const [verdict, basis, missing, empty] = talk.text().split("\n");
    expect(verdict).toBe(
      "Kết luận: Có thể nộp khi có thông báo – một lần 100% chi phí cấp giấy hữu cơ, nếu đề nghị trước.",
    );
    expect(basis).toMatch(
      /^Căn cứ: 109\/2018\/NĐ-CP Điều 17 khoản 1; 109\/2018\/NĐ-CP Điều 17 khoản 4 điểm b/,
    );
    expect(missing).toMatch(/^Cần chuẩn bị: Gửi văn bản đề nghị TRƯỚC khi chứng nhận/);
    expect(empty).toBe("");
    expect(talk.labels()).toEqual([
      "Tải danh sách việc cần làm",
      "Gửi yêu cầu hỗ trợ",
      "Sửa câu trả lời cuối",
      "Hỏi trường hợp khác",
    ]);
  });

  it("gives a checklist to print after the verdict, more than once", () => {
    const talk = talkTo(dialogue, context);
    talk.begin({ want: "traceability" });
    talk.press("Không");
    const [file] = replyOf(talk.press("Tải danh sách việc cần làm")).files ?? [];
    expect(file?.name).toBe("danh-sach-ho-tro.html");
    expect(file?.content).toContain("☐ Chọn sản phẩm làm trước");
    expect(file?.content).toContain("Điều 22 khoản 1, 2");
    expect(replyOf(talk.press("Tải danh sách việc cần làm")).files).toHaveLength(1);
  });

  it("hands what was answered to the request", () => {
    const talk = talkTo(dialogue, context);
    talk.begin();
    talk.press("Thử nghiệm, chứng nhận hàng xuất khẩu chủ lực");
    talk.press("Doanh nghiệp");
    talk.press("Không");
    expect(talk.press("Gửi yêu cầu hỗ trợ")).toEqual({
      kind: "switch",
      to: "support_request",
      start: {
        requestKind: "chung_nhan",
        enterpriseKind: "doanh_nghiep",
        background: [
          "Đã tự xét:",
          "Muốn hỏi: Thử nghiệm, chứng nhận hàng xuất khẩu chủ lực",
          "Loại hình: Doanh nghiệp",
          "Đang nghiên cứu phát triển sản phẩm xuất khẩu chủ lực: Không",
          "Kết luận: Không thuộc đối tượng – khoản này chỉ cho sản phẩm đang nghiên cứu phát triển thành sản phẩm chủ lực.",
        ],
      },
    });
  });

  it("steps back, starts over, understands typed labels and “ko biet”", () => {
    const talk = talkTo(dialogue, context);
    talk.begin();
    talk.type("chinh sach cho hop tac xa, to hop tac");
    talk.type("Hợp tác xã");
    talk.type("ko biet");
    expect(talk.typed()).toContain("Đang bị xử phạt, thi hành án: Không rõ");
    talk.back();
    expect(talk.text()).toContain("đang bị xử phạt");
    talk.back();
    talk.back();
    expect(talk.text()).toContain("về việc gì");
    expect(talk.back()).toBeNull();
  });

  it("does not ask again for the kind of the enterprise on file", () => {
    const enterprise = {
      id: "e1",
      kind: "htx",
      name: "HTX Rau sạch",
      taxId: null,
      communeCode: null,
      communeText: "Đức Phổ",
      contact: "claimed",
    } as const;
    const talk = talkTo(dialogue, { ...context, mine: { ...NOTHING_OF_MINE, enterprise } });
    talk.begin();
    expect(talk.text()).toContain("Tôi xét cho hợp tác xã HTX Rau sạch anh/chị đã khai.");
    talk.press("Dự lớp tập huấn");
    expect(talk.text()).toContain("Kết luận: Có thể tham gia");
    expect(talk.labels()).toContain("Xem lớp đang mở");
    talk.press("Hỏi trường hợp khác");
    talk.press("Dự lớp tập huấn");
    expect(talk.text()).toContain("Đơn vị của anh/chị thuộc loại nào?");
  });

  it("is done with the verdict, so that the next words are a question again", () => {
    const talk = talkTo(dialogue, context);
    talk.begin({ want: "unknown" });
    expect(talk.last().kind).toBe("leave");
  });

  it("mends the last answer after the verdict", () => {
    const talk = talkTo(dialogue, context);
    talk.begin({ want: "traceability" });
    talk.press("Không");
    talk.press("Sửa câu trả lời cuối");
    expect(talk.text()).toContain("danh mục rủi ro cao");
    talk.press("Có");
    expect(talk.text()).toContain("là bắt buộc");
  });

  it("has buttons that carry every case, and read no other code", () => {
    for (const { facts } of allCases()) {
      expect(decodeFacts(encodeFacts(facts))).toEqual(facts);
      for (const { value } of replyOf(dialogue.begin(context, facts)).choices ?? [])
        expect(value).toMatch(/^[\x21-\x7e]{1,40}$/);
    }
    for (const code of ["", "0", "1zzz", "9012", "1é", "1-1"]) expect(decodeFacts(code)).toBeNull();
    for (const saved of ["", "request:", "request:1", "mend:1zz", "x:1", "checklist:1900"])
      expect(dialogue.begin(context, { saved }).kind).toBe("ask");
  });

  it("takes back a verdict whose basis is gone from the knowledge", () => {
    const concluded = verdictOf({ want: "traceability", highRisk: "no" }, { ...context, cite: () => null });
    expect(concluded.lines[0]).toBe("Kết luận: Chưa kiểm chứng – chưa tra được căn cứ trong kho văn bản.");
    expect(concluded.citations).toEqual([]);
  });

  it("says how to mend an answer it does not understand, whatever it is", () => {
    for (const facts of [{}, { want: "organic" }, { want: "organic", kind: "htx" }, { want: "unknown" }]) {
      for (const input of ODD_INPUTS) {
        const step = dialogue.advance({ facts, given: [] }, input, context);
        expect(["ask", "not_understood", "leave"]).toContain(step.kind);
        expect(replyOf(step).choices?.length).toBeGreaterThan(1);
      }
    }
  });

  it("outlives a broken start and a broken state", () => {
    for (const broken of [null, undefined, 3, "x", [], { want: "constructor" }, { facts: 7, given: "no" }]) {
      expect(dialogue.begin(context, broken).kind).toBe("ask");
      expect(dialogue.resume(broken, context).choices?.length).toBeGreaterThan(1);
      expect(dialogue.typed(broken, context)).toEqual([]);
    }
  });
});
