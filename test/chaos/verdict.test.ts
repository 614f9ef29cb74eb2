import { describe, expect, it } from "vitest";
import type { MessageJson } from "../../src/channels/web/encode.ts";
import { addressOf } from "../../src/channels/web/tokens.ts";
import type { Story } from "./load.ts";
import { judge } from "./verdict.ts";

const TOKEN = "token";
const ASKED = line({ id: "a", from: "user", text: "theo dõi" });
const ANSWERED = line({ id: "1", inReplyTo: "a", text: "Chủ đề nào ạ?" });
const SAVED = line({ id: "b", from: "user", text: "Lưu" });
const CONFIRMED = line({ id: "2", inReplyTo: "b", text: "Đã lưu." });
const FOLLOWED = `follow:ma_vach@${addressOf(TOKEN).chat}`;
const ONCE = new Map([[FOLLOWED, 1]]);

function line(changes: Partial<MessageJson>): MessageJson {
  const usual = { inReplyTo: null, from: "bot", choices: [], citations: [], files: [], at: "" } as const;
  return { ...usual, id: "", text: "", ...changes };
}

/** A conversation of two messages, as it is read at the end. */
function story(lines: readonly MessageJson[], changes: Partial<Story["record"]> = {}): Story {
  const record = {
    token: TOKEN,
    tokens: new Set([TOKEN]),
    messages: [
      { id: "a", said: { text: "theo dõi" }, timesNew: 1 },
      // The first 202 was lost on its way; the second said that the message was known.
      { id: "b", said: { text: "Lưu" }, timesNew: 0 },
    ],
    ...changes,
  };
  const unused = () => Promise.reject(new Error("nothing more is said"));
  return {
    plot: { name: "following", moves: [], leaves: [] },
    client: { record, say: unused, reply: unused, all: () => Promise.resolve(lines) },
    record,
    leaves: ["follow:ma_vach"],
  };
}

describe("what a run is judged by", () => {
  it("finds no fault with a conversation in which all went well", async () => {
    const verdict = await judge([story([ASKED, ANSWERED, SAVED, CONFIRMED])], ONCE);
    expect(verdict).toEqual({
      conversations: 1,
      accepted: 2,
      answered: 2,
      lost: [],
      duplicated: [],
      disordered: [],
      commands: 1,
      missing: [],
      appliedTwice: [],
    });
  });

  it("counts an acknowledged message without an answer as lost", async () => {
    const { lost, answered } = await judge([story([ASKED, ANSWERED, SAVED])], ONCE);
    expect(lost).toHaveLength(1);
    expect(answered).toBe(1);
  });

  it.each([
    ["stored", story([ASKED, ASKED, ANSWERED, SAVED, CONFIRMED])],
    ["answered", story([ASKED, ANSWERED, ANSWERED, SAVED, CONFIRMED])],
    [
      "taken as new",
      story([ASKED, ANSWERED], { messages: [{ id: "a", said: { text: "theo dõi" }, timesNew: 2 }] }),
    ],
    [
      "made a conversation",
      story([ASKED, ANSWERED, SAVED, CONFIRMED], { tokens: new Set([TOKEN, "other"]) }),
    ],
  ])("reports a message that was %s twice", async (_what, doubled) => {
    expect((await judge([doubled], ONCE)).duplicated).toHaveLength(1);
  });

  it("sees that answers came in another order than the questions", async () => {
    const { disordered } = await judge([story([ASKED, SAVED, CONFIRMED, ANSWERED])], ONCE);
    expect(disordered).toHaveLength(1);
  });

  it("lets notices come at any time", async () => {
    const offer = line({ id: "3", text: "Có một chỗ trống." });
    const { disordered } = await judge([story([ASKED, offer, ANSWERED, SAVED, CONFIRMED])], ONCE);
    expect(disordered).toEqual([]);
  });

  it("sees a command that was never applied, and one that was applied twice", async () => {
    const stories = [story([ASKED, ANSWERED, SAVED, CONFIRMED])];
    expect((await judge(stories, new Map())).missing).toEqual([expect.stringContaining(FOLLOWED)]);
    expect((await judge(stories, new Map([[FOLLOWED, 2]]))).appliedTwice).toHaveLength(1);
  });
});
