import { describe, expect, it } from "vitest";
import type { Address } from "../../../../src/conversation/message.ts";
import { failureOf } from "../../../../src/channels/zalo-personal/failures.ts";
import { createPace } from "../../../../src/channels/zalo-personal/pace.ts";
import { given, stateOf, type Given } from "./support.ts";
import { closedAddress } from "../../../support/closed-address.ts";
import { endingOf } from "../../../support/ending.ts";

const PERSON = "800000000000000007";

/** Somebody has written, so there is a chat to answer in. */
async function answering(settings = {}): Promise<Given & { to: Address }> {
  const one = await given({ settings });
  one.double.write({ id: "1", content: "chào" });
  await one.double.until(() => one.messages.length === 1);
  return { ...one, to: { channel: "zalo-personal", account: one.double.uid, chat: PERSON } };
}

describe("a reply", () => {
  it("comes with its basis in lines and its choices as numbers", async () => {
    const { double, zalo, to } = await answering();
    const result = await zalo.channel.send(
      to,
      {
        text: "Cần mã số, mã vạch khi bán vào siêu thị.",
        choices: [
          { label: "Đăng ký lớp", value: "m1.0" },
          { label: "Gặp cán bộ", value: "go:staff" },
        ],
        citations: [
          {
            document: "37/2026/NĐ-CP",
            title: "Nghị định",
            section: "Điều 31",
            kind: "tóm tắt",
            text: "…",
            validity: "còn hiệu lực",
          },
        ],
      },
      "r",
    );
    expect(result).toMatchObject({ kind: "sent", ref: expect.stringMatching(/^\d+$/) as string });
    expect(double.sent.map(({ text }) => text)).toEqual([
      "Cần mã số, mã vạch khi bán vào siêu thị.\n\n" +
        "Căn cứ: 37/2026/NĐ-CP Điều 31 – tóm tắt – còn hiệu lực\n\n1. Đăng ký lớp\n2. Gặp cán bộ",
    ]);
  });

  it("is cut at 2,000 characters", async () => {
    const { double, zalo, to } = await answering();
    const text = "Một câu dài vừa phải để cắt. ".repeat(200);
    expect((await zalo.channel.send(to, { text }, "r")).kind).toBe("sent");
    expect(double.sent.map(({ text: part }) => part.length).every((length) => length <= 2_000)).toBe(true);
    expect(double.sent.map(({ text: part }) => part).join(" ")).toBe(text.trim());
  });

  it("reaches a group", async () => {
    const { double, zalo, to } = await answering();
    double.write({ id: "2", group: "900", content: "@Bot", mentions: [{ uid: double.uid, pos: 9, len: 4 }] });
    expect((await zalo.channel.send({ ...to, chat: "group:900" }, { text: "dạ" }, "r")).kind).toBe("sent");
    expect(double.sent).toMatchObject([{ to: "900", isGroup: true, text: "dạ" }]);
  });

  it("brings its files as documents", async () => {
    const { double, zalo, to } = await answering();
    const files = [{ name: "lich.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR\r\nnộp hồ sơ" }];
    expect((await zalo.channel.send(to, { text: "Lịch đây ạ", files }, "r")).kind).toBe("sent");
    expect(double.sent).toMatchObject([
      { text: "Lịch đây ạ", file: null },
      { text: "", file: { name: "lich.ics", content: "BEGIN:VCALENDAR\r\nnộp hồ sơ" } },
    ]);
  });

  it("says which file Zalo does not take", async () => {
    const { double, zalo, to } = await answering();
    const files = [{ name: "danh-sach.html", mediaType: "text/html", content: "<p>" }];
    expect((await zalo.channel.send(to, { text: "Danh sách", files }, "r")).kind).toBe("sent");
    expect(double.sent.map(({ text }) => text)).toEqual([
      "Danh sách",
      expect.stringContaining("danh-sach.html"),
    ]);
  });

  it("is not known to have arrived where an upload never ends; the text is not said again", async () => {
    const { double, zalo, to } = await answering({ times: { uploadMs: 100 } });
    double.finishUploads(false);
    const reply = { text: "Lịch", files: [{ name: "a.ics", mediaType: "text/calendar", content: "B" }] };
    expect(await zalo.channel.send(to, reply, "r")).toMatchObject({
      kind: "unknown",
      why: expect.stringContaining("đã gửi 1/2") as string,
    });
    double.finishUploads(true);
    expect((await zalo.channel.send(to, reply, "r")).kind).toBe("sent");
    expect(double.sent.filter(({ text }) => text === "Lịch")).toHaveLength(1);
  });
});

