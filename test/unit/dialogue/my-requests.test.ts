import { beforeAll, describe, expect, it } from "vitest";
import type { FileRef } from "../../../src/conversation/message.ts";
import type { DialogueContext } from "../../../src/dialogue/dialogue.ts";
import { myRequests } from "../../../src/dialogue/support/my-requests.ts";
import { statesOf } from "../../../src/registry/states.ts";
import { NOTHING_OF_MINE, type RequestView } from "../../../src/registry/views.ts";
import { NOW, shippedContext } from "./context.ts";
import { ODD_INPUTS, replyOf, talkTo } from "./driver.ts";

let context: DialogueContext;
beforeAll(async () => {
  context = await shippedContext();
});

const DAY = 86_400_000;
const file: FileRef = { id: "f1", name: "so-do.jpg", mediaType: "image/jpeg", bytes: 5 };

function request(code: string, parts: Partial<RequestView> = {}): RequestView {
  return {
    id: `id-${code}`,
    code,
    kind: "chung_nhan",
    description: "Cần chứng nhận HACCP",
    status: "in_progress",
    createdAt: new Date(NOW.getTime() - DAY),
    dueAt: new Date(NOW.getTime() + 5 * DAY),
    files: [],
    answers: [],
    ...parts,
  };
}

function having(...requests: RequestView[]): DialogueContext {
  return { ...context, mine: { ...NOTHING_OF_MINE, requests } };
}

function commandOf(step: ReturnType<typeof myRequests.begin>) {
  if (step.kind !== "do") throw new Error(step.kind);
  return step;
}

