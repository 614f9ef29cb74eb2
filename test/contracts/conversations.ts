import { expect, it } from "vitest";
import {
  NEW_CONVERSATION,
  type ClaimedMessage,
  type Conversations,
  type Turn,
} from "../../src/conversation/conversations.ts";
import type { Address } from "../../src/conversation/message.ts";
import type { Outbox } from "../../src/outbox/outbox.ts";
import type { Command } from "../../src/registry/commands.ts";
import { chat, message, NOON, seconds } from "./messages.ts";

/** How long a lease of the store under test lasts, and how often it tries a turn. */
export const LEASE_SECONDS = 30;
export const ATTEMPTS = 5;

/** The store under test, and what can be seen from outside. Commands are counted; the command "leave_staff" throws. */
export interface ConversationsUnderTest {
  conversations: () => Conversations;
  /** the same store as another process sees it */
  replica: () => Promise<Conversations>;
  /** texts said in a conversation, oldest first */
  said: (address: Address) => Promise<readonly string[]>;
  staffTakeOver: (address: Address) => Promise<void>;
  commandsExecuted: () => Promise<number>;
  /** what is to be sent of these conversations */
  outbox: () => Outbox;
}

const APOLOGY = { text: "xin lỗi" };
const CALL: Command = { kind: "call_staff", lastWords: "cứu", hold: true };
const THROWS: Command = { kind: "leave_staff" };
const an = chat("an");
const binh = chat("binh");

function answering(claimed: ClaimedMessage, text: string, command: Command | null = null, now = NOON): Turn {
  return {
    claimed,
    command,
    conclude: (outcome) => ({
      state: { ...NEW_CONVERSATION, greeted: true, questions: [text] },
      replies: [{ text: outcome === null ? text : `${text}: ${outcome.kind}` }],
    }),
    now,
  };
}

