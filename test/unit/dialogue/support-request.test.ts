import { beforeAll, describe, expect, it } from "vitest";
import type { FileRef } from "../../../src/conversation/message.ts";
import type { DialogueContext } from "../../../src/dialogue/dialogue.ts";
import { privacyNotice } from "../../../src/dialogue/privacy-notice.ts";
import { supportRequest } from "../../../src/dialogue/support/support-request.ts";
import { NOTHING_OF_MINE, type Mine, type RequestView } from "../../../src/registry/views.ts";
import { NOW, shippedContext } from "./context.ts";
import { ODD_INPUTS, replyOf, talkTo } from "./driver.ts";

let context: DialogueContext;
beforeAll(async () => {
  context = await shippedContext();
});

const file = (id: string): FileRef => ({ id, name: `${id}.pdf`, mediaType: "application/pdf", bytes: 10 });
const DESCRIPTION = "Cần tư vấn làm ISO 22000 cho xưởng nước mắm";

const KNOWN: Mine = {
  ...NOTHING_OF_MINE,
  person: { name: "Lê Thị Bé", phone: "0905123456" },
  enterprise: {
    id: "e1",
    kind: "htx",
    name: "HTX Rau sạch",
    taxId: null,
    communeCode: null,
    communeText: "Đức Phổ",
    contact: "claimed",
  },
};

function fromTheStart() {
  const talk = talkTo(supportRequest, context);
  talk.begin();
  talk.press("Áp dụng hệ thống quản lý, công cụ cải tiến năng suất");
  return talk;
}

