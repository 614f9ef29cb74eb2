import { expect, it } from "vitest";
import { messageUpdate } from "../../../doubles/telegram/updates.ts";
import { OGG } from "../../../support/recordings.ts";
import { callsOf, start } from "./running.ts";

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const PDF = new TextEncoder().encode("%PDF-1.7 đơn");

async function given() {
  const running = await start({ mode: "webhook" });
  const sendFile = async (content: Uint8Array, more: Record<string, unknown> = {}, caption?: string) => {
    const file_id = running.double.addFile(content, "documents/tệp 1.bin");
    const status = await running.double.bring(
      messageUpdate(1, { document: { file_id, ...more }, ...(caption !== undefined && { caption }) }),
    );
    expect(status).toBe(200);
    return running.accepted[0]?.content;
  };
  return { ...running, sendFile };
}

it("keeps a picture with its words, for the conversation it came in", async () => {
  const { double, accepted, kept } = await given();
  const file_id = double.addFile(JPEG, "photos/file_0.jpg");
  const update = messageUpdate(1, { photo: [{ file_id: "small" }, { file_id }], caption: "Nhãn này?" });
  await Promise.all([double.bring(update), double.bring(update)]);
  await double.bring(update);
  expect(kept).toEqual([
    { from: accepted[0]?.from, name: "anh.jpg", mediaType: "image/jpeg", content: JPEG },
  ]);
  expect(accepted.map(({ content }) => content)).toEqual([
    {
      kind: "files",
      files: [{ id: "file1", name: "anh.jpg", mediaType: "image/jpeg", bytes: 7 }],
      text: "Nhãn này?",
    },
  ]);
});

it("calls a document by what is in it, whatever its name says", async () => {
  const { sendFile, kept } = await given();
  expect(await sendFile(PDF, { file_name: "../../etc/Đơn\u202e xin.exe" })).toMatchObject({
    kind: "files",
    text: "",
  });
  expect(kept).toMatchObject([{ name: "Đơn xin.pdf", mediaType: "application/pdf", content: PDF }]);
});

it.each([
  ["of a kind that is not taken", new TextEncoder().encode("MZ…"), {}],
  ["too large, whatever Telegram says", new Uint8Array(5_000_001).fill(0x41), { file_name: "a.txt" }],
])("cannot read a file %s", async (_what, content, more) => {
  const { sendFile, kept } = await given();
  expect(await sendFile(content, more)).toMatchObject({ kind: "unreadable" });
  expect(kept).toEqual([]);
});

it("does not fetch what Telegram says is too large", async () => {
  const { sendFile, double } = await given();
  expect(await sendFile(PDF, { file_size: 5_000_001 })).toMatchObject({ kind: "unreadable" });
  expect(callsOf(double, "getFile")).toEqual([]);
});

it.each([
  ["is gone", { kind: "status", status: 404 }],
  ["is elsewhere", { kind: "status", status: 302, headers: { location: "http://127.0.0.1:9/" } }],
  ["breaks off", { kind: "reset" }],
] as const)("a file that %s is unreadable, and its words come with it", async (_what, fault) => {
  const { sendFile, double } = await given();
  double.faults.add("file", fault);
  expect(await sendFile(PDF, {}, "mã vạch?")).toMatchObject({ kind: "unreadable", text: "mã vạch?" });
});

it("a file that Telegram does not find is unreadable", async () => {
  const { double, accepted } = await given();
  await double.bring(messageUpdate(1, { photo: [{ file_id: "nowhere" }] }));
  expect(accepted[0]?.content).toEqual({ kind: "unreadable", what: "ảnh này" });
});

it("keeps a voice message until it is heard", async () => {
  const { double, accepted, kept } = await given();
  const file_id = double.addFile(OGG, "voice/file_1.oga");
  await double.bring(messageUpdate(1, { voice: { file_id, duration: 4 } }));
  expect(kept).toMatchObject([{ name: "tin-thoai.ogg", mediaType: "audio/ogg" }]);
  expect(accepted[0]?.content).toMatchObject({ kind: "files", files: [{ id: "file1" }], text: "" });
});

it("does not fetch a voice message that is too long", async () => {
  const { double, accepted, kept } = await given();
  const file_id = double.addFile(OGG, "voice/file_1.oga");
  await double.bring(messageUpdate(1, { voice: { file_id, duration: 121 } }));
  expect(accepted[0]?.content).toEqual({ kind: "unreadable", what: "tin thoại" });
  expect(callsOf(double, "getFile")).toEqual([]);
  expect(kept).toEqual([]);
});
