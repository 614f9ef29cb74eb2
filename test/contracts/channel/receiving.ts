import { expect, it, vi } from "vitest";
import { needed, type Cases } from "./cases.ts";

/** What a channel promises about what people say. */
export function receiving({ given, special, longestText }: Cases): void {
  it("receive: hands over what was said, by whom and where", async () => {
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

  it("receive: tells the platform only once the message is stored", async () => {
    const order: string[] = [];
    const { person } = await given(() => async () => {
      order.push("storing");
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push("stored");
      return true;
    });
    order.push(await person.say("1", { text: "a" }));
    expect(order).toEqual(["storing", "stored", "taken"]);
  });

  it("receive: does not take what could not be stored", async () => {
    const { person } = await given(() => () => Promise.reject(new Error("the disk is full")));
    expect(await person.say("1", { text: "a" })).toBe("not taken");
  });

  it("receive: keeps one person in one conversation, and ids apart", async () => {
    const { person, messages } = await given();
    for (const id of ["1", "2", "3"]) await person.say(id, { text: `tin ${id}` });
    expect(new Set(messages.map(({ from }) => JSON.stringify(from))).size).toBe(1);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(3);
  });

  it("duplicate: takes a message sent again, but not twice", async () => {
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

  it("restart: what was taken does not come as new again, and what is said goes on", async () => {
    const { person, contents, address, store } = await given();
    expect(await person.say("1", { text: "trước" })).toBe("taken");
    const before = address();
    await person.restart(store);
    expect(await person.say("1", { text: "trước" })).toBe("taken");
    expect(await person.say("2", { text: "sau" })).toBe("taken");
    expect(contents()).toEqual([
      { kind: "text", text: "trước" },
      { kind: "text", text: "sau" },
    ]);
    expect((await person.send(before, { text: "trả lời" }, "r1")).kind).toBe("sent");
    expect((await person.seen()).map(({ text }) => text)).toEqual(["trả lời"]);
  });

  it("restart: who wrote before it can be answered before they write again", async () => {
    const { person, address, store } = await given();
    await person.say("1", { text: "a" });
    await person.restart(store);
    expect((await person.send(address(), { text: "đã xong" }, "r1")).kind).toBe("sent");
    expect((await person.seen()).map(({ text }) => text)).toEqual(["đã xong"]);
  });

  it("long text: brings it whole", async () => {
    const { person, contents } = await given();
    const text = `Đầu 😀 <b>&amp;\n${"ệ ".repeat(longestText / 2 - 20)}cuối`;
    await person.say("1", { text });
    expect(contents()).toEqual([{ kind: "text", text }]);
  });

  it("broken input: is survived, and what is whole behind it is taken", async () => {
    const { person, contents } = await given();
    for (const [what, send] of Object.entries(person.broken)) {
      await send();
      expect(contents(), what).toEqual([]);
    }
    expect(await person.say("1", { text: "còn đó" })).toBe("taken");
  });

  it("stop: listens no longer when it is told to", async () => {
    const { person } = await given();
    const stopping = new AbortController();
    const listening = person.channel.listen(() => Promise.resolve(true), stopping.signal);
    stopping.abort();
    await expect(listening).resolves.toBeUndefined();
  });

  special("brought again", "what could not be stored comes after a restart, once", async () => {
    let isDown = false;
    const { person, contents, store } = await given(
      (working) => (message) => (isDown ? Promise.reject(new Error("the disk is full")) : working(message)),
    );
    expect(await person.say("1", { text: "một" })).toBe("taken");
    isDown = true;
    expect(await person.say("2", { text: "hai" })).toBe("not taken");
    await person.restart(store);
    await vi.waitFor(() => {
      expect(contents().at(-1)).toEqual({ kind: "text", text: "hai" });
    }, WAIT);
    expect(await person.say("3", { text: "ba" })).toBe("taken");
    expect(contents()).toEqual(["một", "hai", "ba"].map((text) => ({ kind: "text", text })));
  });

  special("media", "what no words can be read from is handed over by its name", async () => {
    const { person, contents } = await given();
    expect(await needed(person.sayUnreadable)("1")).toBe("taken");
    expect(contents()).toEqual([{ kind: "unreadable", what: expect.stringMatching(/\p{L}{2}/u) as string }]);
  });

  special("own echo", "what we said ourselves is nobody's message", async () => {
    const { person, contents } = await given();
    await needed(person.echo)("1");
    expect(await person.say("2", { text: "b" })).toBe("taken");
    expect(contents()).toEqual([{ kind: "text", text: "b" }]);
  });

  special("group", "only what is said to us is heard, and it is answered there", async () => {
    const { person, messages } = await given();
    const group = needed(person.group);
    await group.say("1", "mã vạch?", true);
    await group.say("2", "chuyện riêng của nhóm", false);
    await group.say("3", "còn đó không?", true);
    const heard = messages.filter(({ mentioned }) => mentioned);
    expect(heard.map(({ content }) => content)).toEqual([
      { kind: "text", text: "mã vạch?" },
      { kind: "text", text: "còn đó không?" },
    ]);
    const [first] = heard;
    if (!first) throw new Error("nobody was heard");
    expect(first.isGroup).toBe(true);
    expect(first.sender).not.toBe(first.from.chat);
    expect((await person.channel.send(first.from, { text: "trả lời" }, "r1")).kind).toBe("sent");
    expect(group.seen().map(({ text }) => text)).toEqual(["trả lời"]);
    expect(await person.seen()).toEqual([]);
  });
}

/** A loaded machine takes its time. */
const WAIT = { timeout: 10_000, interval: 5 };
