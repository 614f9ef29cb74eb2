import { beforeAll, describe, expect, it } from "vitest";
import type { DialogueContext } from "../../../src/dialogue/dialogue.ts";
import { NOTICE_VERSION, privacyNotice } from "../../../src/dialogue/privacy-notice.ts";
import { topics } from "../../../src/dialogue/topics/topics.ts";
import { NOTHING_OF_MINE, TOPICS, type Topic } from "../../../src/registry/views.ts";
import { NOW, shippedContext } from "./context.ts";
import { ODD_INPUTS, replyOf, talkTo } from "./driver.ts";

let context: DialogueContext;
beforeAll(async () => {
  context = await shippedContext();
});

function following(followed: readonly Topic[], consented = true): DialogueContext {
  const consents = consented
    ? [{ purpose: "announcement", noticeVersion: NOTICE_VERSION, givenAt: NOW } as const]
    : [];
  return { ...context, mine: { ...NOTHING_OF_MINE, topics: followed, consents } };
}

describe("following topics", () => {
  it("asks once for consent, with its notice, then follows", () => {
    const talk = talkTo(topics, context);
    talk.begin();
    talk.press("☐ Mã số mã vạch");
    talk.type("Chính sách hỗ trợ");
    expect(talk.labels()).toContain("☑ Mã số mã vạch");
    talk.press("Lưu");
    expect(talk.text()).toContain(privacyNotice("announcement", context));
    const step = talk.press("Đồng ý nhận tin");
    if (step.kind !== "do") throw new Error(step.kind);
    expect(step.command).toMatchObject({
      kind: "follow",
      topics: ["ma_vach", "ho_tro"],
      consents: [{ purpose: "announcement", noticeVersion: NOTICE_VERSION }],
    });
    const { reply, state } = step.conclude({ kind: "topics_changed", topics: ["ma_vach", "ho_tro"] });
    expect(reply.text).toContain("Mã số mã vạch; Chính sách hỗ trợ");
    expect(state).toBeUndefined();
  });

  it("sends nothing where consent is refused", () => {
    const talk = talkTo(topics, context);
    talk.begin({ topic: "lop" });
    talk.press("Lưu");
    expect(talk.press("Không đồng ý").kind).toBe("leave");
  });

  it("does not ask again for a consent that was given", () => {
    const talk = talkTo(topics, following(["lop"]));
    talk.begin();
    talk.press("Chọn tất cả");
    const step = talk.press("Lưu");
    expect(step.kind === "do" && step.command).toEqual({
      kind: "follow",
      topics: Object.keys(TOPICS).filter((one) => one !== "lop"),
      consents: [],
    });
  });

  it("leaves topics, and says so where nothing changed", () => {
    const talk = talkTo(topics, following(["lop", "ho_tro"]));
    talk.begin();
    talk.press("☑ Lớp tập huấn, hội thảo mới");
    const step = talk.press("Lưu");
    expect(step.kind === "do" && step.command).toEqual({ kind: "unfollow", topics: ["lop"] });
    const same = talkTo(topics, following(["lop"]));
    same.begin();
    expect(replyOf(same.press("Lưu")).text).toContain("Không có gì thay đổi");
  });

  it("adds and takes away in two steps, each a turn of its own", () => {
    const talk = talkTo(topics, following(["lop"]));
    talk.begin();
    talk.press("☑ Lớp tập huấn, hội thảo mới");
    talk.press("☐ Mã số mã vạch");
    const step = talk.press("Lưu");
    if (step.kind !== "do") throw new Error(step.kind);
    expect(step.command).toMatchObject({ kind: "follow", topics: ["ma_vach"] });
    const { reply, state } = step.conclude({ kind: "topics_changed", topics: ["lop", "ma_vach"] });
    expect(reply.text).toContain("Còn bỏ: Lớp tập huấn");
    const next = topics.advance(state, { kind: "choice", value: "save" }, following(["lop", "ma_vach"]));
    expect(next.kind === "do" && next.command).toEqual({ kind: "unfollow", topics: ["lop"] });
  });

  it("stops with one word", () => {
    const step = topics.begin(following(["lop", "ho_tro"]), { stop: true });
    if (step.kind !== "do") throw new Error(step.kind);
    expect(step.command).toEqual({ kind: "withdraw_consent", purpose: "announcement" });
    expect(step.conclude({ kind: "consent_withdrawn", dueAt: NOW }).reply.text).toContain(
      "Đã ngừng nhận tin",
    );
    expect(replyOf(topics.begin(context, { stop: true })).text).toContain("chưa đăng ký nhận tin");
  });

  it("steps back from the notice to the list", () => {
    const talk = talkTo(topics, context);
    talk.begin({ topic: "lop" });
    talk.press("Lưu");
    talk.back();
    expect(talk.text()).toContain("Đang chọn: Lớp tập huấn");
    expect(talk.typed()).toEqual(["Đang chọn: Lớp tập huấn, hội thảo mới."]);
    expect(talk.back()).toBeNull();
  });

  it("never throws, whatever comes", () => {
    for (const state of [null, 3, { at: "pick", chosen: ["x"] }, { at: "consent", chosen: ["lop"] }]) {
      for (const input of ODD_INPUTS) {
        const step = topics.advance(state, input, context);
        if (step.kind !== "do") expect(replyOf(step).text).not.toBe("");
      }
    }
    for (const start of [null, 1, { topic: "x" }, { stop: "yes" }])
      expect(topics.begin(context, start).kind).toBe("ask");
  });
});
