import { expect, it } from "vitest";
import { kindOf, tidyFileName } from "../../../src/conversation/file-kinds.ts";

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

it.each([
  ["jpg", "\xff\xd8\xff\xe0"],
  ["png", "\x89PNG\r\n\x1a\n…"],
  ["webp", "RIFF\x00\x00\x00\x00WEBPVP8 "],
  ["pdf", "%PDF-1.7"],
  ["docx", "PK\x03\x04 wor word/document.xml"],
  ["xlsx", "PK\x03\x04 xl/workbook.xml"],
])("what is inside tells what it is, whatever it is called: %s", (extension, content) => {
  expect(kindOf(bytes(content), "x.exe")?.extension).toBe(extension);
});

it.each([
  ["RIFF\x00\x00\x00\x00WAVE", "a.webp"],
  ["PK\x03\x04 word/document.xml word/vbaProject.bin", "a.docx"],
  ["PK\x03\x04 word/document", "a.docx"],
  ["chữ", "a.md"],
  ["", "a.pdf"],
])("%j is not taken, though it is called %s", (content, name) => {
  expect(kindOf(bytes(content), name)).toBeNull();
});

it("text is what is called so and holds nothing but text", () => {
  expect(kindOf(new TextEncoder().encode("chữ"), "a.TXT")?.mediaType).toBe("text/plain");
  expect(kindOf(bytes("\xe1\xba"), "a.txt")).toBeNull();
  expect(kindOf(bytes("a\x00"), "a.txt")).toBeNull();
});

it.each([
  ["../../etc/passwd.txt", "passwd.txt"],
  ["C:\\Users\\a\\Bản khai.txt", "Bản khai.txt"],
  ['a"\r\n<b>.txt', "a b.txt"],
  [".txt", "tep.txt"],
  ["\u202efdp.exe.txt", "fdp.exe.txt"],
  ["virus.exe", "virus.txt"],
  [`${"ộ".repeat(300)}.txt`, `${"ộ".repeat(100)}.txt`],
])("%j is saved as %s", (name, tidy) => {
  expect(tidyFileName(name, "txt")).toBe(tidy);
});
