import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { decode, type Read } from "../../../../src/channels/zalo-oa/decode.ts";

const OA = "388613280878808645";
const FIXTURES = new URL("../../../fixtures/zalo-oa/", import.meta.url);

function recorded(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), "utf8")) as Record<string, unknown>;
}

function saidIn(read: Read) {
  if (read.kind !== "message") throw new Error(read.kind);
  return read.message.said;
}

it("reads a text with whole ids", () => {
  expect(decode(recorded("text"), OA)).toEqual({
    kind: "message",
    message: {
      id: "96d3cdf3af150460909",
      userId: "246845883529197922",
      sentAt: new Date(1764000000123),
      said: { kind: "text", text: "Lớp 5S khi nào mở ạ?" },
    },
  });
});

it.each([
  ["button", { kind: "choice", value: "m1abc.0" }],
  ["follow", { kind: "choice", value: "go:menu" }],
  ["sticker", { kind: "unreadable", what: "nhãn dán" }],
  ["location", { kind: "unreadable", what: "vị trí" }],
  [
    "audio",
    {
      kind: "media",
      what: "audio",
      links: [{ url: "https://voice-aac-dl.zdn.vn/1.aac", name: null }],
      text: "",
    },
  ],
  ["link", { kind: "text", text: "https://quangngai.gov.vn/" }],
  [
    "submit-info",
    {
      kind: "text",
      text: "Họ tên: Nguyễn Thị Hạnh\nĐiện thoại: 84901234567\nĐịa chỉ: 12 Hùng Vương, Nghĩa Hành, Quảng Ngãi",
    },
  ],
  [
    "image",
    {
      kind: "media",
      what: "image",
      links: [
        { url: "https://f20-zpc.zdn.vn/jpg/1.jpg", name: null },
        { url: "https://f20-zpc.zdn.vn/jpg/2.jpg", name: null },
      ],
      text: "giấy chứng nhận đây",
    },
  ],
  [
    "file",
    {
      kind: "media",
      what: "file",
      links: [{ url: "https://res-zaloapp-aka.zdn.vn/don.pdf", name: "Đơn đề nghị.pdf" }],
      text: "",
    },
  ],
] as const)("reads the event %s", (name, said) => {
  expect(saidIn(decode(recorded(name), OA))).toEqual(said);
});

it.each(["unfollow", "oa-send-text", "seen", "group-text"])("takes nothing from the event %s", (name) => {
  expect(decode(recorded(name), OA)).toEqual({ kind: "nothing" });
});

it("knows the events of another account", () => {
  for (const name of ["text", "follow", "image"])
    expect(decode(recorded(name), "1"), name).toEqual({ kind: "elsewhere" });
});

it("gives two events without a message id two ids, and a repeated one the same", () => {
  const ids = [recorded("follow"), { ...recorded("follow"), timestamp: "1764000000999" }, recorded("follow")]
    .map((event) => decode(event, OA))
    .map((read) => (read.kind === "message" ? read.message.id : read.kind));
  expect(ids[0]).toBe(ids[2]);
  expect(ids[0]).not.toBe(ids[1]);
});

it("cleans what no database keeps", () => {
  const event = { ...recorded("text"), message: { text: "a\0b\ud800c", msg_id: "1" } };
  expect(saidIn(decode(event, OA))).toEqual({ kind: "text", text: "ab\uFFFDc" });
});

it("takes only our own marks for buttons", () => {
  for (const text of ["#nscl:", "#nscl:có dấu", `#nscl:${"a".repeat(41)}`, "xin #nscl:go:menu", "#tuvan"]) {
    const event = { ...recorded("text"), message: { text, msg_id: "1" } };
    expect(saidIn(decode(event, OA))).toEqual({ kind: "text", text });
  }
});

it("calls what no event looks like broken, and never throws", () => {
  const text = recorded("text");
  const broken: readonly unknown[] = [
    null,
    7,
    "text",
    [],
    {},
    { event_name: 7 },
    { ...text, sender: null },
    { ...text, sender: { id: "" } },
    { ...text, sender: { id: 246845883529197922 } },
    { ...text, sender: { id: "a\nb" } },
    { ...text, message: { text: "a" }, timestamp: undefined },
    { ...recorded("follow"), follower: [] },
  ];
  for (const event of broken) expect(decode(event, OA), JSON.stringify(event)).toEqual({ kind: "broken" });
});

it("survives every field of every event being something else", () => {
  const strange = [null, 7, "", [], {}, [[]], { url: 7 }, "x".repeat(10_000)];
  for (const file of readdirSync(FIXTURES)) {
    const event = recorded(file.replace(".json", ""));
    for (const key of Object.keys(event))
      for (const value of strange) {
        const read = decode({ ...event, [key]: value }, OA);
        expect(["message", "nothing", "elsewhere", "broken"]).toContain(read.kind);
      }
    for (const value of strange) {
      const message = { ...(event["message"] as object | undefined), attachments: value, text: value };
      expect(() => decode({ ...event, message }, OA)).not.toThrow();
    }
  }
});
