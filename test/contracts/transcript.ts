import { expect, it } from "vitest";
import { NEW_CONVERSATION, type Conversations } from "../../src/conversation/conversations.ts";
import type { Files, Transcript } from "../../src/conversation/transcript.ts";
import { chat, message, NOON, seconds } from "./messages.ts";

export interface TranscriptUnderTest {
  transcript: () => Transcript;
  files: () => Files;
  conversations: () => Conversations;
}

const an = chat("an");
const binh = chat("binh");

export function transcriptContract(given: TranscriptUnderTest): void {
  const answer = async (...texts: string[]) => {
    const claimed = await given.conversations().claim("a", NOON);
    if (claimed === null) throw new Error("nothing to claim");
    const replies = texts.map((text) => ({ text, choices: [{ label: "Có", value: "yes" }] }));
    await given.conversations().commit({
      claimed,
      command: null,
      conclude: () => ({ state: NEW_CONVERSATION, replies }),
      now: seconds(5),
    });
  };

  it("knows which conversations there are", async () => {
    expect(await given.transcript().exists(an)).toBe(false);
    await given.conversations().accept(message("1", an));
    expect(await given.transcript().exists(an)).toBe(true);
    expect(await given.transcript().exists({ ...an, account: "other" })).toBe(false);
    expect(await given.transcript().lines(binh, 0, 10)).toEqual([]);
  });

  it("shows what both sides said, in order, each line once", async () => {
    await given.conversations().accept(message("m1", an, "chào"));
    await answer("chào anh/chị", "anh/chị cần gì ạ?");
    await given.conversations().accept(message("m2", an, "mã vạch"));
    await given.conversations().accept(message("other", binh));

    const lines = await given.transcript().lines(an, 0, 10);
    expect(lines.map(({ said }) => (said.from === "user" ? said.content : said.reply.text))).toEqual([
      { kind: "text", text: "chào" },
      "chào anh/chị",
      "anh/chị cần gì ạ?",
      { kind: "text", text: "mã vạch" },
    ]);
    expect(lines.map(({ inReplyTo }) => inReplyTo)).toEqual([null, "m1", "m1", null]);
    expect(lines[0]?.id).toBe("m1");
    expect(lines[1]).toMatchObject({
      said: { from: "bot", reply: { choices: [{ label: "Có", value: "yes" }] } },
    });
    expect(lines[1]?.at).toEqual(seconds(5));
    const numbers = lines.map(({ seq }) => seq);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  it("goes on after a line, a page at a time", async () => {
    await given.conversations().accept(message("m1", an));
    await answer("một", "hai");
    await given.conversations().accept(message("m2", an));
    const all = await given.transcript().lines(an, 0, 10);
    const paged: (typeof all)[number][] = [];
    for (let after = 0; ;) {
      const page = await given.transcript().lines(an, after, 3);
      paged.push(...page);
      after = page.at(-1)?.seq ?? after;
      if (page.length === 0) break;
    }
    expect(paged).toEqual(all);
    expect(all).toHaveLength(4);
  });

  it("loses no line to somebody who reads on while others write", async () => {
    const ids = Array.from({ length: 40 }, (_, number) => String(number));
    const seen: number[] = [];
    const readOn = async () => {
      const page = await given.transcript().lines(an, seen.at(-1) ?? 0, 100);
      seen.push(...page.map(({ seq }) => seq));
    };
    let written = 0;
    const writing = ids.map((id) =>
      given
        .conversations()
        .accept(message(id, an))
        .then(() => (written += 1)),
    );
    while (written < ids.length) await readOn();
    await Promise.all(writing);
    await readOn();
    const all = await given.transcript().lines(an, 0, 100);
    expect(all).toHaveLength(ids.length);
    expect(seen).toEqual(all.map(({ seq }) => seq));
  });

  it("keeps files of a conversation, for that conversation alone", async () => {
    const content = new Uint8Array([0, 255, 10, 13, 128]);
    const ref = await given.files().keep(an, { name: "nhãn.png", mediaType: "image/png", content }, NOON);
    expect(ref).toMatchObject({ name: "nhãn.png", mediaType: "image/png", bytes: 5 });
    const read = await given.files().read(an, ref.id);
    expect(read?.ref).toEqual(ref);
    expect([...(read?.content ?? [])]).toEqual([...content]);
    expect(await given.transcript().exists(an)).toBe(true);

    expect(await given.files().read(binh, ref.id)).toBeNull();
    await given.conversations().accept(message("1", binh));
    expect(await given.files().read(binh, ref.id)).toBeNull();
    expect(await given.files().read(an, "none")).toBeNull();
  });
}