describe("a request for support", () => {
  it("asks for consent before any personal datum, then field by field, and is sent", () => {
    const talk = fromTheStart();
    expect(talk.text()).toContain(privacyNotice("registration", context));
    expect(talk.labels()).toEqual(["Đồng ý", "Không đồng ý"]);
    talk.press("Đồng ý");
    talk.type(DESCRIPTION);
    talk.press("Không có");
    talk.press("Hợp tác xã");
    talk.type("HTX Mắm Đức Lợi");
    talk.press("Bỏ qua");
    talk.type("Mộ Đức");
    talk.type("Lê Thị Bé");
    talk.type("0905123456");
    expect(talk.text()).toContain(`Nội dung: ${DESCRIPTION}`);
    expect(talk.text()).toContain("Tệp gửi kèm: không có");
    const step = talk.press("Gửi yêu cầu");
    if (step.kind !== "do") throw new Error(step.kind);
    expect(step.command).toMatchObject({
      kind: "submit_request",
      requestKind: "he_thong_cong_cu",
      description: DESCRIPTION,
      enterprise: { kind: "htx", name: "HTX Mắm Đức Lợi", taxId: null, communeText: "Mộ Đức" },
      submitter: { name: "Lê Thị Bé", phone: "0905123456" },
      fileIds: [],
      background: [],
      consents: [{ purpose: "registration", wording: privacyNotice("registration", context) }],
    });
    const { reply, state } = step.conclude({
      kind: "request_received",
      code: "YC-7KQ2MX",
      dueAt: new Date("2026-12-01T10:00:00Z"),
      alreadyOpen: false,
    });
    expect(reply.text).toContain("mã YC-7KQ2MX");
    expect(reply.text).toMatch(/chậm nhất thứ Ba 0?1\/12\/2026/);
    expect(reply.text).toContain("yêu cầu của tôi");
    expect(state).toBeUndefined();
  });

  it("keeps nothing where consent is refused", () => {
    const step = fromTheStart().press("Không đồng ý");
    expect(step.kind).toBe("leave");
    expect(replyOf(step).text).toContain("chưa ghi gì");
  });

  it("takes what another dialogue knows, and what is on file", () => {
    const talk = talkTo(supportRequest, { ...context, mine: KNOWN });
    talk.begin({ requestKind: "chung_nhan", enterpriseKind: "htx", background: ["Sản phẩm: Nước mắm", 7] });
    expect(talk.text()).toContain("Tôi dùng thông tin anh/chị đã khai");
    expect(talk.text()).toContain("Lê Thị Bé, 0905123456");
    talk.press("Đồng ý");
    talk.type(DESCRIPTION);
    talk.press("Không có");
    expect(talk.text()).toContain("Gửi kèm: Sản phẩm: Nước mắm");
    const step = talk.press("Gửi yêu cầu");
    expect(step.kind === "do" && step.command).toMatchObject({
      requestKind: "chung_nhan",
      background: ["Sản phẩm: Nước mắm"],
      enterprise: { name: "HTX Rau sạch" },
    });
  });

  it("asks for the enterprise anew where another kind was spoken of", () => {
    const talk = talkTo(supportRequest, { ...context, mine: KNOWN });
    talk.begin({ requestKind: "chung_nhan", enterpriseKind: "ho_kinh_doanh" });
    talk.press("Đồng ý");
    talk.type(DESCRIPTION);
    talk.press("Không có");
    expect(talk.text()).toContain("Tên hộ kinh doanh");
  });

  it("takes up to five files, with the description or after it", () => {
    const talk = fromTheStart();
    talk.press("Đồng ý");
    talk.type(DESCRIPTION);
    talk.give({ kind: "files", files: [file("a"), file("b")], text: "" });
    expect(talk.text()).toContain("Đã nhận 2 tệp: a.pdf, b.pdf");
    talk.give({
      kind: "files",
      files: [file("b"), file("c"), file("d"), file("e"), file("f"), file("g")],
      text: "",
    });
    expect(talk.text()).toContain("Chỉ nhận được 5 tệp, còn 2 tệp");
    expect(talk.typed().join()).toContain("a.pdf, b.pdf, c.pdf, d.pdf, e.pdf");

    const another = fromTheStart();
    another.press("Đồng ý");
    another.give({ kind: "files", files: [file("a")], text: DESCRIPTION });
    expect(another.text()).toContain("loại hình");
    expect(another.typed().join()).toContain("a.pdf");
  });

  it.each([
    ["iso", "Nội dung ngắn quá"],
    ["..............", "Nội dung ngắn quá"],
    ["🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "Nội dung ngắn quá"],
    ["a".repeat(2001), "Nội dung dài 2001 ký tự"],
  ])("says how to mend the description %#", (words, mistake) => {
    const talk = fromTheStart();
    talk.press("Đồng ý");
    talk.type(words);
    expect(talk.text()).toContain(mistake);
  });

  it("takes a description that is a question", () => {
    const talk = fromTheStart();
    talk.press("Đồng ý");
    talk.type("Làm ISO 22000 thì được hỗ trợ bao nhiêu tiền?");
    expect(talk.text()).toContain("tệp, ảnh nào gửi kèm");
  });

  it("tells of one that is open already and adds to it what was typed", () => {
    const request: RequestView = {
      id: "r1",
      code: "YC-AAAA",
      kind: "he_thong_cong_cu",
      description: "Yêu cầu trước",
      status: "in_progress",
      createdAt: NOW,
      dueAt: NOW,
      files: [],
      answers: [],
    };
    const mine: Mine = { ...KNOWN, requests: [request] };
    const here = { ...context, mine };
    const talk = talkTo(supportRequest, here);
    talk.begin({
      requestKind: "he_thong_cong_cu",
      description: DESCRIPTION,
      background: ["Loại hình: Hợp tác xã"],
    });
    talk.press("Đồng ý");
    talk.press("Không có");
    const step = talk.press("Gửi yêu cầu");
    if (step.kind !== "do") throw new Error(step.kind);
    const outcome = { kind: "request_received", code: "YC-AAAA", dueAt: NOW, alreadyOpen: true } as const;
    const { reply, state } = step.conclude(outcome);
    expect(reply.text).toContain("đã có một yêu cầu cùng loại đang xử lý, mã YC-AAAA");
    expect(supportRequest.typed(state, here)[0]).toContain(DESCRIPTION);
    expect(supportRequest.resume(state, here).text).toContain("YC-AAAA");
    const adding = supportRequest.advance(state, { kind: "choice", value: "add" }, here);
    if (adding.kind !== "do") throw new Error(adding.kind);
    expect(adding.command).toEqual({
      kind: "add_to_request",
      requestId: "r1",
      text: `${DESCRIPTION}\nLoại hình: Hợp tác xã`,
      fileIds: [],
    });
    expect(
      adding.conclude({ kind: "request_changed", code: "YC-AAAA", status: "in_progress" }).reply.text,
    ).toContain("Đã bổ sung");
    const foreign = supportRequest.advance(state, { kind: "choice", value: "add" }, context);
    expect(replyOf(foreign).text).toContain("do người khác của đơn vị gửi");
    expect(supportRequest.advance(state, { kind: "text", text: "thôi" }, here).kind).toBe("leave");
  });

  it("says why nothing was sent", () => {
    const talk = talkTo(supportRequest, { ...context, mine: KNOWN });
    talk.begin({ requestKind: "vuong_mac", description: DESCRIPTION });
    talk.press("Đồng ý");
    talk.press("Không có");
    const step = talk.press("Gửi yêu cầu");
    if (step.kind !== "do") throw new Error(step.kind);
    expect(step.conclude({ kind: "declined", why: "consent_missing" }).reply.text).toContain("Đồng ý");
  });

  it("never throws, whatever comes", () => {
    const talk = fromTheStart();
    for (let round = 0; round < 3; round++) {
      for (const input of ODD_INPUTS) {
        const step = talk.give(input);
        if (step.kind !== "do" && step.kind !== "switch") expect(replyOf(step).text).not.toBe("");
      }
      if (round === 0) talk.give({ kind: "choice", value: "agree" });
    }
    for (const start of [null, 1, [], { requestKind: "constructor" }, { background: "x", description: 3 }]) {
      expect(supportRequest.begin(context, start).kind).toBe("ask");
    }
  });
});
