import { describe, expect, it } from "vitest";
import {
  enterpriseFrom,
  submitterFrom,
  type ConsentAnswers,
  type EnterpriseAnswers,
  type SubmitterAnswers,
} from "../../../src/dialogue/fields/answers.ts";
import { communeField } from "../../../src/dialogue/fields/commune.ts";
import {
  announcementField,
  consentField,
  consentsGiven,
  type AnnouncementAnswers,
} from "../../../src/dialogue/fields/consent.ts";
import {
  enterpriseKindField,
  enterpriseNameField,
  taxIdField,
} from "../../../src/dialogue/fields/enterprise.ts";
import { personNameField, phoneField } from "../../../src/dialogue/fields/person.ts";
import { fieldTexts } from "../../../src/dialogue/fields/texts.ts";
import { createForm, type Field } from "../../../src/dialogue/form.ts";
import { NOTICE_VERSION, privacyNotice } from "../../../src/dialogue/privacy-notice.ts";
import { NOTHING_OF_MINE } from "../../../src/registry/views.ts";
import { DialogueDriver } from "../../support/dialogue-driver.ts";
import { contextWith, NOW } from "./classes/samples.ts";

type Answers = ConsentAnswers & EnterpriseAnswers & SubmitterAnswers & AnnouncementAnswers;

let submitted: Partial<Answers> = {};

/** A form of these fields alone. */
function formOf(...fields: readonly Field<Answers>[]) {
  return createForm<Answers>({
    name: "fields",
    version: 1,
    fields,
    start: () => ({ answers: {} }),
    summary: "Tóm tắt",
    send: "Gửi",
    submit(answers) {
      submitted = answers;
      return { kind: "leave", reply: { text: "Đã gửi" } };
    },
  });
}

function play(...fields: readonly Field<Answers>[]): DialogueDriver {
  return new DialogueDriver(formOf(...fields), contextWith()).begin();
}

/** What a field makes of words: the answer it keeps, or null with the sentence. */
function reading(one: Field<Answers>, words: string): { kept: Partial<Answers> | null; text: string } {
  submitted = {};
  const driver = play(one).says(words);
  const { text } = driver;
  if (!text.includes("Tóm tắt")) return { kept: null, text };
  driver.says("gửi");
  return { kept: submitted, text };
}

describe("the consent", () => {
  it("is asked with the notice, goes on after “Đồng ý” alone and keeps the very words", () => {
    const driver = play(consentField<Answers>("Không sao"));
    expect(driver.text).toContain(privacyNotice("registration", contextWith()));
    expect(driver.says("để xem đã").step.kind).toBe("not_understood");
    expect(driver.says("dong y").text).toContain("Tóm tắt");
    driver.says("gửi");
    expect(consentsGiven(submitted)).toEqual([
      {
        purpose: "registration",
        noticeVersion: NOTICE_VERSION,
        wording: privacyNotice("registration", contextWith()),
      },
    ]);
  });

  it("ends politely when it is refused", () => {
    const driver = play(consentField<Answers>("Không sao")).says("Không đồng ý");
    expect(driver.text).toBe("Không sao");
    expect(driver.isOpen).toBe(false);
  });

  it("is not asked twice for the same words, but for new ones", () => {
    const given = { purpose: "registration", givenAt: NOW } as const;
    const begin = (noticeVersion: string) =>
      new DialogueDriver(
        formOf(consentField<Answers>("Không sao")),
        contextWith({ mine: { ...NOTHING_OF_MINE, consents: [{ ...given, noticeVersion }] } }),
      ).begin().text;
    expect(begin(NOTICE_VERSION)).toContain("Tóm tắt");
    expect(begin("2020-1")).toContain(fieldTexts.askConsent);
  });

  it("for announcements is one of its own, and “no” is as good", () => {
    const driver = play(announcementField<Answers>());
    expect(driver.text).toContain(privacyNotice("announcement", contextWith()));
    driver.says("Không cần", "gửi");
    expect(consentsGiven(submitted)).toEqual([]);
    play(announcementField<Answers>()).says("Đồng ý nhận", "gửi");
    expect(consentsGiven(submitted).map(({ purpose }) => purpose)).toEqual(["announcement"]);
  });
});

