import { describe, expect, it, onTestFinished } from "vitest";
import type { Channel, SendResult } from "../../src/conversation/channel.ts";
import type { Address, Content, IncomingMessage } from "../../src/conversation/message.ts";
import type { Reply } from "../../src/conversation/reply.ts";

/** A channel with its platform, or a double of it, and one person on the other side. */
interface ChannelUnderTest {
  channel: Channel;
  /**
   * The person says something; `id` tells one message from another. Resolves when the platform was told that it
   * arrived ("taken"), or was not ("not taken").
   */
  say(id: string, said: { text: string } | { choice: string }): Promise<"taken" | "not taken">;
  /** sends a reply to that person, as the outbox does */
  send(to: Address, reply: Reply, id: string): Promise<SendResult>;
  /** what that person sees of ours, in order; a long text may come in several parts */
  seen(): Promise<readonly Pick<Reply, "text">[]>;
  /** input that no honest platform sends; each must end without an exception and without a message */
  broken: Readonly<Record<string, () => Promise<unknown>>>;
  stop(): Promise<void>;
}

interface ChannelHarness {
  start(accept: (message: IncomingMessage) => Promise<boolean>): Promise<ChannelUnderTest>;
  /** the longest text that a person can send there */
  longestText: number;
  /** the channel shows numbers to type instead of buttons */
  withoutButtons?: boolean;
}

/** What every channel promises; run by each. */
export function describeChannel(name: string, harness: ChannelHarness): void {
  async function given(accept?: (message: IncomingMessage) => Promise<boolean>) {
    const messages: IncomingMessage[] = [];
    const seenBefore = new Set<string>();
    const store = (message: IncomingMessage) => {
      const key = JSON.stringify([message.from, message.id]);
      if (seenBefore.has(key)) return Promise.resolve(false);
      seenBefore.add(key);
      messages.push(message);
      return Promise.resolve(true);
    };
    const person = await harness.start(accept ?? store);
    onTestFinished(() => person.stop());
    const contents = (): readonly Content[] => messages.map(({ content }) => content);
    const address = (): Address => {
      const [first] = messages;
      if (first === undefined) throw new Error("nobody has written yet");
      return first.from;
    };
    return { person, messages, contents, address };
  }

  describe(`the channel ${name}`, () => {
    it("hands over what was said, by whom and where", async () => {
      const { person, messages, contents } = await given();
      expect(await person.say("1", { text: "mã vạch?" })).toBe("taken");
      expect(contents()).toEqual([{ kind: "text", text: "mã vạch?" }]);
      const [message] = messages;
      expect(message?.from.channel).toBe(person.channel.name);
      expect(message?.from.chat).not.toBe("");
      expect(message?.sender).not.toBe("");
      expect(message?.mentioned).toBe(true);
      expect(message?.isGroup).toBe(false);
      expect(message?.sentAt).toBeInstanceOf(Date);
    });

    it("tells the platform only once the message is stored", async () => {
      const order: string[] = [];
      const { person } = await given(async () => {
        order.push("storing");
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push("stored");
        return true;
      });
      order.push(await person.say("1", { text: "a" }));
      expect(order).toEqual(["storing", "stored", "taken"]);
    });

    it("does not take what could not be stored", async () => {
      const { person } = await given(() => Promise.reject(new Error("the disk is full")));
      expect(await person.say("1", { text: "a" })).toBe("not taken");
    });

    it("keeps one person in one conversation, and ids apart", async () => {
      const { person, messages } = await given();
      for (const id of ["1", "2", "3"]) await person.say(id, { text: `tin ${id}` });
      expect(new Set(messages.map(({ from }) => JSON.stringify(from))).size).toBe(1);
      expect(new Set(messages.map(({ id }) => id)).size).toBe(3);
    });

    it("takes a message sent again, but not twice", async () => {
      const { person, contents } = await given();
      expect(await person.say("1", { text: "a" })).toBe("taken");
      expect(await person.say("1", { text: "a" })).toBe("taken");
      expect(await person.say("2", { text: "b" })).toBe("taken");
      expect(await person.say("2", { text: "b" })).toBe("taken");
      expect(contents()).toEqual([
        { kind: "text", text: "a" },
        { kind: "text", text: "b" },
      ]);
    });

    it("brings long texts whole", async () => {
      const { person, contents } = await given();
      const text = `Đầu 😀 <b>&amp;\n${"ệ ".repeat(harness.longestText / 2 - 20)}cuối`;
      await person.say("1", { text });
      expect(contents()).toEqual([{ kind: "text", text }]);
    });

    it.skipIf(harness.withoutButtons)("brings back the value of a choice", async () => {
      const { person, contents, address } = await given();
      await person.say("1", { text: "lớp" });
      const choices = [{ label: "Đăng ký", value: "lop:dang-ky:0123456789abcdef0123456789a" }];
      expect((await person.send(address(), { text: "Mời chọn", choices }, "r1")).kind).toBe("sent");
      await person.say("2", { choice: choices[0]?.value ?? "" });
      expect(contents().at(-1)).toEqual({ kind: "choice", value: choices[0]?.value });
    });

    it("shows replies in the order they were sent, whole", async () => {
      const { person, address } = await given();
      await person.say("1", { text: "a" });
      const texts = ["một", `dài ${"từ ".repeat(2500)}hết`, "<i>ba</i> & *bốn* _năm_"];
      for (const [at, text] of texts.entries()) {
        expect((await person.send(address(), { text }, `r${at}`)).kind).toBe("sent");
      }
      const seen = (await person.seen()).map(({ text }) => text).join(" ");
      // Where a text was cut into parts, only blanks may differ.
      expect(words(seen)).toEqual(words(texts.join(" ")));
    });

    it("ends sending to nobody as a value", async () => {
      const { person, address } = await given();
      await person.say("1", { text: "a" });
      const result = await person.channel.send({ ...address(), chat: "nobody" }, { text: "x" }, "r");
      expect(["sent", "retry", "refused", "when_they_write", "unknown"]).toContain(result.kind);
    });

    it("survives broken input and goes on", async () => {
      const { person, contents } = await given();
      for (const [what, send] of Object.entries(person.broken)) {
        await send();
        expect(contents(), what).toEqual([]);
      }
      expect(await person.say("1", { text: "còn đó" })).toBe("taken");
    });

    it("stops listening when it is told to", async () => {
      const { person } = await given();
      const stopping = new AbortController();
      const listening = person.channel.listen(() => Promise.resolve(true), stopping.signal);
      stopping.abort();
      await expect(listening).resolves.toBeUndefined();
    });
  });
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
