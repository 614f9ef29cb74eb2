import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { takenKind } from "../../../src/channels/web/file-kinds.ts";
import { addressOf } from "../../../src/channels/web/tokens.ts";
import { chatClient } from "../../support/chat-client.ts";
import { USUAL_LIMITS, startChat, type ChatOptions, type RunningChat } from "../../support/chat.ts";

let running: RunningChat[] = [];
afterEach(async () => {
  await Promise.all(running.map((chat) => chat.stop()));
  running = [];
});

async function given(options: ChatOptions = {}) {
  const chat = await startChat(options);
  running.push(chat);
  const client = chatClient(chat.url);
  const { conversation } = await client.say("xin chào");
  return { chat, conversation, ...client };
}

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const PDF = { name: "Giấy đăng ký.pdf", content: bytes("%PDF-1.7 …") };
const fileIn = async (response: Response) => ((await response.json()) as { file: string }).file;

describe("sending files", () => {
  it("keeps a file, which then goes with a message", async () => {
    const { chat, conversation, post, upload, read } = await given();
    const response = await upload(PDF, conversation);
    expect(response.status).toBe(201);
    const file = await fileIn(response);
    expect((await post({ id: randomUUID(), text: "gửi anh", files: [file], conversation })).status).toBe(202);
    expect(chat.memory.accepted[1]?.content).toEqual({
      kind: "files",
      text: "gửi anh",
      files: [
        { id: file, name: "Giấy đăng ký.pdf", mediaType: "application/pdf", bytes: PDF.content.length },
      ],
    });
    const shown = (await read(conversation)).messages[1]?.files[0];
    const download = await fetch(chat.url + (shown?.url ?? ""));
    expect(download.status).toBe(200);
    expect(download.headers.get("Content-Disposition")).toBe(
      "attachment; filename=\"Gi_y __ng k_.pdf\"; filename*=UTF-8''Gi%E1%BA%A5y%20%C4%91%C4%83ng%20k%C3%BD.pdf",
    );
    expect(download.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(download.headers.get("Content-Type")).toBe("application/pdf");
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(PDF.content);
  });

  it("lets a file alone be a message, and the first of a conversation", async () => {
    const { chat, post, upload } = await given();
    const kept = (await (await upload(PDF)).json()) as { file: string; conversation: string };
    const response = await post({ id: randomUUID(), files: [kept.file], conversation: kept.conversation });
    expect(response.status).toBe(202);
    expect(chat.memory.accepted[1]?.content).toMatchObject({ kind: "files", text: "" });
  });

  it("shows a file to nobody but its own conversation", async () => {
    const { chat, conversation, say, post, upload } = await given();
    const file = await fileIn(await upload(PDF, conversation));
    const stranger = await say("người khác");
    const url = `${chat.url}/api/chat/files/${file}?conversation=`;
    expect((await fetch(url + stranger.conversation)).status).toBe(404);
    expect((await fetch(`${url}khong-co`)).status).toBe(404);
    expect((await fetch(url)).status).toBe(400);
    const misuse = await post({
      id: randomUUID(),
      text: "a",
      files: [file],
      conversation: stranger.conversation,
    });
    expect(misuse.status).toBe(400);
  });

  it("keeps five waiting at most; a message makes room", async () => {
    const { conversation, post, upload } = await given();
    const files = [];
    for (let count = 0; count < 5; count++) files.push(await fileIn(await upload(PDF, conversation)));
    expect((await upload(PDF, conversation)).status).toBe(400);
    expect((await post({ id: randomUUID(), files, conversation })).status).toBe(202);
    expect((await upload(PDF, conversation)).status).toBe(201);
  });

  it("refuses more than 5 MB with 413, also a little more", async () => {
    const { conversation, upload } = await given();
    const content = new Uint8Array(5 * 1024 * 1024 + 1);
    content.set(PDF.content);
    expect((await upload({ name: "a.pdf", content }, conversation)).status).toBe(413);
    expect(
      (await upload({ name: "a.pdf", content: new Uint8Array(6 * 1024 * 1024) }, conversation)).status,
    ).toBe(413);
    expect((await upload({ name: "a.pdf", content: content.slice(1) }, conversation)).status).toBe(400);
    expect((await upload({ name: "a.pdf", content: content.slice(0, -1) }, conversation)).status).toBe(201);
  });

  it("refuses what is no form, has no file, an empty one, or an unknown conversation", async () => {
    const { chat, conversation, upload } = await given();
    const send = (body: string, type: string) =>
      fetch(`${chat.url}/api/chat/files`, { method: "POST", body, headers: { "Content-Type": type } });
    expect((await send("x", "multipart/form-data; boundary=y")).status).toBe(400);
    expect((await send("{}", "application/json")).status).toBe(400);
    expect((await send("file=abc", "application/x-www-form-urlencoded")).status).toBe(400);
    expect((await upload({ name: "a.txt", content: "" }, conversation)).status).toBe(400);
    expect((await upload(PDF, "khong-co")).status).toBe(404);
  });

  it("limits how much one address may send up in an hour", async () => {
    const { conversation, upload } = await given({
      config: { limits: { ...USUAL_LIMITS, filesPerHour: 1 } },
    });
    expect((await upload(PDF, conversation)).status).toBe(201);
    const response = await upload(PDF, conversation);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("Retry-After"))).toBe(3600);
  });
});