describe("one's own requests", () => {
  it("has nothing to show where there is none", () => {
    const step = myRequests.begin(context);
    expect(step.kind).toBe("leave");
    expect(replyOf(step).choices?.[0]?.value).toBe("go:support_request");
  });

  it("opens the only one, in plain words with the answers", () => {
    const step = myRequests.begin(
      having(request("YC-1", { files: [file], answers: [{ text: "Anh gửi thêm sơ đồ", at: NOW }] })),
    );
    const { text } = replyOf(step);
    expect(text).toContain("Yêu cầu YC-1 – Chứng nhận sản phẩm, hệ thống quản lý");
    expect(text).toContain("Tình trạng: đang xử lý");
    expect(text).toMatch(/Cán bộ trả lời thứ Ba 24\/11\/2026: Anh gửi thêm sơ đồ/);
    expect(text).toContain("Tệp: so-do.jpg");
  });

  it("says when the answer is overdue", () => {
    const late = request("YC-1", { dueAt: new Date(NOW.getTime() - DAY) });
    expect(replyOf(myRequests.begin(having(late))).text).toContain("Đã quá hạn trả lời");
  });

  it("lists several, newest first, and opens one by button or code", () => {
    const older = request("YC-OLD", { createdAt: new Date(NOW.getTime() - 9 * DAY), status: "guided" });
    const talk = talkTo(myRequests, having(older, request("YC-NEW")));
    talk.begin();
    expect(talk.labels()[0]).toContain("YC-NEW");
    talk.type("yc-old");
    expect(talk.text()).toContain("Yêu cầu YC-OLD");
    talk.press("Xem yêu cầu khác");
    talk.press("YC-NEW – Chứng nhận sản phẩm, hệ thống quản lý: đang xử lý");
    expect(talk.text()).toContain("Yêu cầu YC-NEW");
    talk.back();
    expect(talk.text()).toContain("Yêu cầu của anh/chị");
    expect(talk.back()).toBeNull();
  });

  it("opens the one that was asked for by its code", () => {
    const here = having(request("YC-A"), request("YC-B"));
    expect(replyOf(myRequests.begin(here, { code: "YC-B" })).text).toContain("Yêu cầu YC-B");
    expect(replyOf(myRequests.begin(here, { code: "YC-ZZZZ" })).text).toContain("Yêu cầu của anh/chị");
  });

  it("adds words, and files with words", () => {
    const talk = talkTo(myRequests, having(request("YC-1")));
    talk.begin();
    talk.press("Bổ sung thông tin, tệp");
    talk.type("  ");
    expect(talk.text()).toContain("chưa thấy nội dung");
    talk.give({ kind: "files", files: [file], text: "" });
    expect(talk.text()).toContain("Đã nhận 1 tệp: so-do.jpg");
    expect(talk.typed()).toEqual(["Bổ sung: so-do.jpg"]);
    const step = commandOf(talk.type("Đây là sơ đồ xưởng"));
    expect(step.command).toEqual({
      kind: "add_to_request",
      requestId: "id-YC-1",
      text: "Đây là sơ đồ xưởng",
      fileIds: ["f1"],
    });
    expect(
      step.conclude({ kind: "request_changed", code: "YC-1", status: "in_progress" }).reply.text,
    ).toContain("Đã bổ sung vào yêu cầu YC-1");
  });

  it("sends files without a word, but not nothing", () => {
    const talk = talkTo(myRequests, having(request("YC-1", { status: "needs_info" })));
    talk.begin();
    talk.press("Bổ sung thông tin, tệp");
    talk.type("gửi");
    expect(talk.text()).toContain("chưa thấy nội dung");
    talk.give({ kind: "files", files: [file], text: "" });
    expect(commandOf(talk.press("Gửi bổ sung")).command).toMatchObject({ text: "", fileIds: ["f1"] });
  });

  it("withdraws only when it is confirmed", () => {
    const talk = talkTo(myRequests, having(request("YC-1")));
    talk.begin();
    talk.press("Rút yêu cầu");
    talk.press("Không, giữ lại");
    talk.press("Rút yêu cầu");
    const step = commandOf(talk.press("Rút yêu cầu này"));
    expect(step.command).toEqual({ kind: "withdraw_request", requestId: "id-YC-1" });
    expect(step.conclude({ kind: "declined", why: "not_yours" }).reply.text).toContain(
      "không do khung chat này",
    );
  });

  it("opens one again with a reason, and says when it is too late", () => {
    const talk = talkTo(myRequests, having(request("YC-1", { status: "withdrawn" })));
    talk.begin();
    expect(talk.labels()).toEqual(["Mở lại yêu cầu"]);
    talk.press("Mở lại yêu cầu");
    talk.type("vì");
    expect(talk.text()).toContain("ngắn quá");
    const step = commandOf(talk.type("Tôi đã có đủ giấy tờ rồi"));
    expect(step.command).toEqual({
      kind: "reopen_request",
      requestId: "id-YC-1",
      text: "Tôi đã có đủ giấy tờ rồi",
    });
    expect(step.conclude({ kind: "declined", why: "too_late" }).reply.text).toContain("quá 30 ngày");
  });

  it("offers for every state only what it allows", () => {
    for (const status of statesOf("request")) {
      const labels = replyOf(myRequests.begin(having(request("YC-1", { status })))).choices?.map(
        ({ label }) => label,
      );
      const closed = ["guided", "refused", "withdrawn", "completed"].includes(status);
      expect(labels?.includes("Mở lại yêu cầu") ?? false, status).toBe(closed);
      // One that was merged goes on as another one.
      expect(labels?.includes("Bổ sung thông tin, tệp") ?? false, status).toBe(
        !closed && status !== "merged",
      );
    }
  });

  it("goes back to the list where the request is gone meanwhile", () => {
    const step = myRequests.advance(
      { at: "withdraw", code: "YC-X" },
      { kind: "choice", value: "yes" },
      having(request("YC-1")),
    );
    expect(replyOf(step).text).toContain("Yêu cầu của anh/chị");
  });

  it("never throws, whatever comes", () => {
    const here = having(request("YC-1"), request("YC-2"));
    for (const at of ["list", "one", "add", "withdraw", "reopen", "x"]) {
      for (const input of ODD_INPUTS) {
        const step = myRequests.advance({ at, code: "YC-1", files: [] }, input, here);
        if (step.kind !== "do") expect(replyOf(step).text).not.toBe("");
      }
    }
    for (const raw of [null, 3, {}, { at: "one" }]) expect(myRequests.resume(raw, here).text).not.toBe("");
  });
});
