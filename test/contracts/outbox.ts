import { expect, it } from "vitest";
import type { Address } from "../../src/conversation/message.ts";
import type { Outbox, OutgoingMessage } from "../../src/outbox/outbox.ts";
import { chat, NOON, seconds } from "./messages.ts";

export const LEASE_SECONDS = 60;
/** the longest wait between two tries, unless the channel asks for a longer one */
const LONGEST_BACKOFF_SECONDS = 600;
/** times a personal reply is sent again though it may have arrived */
export const REPEATS = 2;

export interface OutboxUnderTest {
  outbox: () => Outbox;
  replica: () => Promise<Outbox>;
  /** queues a text; `priority` 0 is a personal reply, 2 an announcement */
  queue: (to: Address, text: string, priority: 0 | 1 | 2, now: Date) => Promise<void>;
  /** how each text stands, by text: "queued", "leased", "waiting_for_person", "sent", "refused", "unknown", "dead" */
  states: () => Promise<Readonly<Record<string, string>>>;
}

const an = chat("an");
const binh = chat("binh");
const SENT = { kind: "sent", ref: "42" } as const;
const UNKNOWN = { kind: "unknown", why: "no answer" } as const;
const AWAY = { kind: "retry", because: "outage", afterMs: 3_000, why: "no connection" } as const;
const PACED = { kind: "retry", because: "pace", afterMs: 10_000_000, why: "429" } as const;