describe("an answer of Zalo's", () => {
  it.each([
    [{ error: 122 }, "refused"],
    [{ error: 123 }, "refused"],
    [{ error: 114 }, "refused"],
    [{ error: 221 }, "pace"],
    [{ status: 429 }, "pace"],
    [{ status: 403 }, "refused"],
    [{ status: 502 }, "unknown"],
    ["empty", "unknown"],
    ["answer lost", "unknown"],
    ["reset", "unknown"],
    ["silence", "unknown"],
  ] as const)("%j means %s", async (fault, ending) => {
    const { double, zalo, to } = await answering({ times: { callMs: 500 } });
    double.fail(/\/sms$/, fault);
    expect(endingOf(await zalo.channel.send(to, { text: "a" }, "r"))).toBe(ending);
  });

  it("that never came because nobody was there means that it was not sent", async () => {
    const error: unknown = await fetch(await closedAddress()).catch((thrown: unknown) => thrown);
    expect(failureOf(error).kind).toBe("not_sent");
    expect(failureOf(new TypeError("fetch failed")).kind).toBe("unknown");
  });

  it("that it is too much stops all sending for a while", async () => {
    const one = await answering();
    const { double, zalo, to } = one;
    double.fail(/\/sms$/, { error: 221 });
    await zalo.channel.send(to, { text: "a" }, "r1");
    const before = double.requests.length;
    const result = await zalo.channel.send(to, { text: "b" }, "r2");
    expect(endingOf(result)).toBe("pace");
    expect(result.kind === "retry" && result.afterMs).toBeGreaterThan(50_000);
    expect(double.requests).toHaveLength(before);
    expect(stateOf(one)).toBe("ok");
    expect(zalo.status()[0]?.why).toContain("quá nhiều");
  });

  it("about a later part leaves what has arrived alone", async () => {
    const { double, zalo, to } = await answering();
    const reply = { text: `${"a".repeat(1_999)} ${"b".repeat(1_999)} ${"c".repeat(1_999)}` };
    double.fail(/\/sms$/, "reset");
    expect((await zalo.channel.send(to, reply, "r")).kind).toBe("unknown");
    expect((await zalo.channel.send(to, reply, "r")).kind).toBe("sent");
    expect(double.sent.map(({ text }) => text[0])).toEqual(["a", "b", "c"]);

    const other = { text: reply.text.toUpperCase() };
    const later = { from: double.sent.length };
    double.failAfter(/\/sms$/, 1, { error: 221 });
    expect((await zalo.channel.send(to, other, "s")).kind).toBe("retry");
    expect(double.sent.slice(later.from).map(({ text }) => text[0])).toEqual(["A"]);
  });
});

describe("an account that is not connected", () => {
  it("lets a reply wait, longer where a person has to act", async () => {
    const one = await answering();
    const { double, zalo, to } = one;
    double.close(3000);
    await double.until(() => stateOf(one) === "stopped");
    const result = await zalo.channel.send(to, { text: "a" }, "r");
    expect(endingOf(result)).toBe("outage");
    expect(result.kind === "retry" && result.afterMs).toBeGreaterThan(60_000);
    const stranger = await zalo.channel.send({ ...to, account: "1" }, { text: "a" }, "r");
    expect(endingOf(stranger)).toBe("outage");
    expect(double.sent).toEqual([]);
  });
});

describe("the pace", () => {
  const limits = { everyMs: 3_000, anHour: 3, restMs: 60_000 };
  function paceAt() {
    const clock = { at: 1_000_000 };
    return { clock, pace: createPace(limits, () => new Date(clock.at)) };
  }

  it("gives a turn every so often, and none to who cannot wait for it", () => {
    const { clock, pace } = paceAt();
    expect(pace.take(10_000)).toEqual({ kind: "now", waitMs: 0 });
    expect(pace.take(10_000)).toEqual({ kind: "now", waitMs: 3_000 });
    expect(pace.take(5_000)).toEqual({ kind: "later", afterMs: 6_000 });
    clock.at += 4_000;
    expect(pace.take(5_000)).toEqual({ kind: "now", waitMs: 2_000 });
  });

  it("gives no more than so many an hour", () => {
    const { clock, pace } = paceAt();
    for (let turns = 0; turns < 3; turns++) {
      expect(pace.take(0).kind).toBe("now");
      clock.at += 10_000;
    }
    expect(pace.take(10_000)).toEqual({ kind: "later", afterMs: 3_600_000 - 30_000 });
    clock.at += 3_600_000 - 30_000;
    expect(pace.take(0)).toEqual({ kind: "now", waitMs: 0 });
    expect(pace.take(0).kind).toBe("later");
  });

  it("rests when it is told to", () => {
    const { clock, pace } = paceAt();
    pace.rest();
    expect(pace.take(10_000)).toEqual({ kind: "later", afterMs: 60_000 });
    clock.at += 60_000;
    expect(pace.isResting()).toBe(false);
    expect(pace.take(0).kind).toBe("now");
  });
});
