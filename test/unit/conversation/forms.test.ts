import { describe, expect, it } from "vitest";
import { NEW_CONVERSATION, type ConversationState } from "../../../src/conversation/conversations.ts";
import { createForms } from "../../../src/conversation/forms.ts";
import { say, type Hearing, type Result } from "../../../src/conversation/hearing.ts";
import { texts } from "../../../src/conversation/texts.ts";
import type { Dialogue, DialogueContext, Step } from "../../../src/dialogue/dialogue.ts";
import { commandWords } from "../../../src/dialogue/menu/menu.ts";

/** Asks for a word again and again: "sửa" changes something, "xong" ends it, "sang" goes to another one. */
function wordsDialogue(name: string, more: Partial<Dialogue> = {}): Dialogue {
  const asked = (words: readonly string[]): Step => ({
    kind: "ask",
    state: { words },
    reply: { text: `${name}: ${words.join("+")}?` },
  });
  const of = (state: unknown) => (state as { words: readonly string[] }).words;
  return {
    name,
    version: 1,
    begin: () => asked([]),
    advance(state, input) {
      const word = input.kind === "text" ? input.text : "";
      if (word.endsWith("?")) return { kind: "not_understood", reply: { text: "gõ một từ" } };
      if (word === "xong") return { kind: "leave", reply: { text: `${name} xong` } };
      if (word === "sang") return { kind: "switch", to: "b", start: undefined };
      if (word !== "sửa") return asked([...of(state), word]);
      return { kind: "do", command: { kind: "erase_me" }, conclude: () => ({ reply: { text: "đã xóa" } }) };
    },
    resume: (state) => ({ text: `${name}: ${of(state).join("+")}?` }),
    back: (state) => (of(state).length === 0 ? null : asked(of(state).slice(0, -1))),
    typed: of,
    ...more,
  };
}

const a = wordsDialogue("a");
const b = wordsDialogue("b");
const list = wordsDialogue("list", {
  resume: () => ({ text: "list?", choices: [{ label: "một", value: "one" }] }),
});
const forms = createForms([a, b, list, wordsDialogue("look", { isBrowsing: () => true })], commandWords);

function hearing(state: Partial<ConversationState> = {}): Hearing {
  return {
    state: { ...NEW_CONVERSATION, ...state },
    // Neither is looked at by forms themselves.
    claimed: {} as Hearing["claimed"],
    context: {} as DialogueContext,
    unheard: null,
  };
}

const noAnswer = () => Promise.resolve(null);
const answer = (at: Hearing) => Promise.resolve(say(at, { text: "trả lời" }));
const opened = (name: string, before: Partial<ConversationState> = {}) => forms.open(hearing(before), name);
const type = (after: Result, text: string, aside: Parameters<typeof forms.advance>[2] = noAnswer) =>
  forms.advance(hearing(after.state), { kind: "text", text }, aside);
const said = ({ replies }: Result) => replies.map(({ text }) => text);