export function outboxContract(given: OutboxUnderTest): void {
  const claim = (now = NOON, limit = 10, owner = "a") =>
    given.outbox().claim({ channel: "web", owner, now, limit });
  const texts = (messages: readonly OutgoingMessage[]) => messages.map(({ reply }) => reply.text);
  const claimOne = async (now = NOON) => {
    const [message] = await claim(now, 1);
    if (message === undefined) throw new Error("nothing to send");
    return message;
  };

  it("hands over what is to be said, leased", async () => {
    await given.queue(an, "một", 0, NOON);
    const [message] = await claim();
    expect(message).toMatchObject({
      to: an,
      reply: { text: "một" },
      attempts: 0,
      lease: { owner: "a", until: seconds(LEASE_SECONDS) },
    });
    expect(await claim()).toEqual([]);
    expect(await given.states()).toEqual({ một: "leased" });
  });

  it("hands over nothing of another channel", async () => {
    await given.queue({ ...an, channel: "telegram" }, "một", 0, NOON);
    expect(await claim()).toEqual([]);
  });

  it("hands over only what is for accounts that can send now, and the rest when they can", async () => {
    const ours = { ...an, account: "ours" };
    await given.queue({ ...binh, account: "theirs" }, "của máy kia", 0, NOON);
    await given.queue(ours, "của máy này", 0, NOON);
    const take = (accounts?: readonly string[]) =>
      given
        .outbox()
        .claim({ channel: "web", owner: "a", now: NOON, limit: 10, ...(accounts && { accounts }) });
    expect(await take([])).toEqual([]);
    expect(texts(await take(["ours", "another"]))).toEqual(["của máy này"]);
    expect(await given.states()).toEqual({ "của máy này": "leased", "của máy kia": "queued" });
    expect(await take(["ours"])).toEqual([]);
    const [rest] = await take();
    expect(rest).toMatchObject({ reply: { text: "của máy kia" }, attempts: 0 });
  });

  it("sends one message of a conversation after the other, those of several side by side", async () => {
    await given.queue(an, "an 1", 0, seconds(1));
    await given.queue(binh, "bình 1", 0, seconds(2));
    await given.queue(an, "an 2", 0, seconds(3));
    const first = await claim(seconds(9));
    expect(texts(first)).toEqual(["an 1", "bình 1"]);
    expect(await claim(seconds(9))).toEqual([]);
    for (const message of first) await given.outbox().settle(message, SENT, seconds(9));
    expect(texts(await claim(seconds(9)))).toEqual(["an 2"]);
  });

  it("lets a later message wait while the earlier one is to be tried again", async () => {
    await given.queue(an, "trước", 0, NOON);
    await given.queue(an, "sau", 0, NOON);
    await given.outbox().settle(await claimOne(), { ...AWAY, afterMs: 30_000 }, NOON);
    expect(await claim(seconds(29))).toEqual([]);
    const again = await claimOne(seconds(30));
    expect(again).toMatchObject({ reply: { text: "trước" }, attempts: 1 });
    await given.outbox().settle(again, { kind: "refused", why: "blocked" }, seconds(30));
    expect(texts(await claim(seconds(30)))).toEqual(["sau"]);
  });

  it("sends personal replies before reminders before announcements", async () => {
    await given.queue(an, "thông báo", 2, seconds(1));
    await given.queue(binh, "nhắc", 1, seconds(2));
    await given.queue(chat("chi"), "trả lời", 0, seconds(3));
    expect(texts(await claim(seconds(9), 2))).toEqual(["trả lời", "nhắc"]);
    expect(texts(await claim(seconds(9), 2))).toEqual(["thông báo"]);
  });

  it("lets a personal reply pass an announcement of the same conversation, but never two at once", async () => {
    await given.queue(an, "thông báo", 2, NOON);
    await given.queue(an, "trả lời", 0, NOON);
    const [reply] = await claim();
    expect(reply?.reply.text).toBe("trả lời");
    expect(await claim()).toEqual([]);
  });

  it("gives nothing to two who claim at the same moment", async () => {
    for (let number = 0; number < 6; number += 1) await given.queue(chat(`${number}`), `${number}`, 0, NOON);
    const other = await given.replica();
    const batches = await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        (number % 2 === 0 ? other : given.outbox()).claim({
          channel: "web",
          owner: `o${number}`,
          now: NOON,
          limit: 4,
        }),
      ),
    );
    const all = texts(batches.flat());
    expect(new Set(all).size).toBe(all.length);
    const rest = texts(await claim(NOON, 10));
    expect([...all, ...rest].sort()).toEqual(["0", "1", "2", "3", "4", "5"]);
  });

  it("tries later and later while the channel is away, for a day", { timeout: 120_000 }, async () => {
    await given.queue(an, "một", 0, NOON);
    let now = NOON;
    const failAt = async (moment: Date) => {
      now = moment;
      await given.outbox().settle(await claimOne(now), AWAY, now);
    };
    await failAt(NOON);
    for (const wait of [3, 3, 4, 8, 16, 32, 64, 128, 256, 512, 600]) {
      expect(await claim(seconds(wait - 1, now))).toEqual([]);
      await failAt(seconds(wait, now));
    }
    while ((await given.states())["một"] === "queued") await failAt(seconds(LONGEST_BACKOFF_SECONDS, now));
    expect(await given.states()).toEqual({ một: "dead" });
    const hours = (now.getTime() - NOON.getTime()) / 3_600_000;
    expect(hours).toBeGreaterThanOrEqual(24);
    expect(hours).toBeLessThan(25);
    expect(await claim(seconds(86_400, now))).toEqual([]);
  });

  it("does not count as a try what only has to wait for its turn, and lets it wait just so long", async () => {
    await given.queue(an, "một", 0, NOON);
    let now = NOON;
    for (let round = 0; round < 12; round += 1) {
      const message = await claimOne(now);
      expect(message.attempts).toBe(0);
      await given.outbox().settle(message, PACED, now);
      expect(await claim(seconds(9_999, now))).toEqual([]);
      now = seconds(10_000, now);
    }
    await given.outbox().settle(await claimOne(now), AWAY, now);
    // The first failure of all.
    expect(await claimOne(seconds(3, now))).toMatchObject({ attempts: 1 });
  });

  it("sends a personal reply again a few times when nobody knows whether it arrived", async () => {
    await given.queue(an, "một", 0, NOON);
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      await given.outbox().settle(await claimOne(seconds(60 * repeat)), UNKNOWN, seconds(60 * repeat));
      expect(await given.states()).toEqual({ một: "queued" });
    }
    await given.outbox().settle(await claimOne(seconds(600)), UNKNOWN, seconds(600));
    expect(await given.states()).toEqual({ một: "unknown" });
  });

  it("keeps what the platform takes only after the person wrote, and lets later messages try", async () => {
    await given.queue(an, "trước", 0, NOON);
    await given.queue(an, "sau", 0, NOON);
    const before = await claimOne(seconds(1));
    await given.outbox().settle(before, { kind: "when_they_write", why: "7 days" }, seconds(2));
    expect(await given.states()).toEqual({ trước: "waiting_for_person", sau: "queued" });
    expect(texts(await claim(seconds(86_400)))).toEqual(["sau"]);
    // The word of a sender who no longer has it changes nothing.
    await given.outbox().settle(before, SENT, seconds(86_400));
    expect(await given.states()).toMatchObject({ trước: "waiting_for_person" });
  });

  it("never sends an announcement again that may have arrived", async () => {
    await given.queue(an, "hỏng", 2, NOON);
    await given.queue(binh, "mất", 2, NOON);
    await given.queue(chat("chi"), "chưa gửi", 2, NOON);
    const [broken, lost, unsent] = await claim(NOON);
    if (!broken || !lost || !unsent) throw new Error("nothing to send");
    expect(await given.outbox().begin(broken, NOON)).toBe(true);
    expect(await given.outbox().begin(lost, NOON)).toBe(true);
    await given.outbox().settle(broken, UNKNOWN, NOON);
    // The sender of the others goes away: their leases run out.
    const [again] = await claim(seconds(LEASE_SECONDS));
    expect(again).toMatchObject({ id: unsent.id, attempts: 0 });
    expect(await given.states()).toEqual({ hỏng: "unknown", mất: "unknown", "chưa gửi": "leased" });
    // Whoever has lost it does not send it any more.
    expect(await given.outbox().begin(unsent, seconds(LEASE_SECONDS))).toBe(false);
  });

  it("gives a personal reply to another when the lease has run out, and ignores the first one's word", async () => {
    await given.queue(an, "một", 0, NOON);
    const slow = await claimOne();
    expect(await claim(seconds(LEASE_SECONDS - 1))).toEqual([]);
    const other = await given.replica();
    const [quick] = await other.claim({ channel: "web", owner: "b", now: seconds(LEASE_SECONDS), limit: 1 });
    if (quick === undefined) throw new Error("not taken over");
    expect(quick).toMatchObject({ id: slow.id, attempts: 1 });
    await given.outbox().settle(slow, { kind: "refused", why: "too late" }, seconds(LEASE_SECONDS));
    expect(await given.states()).toEqual({ một: "leased" });
    await other.settle(quick, SENT, seconds(LEASE_SECONDS));
    await given.outbox().settle(slow, UNKNOWN, seconds(LEASE_SECONDS));
    expect(await given.states()).toEqual({ một: "sent" });
  });

  it("takes nothing out of the hands of one who is still sending it, however long it takes", async () => {
    await given.queue(an, "chậm", 2, NOON);
    await given.queue(an, "sau", 2, NOON);
    const slow = await claimOne();
    const later = { channel: "web", owner: "a", now: seconds(9 * LEASE_SECONDS), limit: 10 };
    expect(await given.outbox().claim({ ...later, inHand: [slow.id] })).toEqual([]);
    expect(await given.states()).toEqual({ chậm: "leased", sau: "queued" });
    await given.outbox().settle(slow, SENT, later.now);
    expect(await given.states()).toEqual({ chậm: "sent", sau: "queued" });
    expect(texts(await given.outbox().claim({ ...later, inHand: [] }))).toEqual(["sau"]);
  });

  it("stops repeating a reply whose senders keep going away", async () => {
    await given.queue(an, "một", 0, NOON);
    for (let round = 0; round <= REPEATS; round += 1) {
      expect(texts(await claim(seconds(round * LEASE_SECONDS)))).toEqual(["một"]);
    }
    expect(await claim(seconds((REPEATS + 1) * LEASE_SECONDS))).toEqual([]);
    expect(await given.states()).toEqual({ một: "unknown" });
  });
}