describe("the fields", () => {
  it("read a kind by its label or how people call it", () => {
    expect(reading(enterpriseKindField<Answers>(), "HTX").kept).toEqual({ enterpriseKind: "htx" });
    expect(reading(enterpriseKindField<Answers>(), "hộ cá thể").kept).toEqual({
      enterpriseKind: "ho_kinh_doanh",
    });
    expect(reading(enterpriseKindField<Answers>(), "abc").text).toContain(fieldTexts.chooseKind);
  });

  it("keep a name as it is typed and say when it has no diacritics", () => {
    const bare = reading(personNameField<Answers>(true), "tran thi hoa");
    expect(bare.kept).toEqual({ submitterName: "tran thi hoa" });
    expect(bare.text).toContain("không dấu");
    expect(reading(personNameField<Answers>(), "Trần Thị Hoa").text).not.toContain("không dấu");
  });

  it("read phones and tax codes; a code that looks wrong is kept with a word about it", () => {
    expect(reading(phoneField<Answers>(), "+84 905.123.456").kept).toEqual({ phone: "0905123456" });
    expect(reading(taxIdField<Answers>(), "Bỏ qua").kept).toEqual({ taxId: null });
    expect(reading(taxIdField<Answers>(), "không có").kept).toEqual({ taxId: null });
    const suspicious = reading(taxIdField<Answers>(), "1234567890");
    expect(suspicious.kept).toEqual({ taxId: "1234567890" });
    expect(suspicious.text).toContain("xem lại");
  });

  it("find a commune by its new or old name, let one choose, and keep what is not known", () => {
    const field = communeField<Answers>();
    expect(reading(field, "Cẩm Thành").kept).toEqual({
      commune: { code: "21025", text: "phường Cẩm Thành" },
    });
    const former = reading(field, "Bình Thạnh");
    expect(former.kept).toEqual({ commune: { code: "21040", text: "xã Bình Sơn" } });
    expect(former.text).toContain("tên cũ");
    const unknown = reading(field, "Xóm Mới");
    expect(unknown.kept).toEqual({ commune: { code: null, text: "Xóm Mới" } });
    expect(unknown.text).toContain("“Xóm Mới” chưa có trong danh mục");

    const driver = play(field).says("Sơn");
    expect(driver.labels).toEqual([
      "xã Bình Sơn (Huyện Bình Sơn cũ)",
      "xã Bình Sơn Đông (Huyện Bình Sơn cũ)",
      fieldTexts.otherCommune,
    ]);
    driver.says("2", "gửi");
    expect(submitted).toEqual({ commune: { code: "21490", text: "xã Bình Sơn Đông" } });
    play(field).says("Sơn", "3", "gửi");
    expect(submitted).toEqual({ commune: { code: null, text: "Sơn" } });
    play(field).says("Sơn", "Cẩm Thành", "gửi");
    expect(submitted.commune?.code).toBe("21025");
  });

  const ODD = ["🙂🙂", "x".repeat(300), "'; DROP TABLE contact; --", "<b>a</b>", "=1+1", "."];
  const FIELDS = {
    name: personNameField<Answers>(),
    enterprise: enterpriseNameField<Answers>(),
    phone: phoneField<Answers>(),
    "tax code": taxIdField<Answers>(),
  };
  it.each(Object.entries(FIELDS).flatMap(([name, one]) => ODD.map((words) => ({ name, one, words }))))(
    "ask again for the $name instead of “$words”, with a sentence that is to be understood",
    ({ one, words }) => {
      const { kept, text } = reading(one, words);
      expect(kept).toBeNull();
      const [sentence = "", question] = text.split("\n\n");
      expect(sentence).toMatch(/[.]$/);
      expect(sentence.length).toBeGreaterThan(20);
      expect(question).toBeDefined();
    },
  );

  it("make the details a command carries", () => {
    const answers: EnterpriseAnswers & SubmitterAnswers = {
      enterpriseKind: "htx",
      enterpriseName: "HTX A",
      taxId: null,
      commune: { code: "21040", text: "xã Bình Sơn" },
      submitterName: "Hoa",
      phone: "0905123456",
    };
    expect(enterpriseFrom(answers)).toEqual({
      kind: "htx",
      name: "HTX A",
      taxId: null,
      communeCode: "21040",
      communeText: "xã Bình Sơn",
    });
    expect(submitterFrom(answers)).toEqual({ name: "Hoa", phone: "0905123456" });
  });
});