describe("forms", () => {
  it("keep what was typed from one message to the next, and step back in it", async () => {
    const two = await type(await type(opened("a"), "một"), "hai");
    expect(said(two)).toEqual(["a: một+hai?"]);
    expect(two.state.form).toEqual({ name: "a", version: 1, state: { words: ["một", "hai"] } });
    const one = forms.back(hearing(two.state));
    expect(said(one)).toEqual(["a: một?"]);
    const none = forms.back(hearing(forms.back(hearing(one.state)).state));
    expect(said(none)).toEqual([`${texts.noWayBack}\n\na: ?`]);
    expect(said(forms.back(hearing()))).toEqual([commandWords.menu.text]);
  });

  it("answer a question in the middle and ask theirs again", async () => {
    const one = await type(opened("a"), "một");
    const asked = await type(one, "bao nhiêu?", answer);
    expect(said(asked)).toEqual(["trả lời", `${texts.resume}\na: một?`]);
    expect(asked.state.form).toEqual(one.state.form);
    expect(said(await type(one, "bao nhiêu?"))).toEqual(["gõ một từ"]);
  });

  it("keep the way to the basis only beside a list of their own: elsewhere a number answers the form", async () => {
    const seeBasis = { label: "Xem căn cứ", value: "basis", shows: "basis" } as const;
    const withBasis = (at: Hearing) => Promise.resolve(say(at, { text: "trả lời", choices: [seeBasis] }));
    const without = await type(opened("a"), "bao nhiêu?", withBasis);
    expect(without.replies.at(-1)).not.toHaveProperty("choices");
    const withList = await type(opened("list"), "bao nhiêu?", withBasis);
    expect(withList.replies.at(-1)?.choices).toEqual([{ label: "một", value: "one" }, seeBasis]);
  });

  it("only show: an answer is not followed by them, and nothing has to be taken up again", async () => {
    const asked = await type(opened("look"), "bao nhiêu?", answer);
    expect(said(asked)).toEqual(["trả lời"]);
    expect(asked.state.form?.name).toBe("look");
    expect(forms.open(hearing(asked.state), "a").state.suspended).toEqual([]);
  });

  it("wait for another one and are offered when it is done", async () => {
    const one = await type(opened("a"), "một");
    const other = forms.open(hearing(one.state), "b");
    expect(other.state.suspended).toEqual([one.state.form]);
    const done = await type(other, "xong");
    expect(done.replies[0]?.choices).toEqual([{ label: "Làm tiếp việc dở", value: "resume" }]);
    const resumed = forms.takeUpAgain(hearing(done.state));
    expect(said(resumed)).toEqual([`${texts.resumed}\na: một?`]);
    expect(resumed.state).toMatchObject({ form: one.state.form, suspended: [] });
    expect(said(forms.takeUpAgain(hearing()))).toEqual([commandWords.menu.text]);
  });

  it("give way to the one they switch to, and to a cancellation", async () => {
    const switched = await type(await type(opened("a"), "một"), "sang");
    expect(switched.state).toMatchObject({ form: { name: "b" }, suspended: [] });
    const cancelled = forms.cancel(hearing(switched.state));
    expect(said(cancelled)).toEqual([texts.cancelled]);
    expect(cancelled.state.form).toBeNull();
    expect(said(forms.cancel(hearing()))).toEqual([texts.nothingToCancel]);
  });

  it("forget everything with an erasure, also what waited", async () => {
    const waiting = {
      suspended: [{ name: "b", version: 1, state: { words: ["riêng"] } }],
      questions: ["riêng"],
    };
    const doing = await type(opened("a", { ...waiting, unanswered: "riêng" }), "sửa");
    expect(doing.replies).toEqual([]);
    const ended = doing.does?.conclude({ kind: "erased", registrationsCancelled: 0, requestsWithdrawn: 0 });
    expect(ended?.replies).toEqual([{ text: "đã xóa" }]);
    expect(JSON.stringify(ended?.state)).not.toContain("riêng");
  });
});

describe("a form of another version", () => {
  const form = {
    name: "a",
    version: 1,
    state: { at: "tên", names: ["Mắm Cô Ba", "#tóm tắt"], more: ["0905"] },
  };
  const newer = (migrate?: Dialogue["migrate"]) =>
    createForms([wordsDialogue("a", { version: 2, ...(migrate && { migrate }) })], commandWords);
  const outdated = [texts.outdated(["- Mắm Cô Ba", "- 0905"]), "a: ?"];
  const text = { kind: "text", text: "x" } as const;

  it("is brought up to date where that can be", async () => {
    const result = await newer(() => ({ words: ["mới"] })).advance(hearing({ form }), text, noAnswer);
    expect(said(result)).toEqual(["a: mới+x?"]);
    expect(result.state.form?.version).toBe(2);
  });

  it("begins anew otherwise, saying back what was typed", async () => {
    for (const all of [newer(), newer(() => null)]) {
      expect(said(await all.advance(hearing({ form }), text, noAnswer))).toEqual(outdated);
      expect(said(all.back(hearing({ form })))).toEqual(outdated);
      expect(said(all.takeUpAgain(hearing({ suspended: [form] })))).toEqual(outdated);
    }
  });

  it("is told in the dialogue's own words where it can still read them", async () => {
    const read = { ...form, state: { words: ["Tên: Mắm Cô Ba"] } };
    const result = await newer().advance(hearing({ form: read }), text, noAnswer);
    expect(said(result)).toEqual([texts.outdated(["Tên: Mắm Cô Ba"]), "a: ?"]);
  });

  it("that is gone altogether says back what was typed", async () => {
    const result = await createForms([], commandWords).advance(hearing({ form }), text, noAnswer);
    expect(said(result)).toEqual([texts.gone(["- Mắm Cô Ba", "- 0905"])]);
    expect(result.state.form).toBeNull();
  });
});
