import { describe, expect, it } from "vitest";
import { LARGEST_RECORDING, recordingFile } from "../../../src/conversation/recordings.ts";
import { AAC, OGG } from "../../support/recordings.ts";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

describe("a recording", () => {
  it.each([
    ["audio/ogg", new Uint8Array(OGG)],
    ["audio/aac", new Uint8Array(AAC)],
    ["audio/mpeg", bytes("ID3\x04…")],
    ["audio/mpeg", bytes("\xff\xfb\x90\x00")],
    ["audio/mp4", bytes("\x00\x00\x00\x20ftypM4A ")],
    ["audio/wav", bytes("RIFF\x24\x00\x00\x00WAVEfmt ")],
    ["audio/webm", bytes("\x1a\x45\xdf\xa3\x01")],
    ["audio/amr", bytes("#!AMR\n")],
  ])("is known as %s by how it begins, and kept under a name that says nothing", (mediaType, content) => {
    const file = recordingFile(content);
    expect(file).toMatchObject({ mediaType, content });
    expect(file?.name).toMatch(/^tin-thoai\.[a-z0-9]{3,4}$/);
  });

  it.each([
    ["a picture", bytes("RIFF\x24\x00\x00\x00WEBPVP8 ")],
    ["a document", bytes("%PDF-1.7")],
    ["nothing", bytes("")],
  ])("is not %s", (_what, content) => {
    expect(recordingFile(content)).toBeNull();
  });

  it("is not taken where it is too large", () => {
    const large = new Uint8Array(LARGEST_RECORDING + 1);
    large.set(OGG);
    expect(recordingFile(large)).toBeNull();
  });
});