export function conversationsContract(given: ConversationsUnderTest): void {
  const claim = (owner = "a", now = NOON) => given.conversations().claim(owner, now);
  const claimSurely = async (owner = "a", now = NOON, store = given.conversations()) => {
    const claimed = await store.claim(owner, now);
    if (claimed === null) throw new Error("nothing to claim");
    return claimed;
  };
  const accept = (...messages: ReturnType<typeof message>[]) =>
    messages.reduce<Promise<boolean>>(
      (before, one) => before.then(() => given.conversations().accept(one)),
      Promise.resolve(false),
    );

  it("hands over what was accepted, as it was", async () => {
    const files = [{ id: "f1", name: "ảnh.png", mediaType: "image/png", bytes: 3 }];
    const sent = {
      ...message("1", an),
      senderName: "Lê Thị Ân 🌾",
      isGroup: true,
      mentioned: false,
      content: { kind: "files", files, text: "đây ạ" } as const,
    };
    await accept(sent);
    const claimed = await claimSurely();
    expect(claimed.message).toEqual(sent);
    expect(claimed.conversation).toMatchObject({
      address: an,
      state: NEW_CONVERSATION,
      hold: { state: "bot", version: 0, by: null, expiresAt: null },
    });
    expect(claimed.lease).toEqual({ owner: "a", until: seconds(LEASE_SECONDS) });
  });

  it("takes a message once, however often and in whatever order it comes", async () => {
    expect(await accept(message("2", an))).toBe(true);
    expect(await accept(message("1", an))).toBe(true);
    expect(await accept(message("2", an))).toBe(false);
    await given.conversations().commit(answering(await claimSurely(), "một"));
    expect(await accept(message("2", an))).toBe(false);
    await given.conversations().commit(answering(await claimSurely(), "hai"));
    expect(await claim()).toBeNull();
    expect(await given.said(an)).toEqual(["một", "hai"]);
  });

  it("takes a message once when it comes many times at once", async () => {
    const other = await given.replica();
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, number) =>
        (number % 2 === 0 ? other : given.conversations()).accept(message(String(number % 3), an)),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(3);
  });

  it("takes the same id from two chats as two messages", async () => {
    expect(await accept(message("1", an))).toBe(true);
    expect(await accept(message("1", binh))).toBe(true);
  });

  it("goes through a conversation in the order of arrival, and remembers", async () => {
    await accept(message("b", an), message("a", an));
    const first = await claimSurely();
    expect(first.message.id).toBe("b");
    await given.conversations().commit(answering(first, "một"));
    const second = await claimSurely();
    expect(second.message.id).toBe("a");
    expect(second.conversation.state).toMatchObject({ greeted: true, questions: ["một"] });
  });

  it("leaves a conversation to the one who works on it, and gives others the next", async () => {
    await accept(message("1", an), message("2", an), message("1", binh));
    const other = await given.replica();
    expect((await claimSurely("a")).conversation.address).toEqual(an);
    expect((await claimSurely("b", NOON, other)).conversation.address).toEqual(binh);
    expect(await claim("a")).toBeNull();
    expect(await other.claim("b", NOON)).toBeNull();
  });

  it("never gives one conversation to two who claim at the same moment", async () => {
    const replicas = [await given.replica(), await given.replica()];
    await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        given.conversations().accept(message("1", chat(`chat ${number}`))),
      ),
    );
    const claimed = new Set<string>();
    for (let round = 0; round < 6 && claimed.size < 6; round += 1) {
      const batch = await Promise.all(
        Array.from({ length: 9 }, (_, number) =>
          (replicas[number % 3] ?? given.conversations()).claim(`owner ${number}`, NOON),
        ),
      );
      for (const one of batch) {
        if (one === null) continue;
        expect(claimed).not.toContain(one.conversation.id);
        claimed.add(one.conversation.id);
      }
    }
    expect(claimed.size).toBe(6);
  });

  it("gives a message to another when the lease has run out; the first one's turn changes nothing", async () => {
    await accept(message("1", an));
    const slow = await claimSurely("slow");
    expect(await claim("quick", seconds(LEASE_SECONDS - 1))).toBeNull();
    const quick = await claimSurely("quick", seconds(LEASE_SECONDS));
    expect(quick.message).toEqual(slow.message);

    expect(await given.conversations().commit(answering(slow, "chậm", CALL))).toEqual({ kind: "lost" });
    expect(await given.conversations().fail(slow, "slow", APOLOGY, NOON)).toBe("lost");
    expect(await given.said(an)).toEqual([]);
    expect(await given.commandsExecuted()).toBe(0);

    expect(await given.conversations().commit(answering(quick, "nhanh"))).toEqual({ kind: "committed" });
    expect(await given.conversations().commit(answering(slow, "chậm"))).toEqual({ kind: "lost" });
    expect(await given.said(an)).toEqual(["nhanh"]);
  });

  it("knows two leases of one owner apart", async () => {
    await accept(message("1", an));
    const before = await claimSurely("a");
    const after = await claimSurely("a", seconds(LEASE_SECONDS));
    expect(await given.conversations().commit(answering(before, "trước"))).toEqual({ kind: "lost" });
    expect(await given.conversations().commit(answering(after, "sau"))).toEqual({ kind: "committed" });
  });

  it("stores a turn once, though it is committed twice", async () => {
    await accept(message("1", an));
    const claimed = await claimSurely();
    const kinds = await Promise.all(
      [1, 2].map(async () => (await given.conversations().commit(answering(claimed, "một", CALL))).kind),
    );
    expect(kinds.sort()).toEqual(["committed", "lost"]);
    expect(await given.commandsExecuted()).toBe(1);
    expect(await given.said(an)).toEqual(["một: staff_left"]);
  });

  it("says nothing when staff took over meanwhile, and settles the message", async () => {
    await accept(message("1", an));
    const claimed = await claimSurely();
    await given.staffTakeOver(an);
    expect(await given.conversations().commit(answering(claimed, "một", CALL))).toEqual({ kind: "held" });
    expect(await given.said(an)).toEqual([]);
    expect(await given.commandsExecuted()).toBe(0);
    expect(await claim("a", seconds(LEASE_SECONDS * 2))).toBeNull();

    await accept(message("2", an));
    const next = await claimSurely();
    expect(next.conversation).toMatchObject({ hold: { state: "held" }, state: NEW_CONVERSATION });
  });

  it("undoes everything when the command or the reply fails, and the message stays in hand", async () => {
    await accept(message("1", an));
    const claimed = await claimSurely();
    await expect(given.conversations().commit(answering(claimed, "một", THROWS))).rejects.toThrow("refused");
    const speechless: Turn = {
      ...answering(claimed, "một", CALL),
      conclude: () => {
        throw new Error("no words");
      },
    };
    await expect(given.conversations().commit(speechless)).rejects.toThrow("no words");
    expect(await given.commandsExecuted()).toBe(0);
    expect(await given.said(an)).toEqual([]);
    expect(await claim("b")).toBeNull();
    expect(await given.conversations().commit(answering(claimed, "một"))).toEqual({ kind: "committed" });
  });

  it("tries a failed turn later and later, the next message of the conversation after it", async () => {
    await accept(message("1", an), message("2", an), message("1", binh));
    expect(await given.conversations().fail(await claimSurely(), "broken", APOLOGY, NOON)).toBe("again");
    expect((await claimSurely()).conversation.address).toEqual(binh);
    expect(await claim()).toBeNull();
    const again = await claimSurely("a", seconds(1));
    expect(again.message.id).toBe("1");
    expect(await given.conversations().fail(again, "broken", APOLOGY, seconds(1))).toBe("again");
    expect(await claim("a", seconds(2))).toBeNull();
    expect((await claimSurely("a", seconds(3))).message.id).toBe("1");
  });

  it("lets what waited for the person leave when that person writes something new", async () => {
    const due = async () =>
      (await given.outbox().claim({ channel: "web", owner: "a", now: seconds(10), limit: 9 })).map(
        ({ reply, attempts }) => [reply.text, attempts],
      );
    await accept(message("1", an), message("1", binh));
    for (const text of ["một", "hai"])
      await given.conversations().commit(answering(await claimSurely(), text));
    const [first, second] = await given
      .outbox()
      .claim({ channel: "web", owner: "a", now: seconds(1), limit: 9 });
    if (first === undefined || second === undefined) throw new Error("nothing to send");
    for (const one of [first, second])
      await given.outbox().settle(one, { kind: "when_they_write", why: "7 days" }, NOON);

    expect(await accept(message("1", an))).toBe(false);
    expect(await due()).toEqual([]);
    expect(await accept(message("2", an))).toBe(true);
    expect(await due()).toEqual([["một", 0]]);
  });

  it("does not let a message wait for a person who wrote while it was on its way", async () => {
    await accept(message("1", an));
    const before = seconds(-9);
    await given.conversations().commit(answering(await claimSurely("a", before), "một", null, before));
    const [first] = await given.outbox().claim({ channel: "web", owner: "a", now: seconds(-5), limit: 9 });
    if (first === undefined) throw new Error("nothing to send");
    await accept(message("2", an));
    await given.outbox().settle(first, { kind: "when_they_write", why: "7 days" }, seconds(1));
    const [again] = await given.outbox().claim({ channel: "web", owner: "a", now: seconds(1), limit: 9 });
    expect(again?.id).toBe(first.id);
  });

  it("sets a message aside after too many failures, says so, and goes on", async () => {
    await accept(message("1", an), message("2", an));
    let now = NOON;
    const endings: string[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      now = seconds(3_600, now);
      endings.push(
        await given.conversations().fail(await claimSurely("a", now), "x".repeat(5_000), APOLOGY, now),
      );
    }
    expect(endings).toEqual([...Array.from({ length: ATTEMPTS - 1 }, () => "again"), "dead"]);
    expect(await given.said(an)).toEqual(["xin lỗi"]);
    expect((await claimSurely("a", now)).message.id).toBe("2");
    expect(await accept(message("1", an))).toBe(false);
  });

  it("takes a message no more often that ends whoever takes it, says so, and goes on", async () => {
    await accept(message("1", an), message("2", an));
    let now = NOON;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // Whoever has it goes away without a word: its lease runs out.
      expect(await claimSurely(`process ${attempt}`, now)).toMatchObject({
        message: { id: "1" },
        isSpent: false,
      });
      now = seconds(LEASE_SECONDS, now);
    }
    // However often even the setting aside is interrupted.
    expect((await claimSurely("interrupted", now)).isSpent).toBe(true);
    now = seconds(LEASE_SECONDS, now);
    const spent = await claimSurely("last", now);
    expect(spent).toMatchObject({ message: { id: "1" }, isSpent: true });
    expect(await given.conversations().fail(spent, "gone", APOLOGY, now)).toBe("dead");
    expect(await given.said(an)).toEqual(["xin lỗi"]);
    expect(await claimSurely("a", now)).toMatchObject({ message: { id: "2" }, isSpent: false });
  });

  it("counts a try once, whether it failed or whoever made it went away", async () => {
    await accept(message("1", an));
    let now = NOON;
    for (let attempt = 0; attempt < ATTEMPTS - 1; attempt += 1) {
      const claimed = await claimSurely("a", now);
      if (attempt % 2 === 0) await given.conversations().fail(claimed, "broken", APOLOGY, now);
      now = seconds(3_600, now);
    }
    const last = await claimSurely("a", now);
    expect(last.isSpent).toBe(false);
    expect(await given.conversations().fail(last, "broken", APOLOGY, now)).toBe("dead");
  });
}