describe("files of replies", () => {
  it("are downloads of their conversation", async () => {
    const { chat, conversation, say, read } = await given();
    const content = "BEGIN:VCALENDAR\r\nSUMMARY:Lớp mã vạch\r\nEND:VCALENDAR\r\n";
    chat.memory.say(addressOf(conversation), {
      text: "Lịch",
      files: [{ name: 'lich"\r\n.ics', mediaType: "text/calendar", content }],
    });
    const file = (await read(conversation)).messages[1]?.files[0];
    expect(file?.bytes).toBe(Buffer.byteLength(content));
    const response = await fetch(chat.url + (file?.url ?? ""));
    expect(await response.text()).toBe(content);
    expect(response.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; filename="lich___\.ics"/);
    const stranger = await say("người khác");
    const url = (id: string, token: string) => `${chat.url}/api/chat/files/${id}?conversation=${token}`;
    expect((await fetch(url(file?.id ?? "", stranger.conversation))).status).toBe(404);
    for (const id of ["2.1", "1.0", "9.0", "..%2Fetc", "0.0"]) {
      expect((await fetch(url(id, conversation))).status, id).toBe(404);
    }
  });
});

describe("kinds of files", () => {
  const zip = (entry: string) => bytes(`PK\x03\x04....${entry}....`);
  it.each([
    ["a.pdf", bytes("%PDF-1.4"), "application/pdf"],
    ["ẢNH.JPEG", bytes("\xff\xd8\xff\xe0"), "image/jpeg"],
    ["a.png", bytes("\x89PNG\r\n\x1a\n.."), "image/png"],
    [
      "a.docx",
      zip("word/document.xml"),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["a.xlsx", zip("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["a.txt", Uint8Array.from(Buffer.from("Họ tên: Nguyễn Văn A")), "text/plain"],
  ])("%s is taken", (name, content, mediaType) => {
    expect(takenKind(content, name)?.mediaType).toBe(mediaType);
  });

  it.each([
    ["a.pdf", bytes("MZ....")],
    ["a.jpg", bytes("%PDF-1.4")],
    ["a.html", bytes("<html>")],
    ["a.svg", bytes("<svg onload=alert(1)>")],
    ["a.txt", bytes("\xff\xfe\x00a")],
    ["a.txt", bytes("\xe1\xba")],
    ["a.docx", zip("xl/workbook.xml")],
    ["a.docx", bytes("PK\x03\x04 word/document.xml word/vbaProject.bin")],
    ["a.docm", zip("word/document.xml")],
    ["a.zip", bytes("PK\x03\x04")],
    ["pdf", bytes("%PDF-1.4")],
    ["", bytes("%PDF-1.4")],
    ["a.pdf", new Uint8Array()],
  ])("%s with other content is not", (name, content) => {
    expect(takenKind(content, name)).toBeNull();
  });
});
