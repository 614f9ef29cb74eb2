import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Channel, SendResult } from "../../../src/conversation/channel.ts";
import { createDelivery } from "../../../src/outbox/deliver.ts";
import type { Outbox, OutgoingMessage } from "../../../src/outbox/outbox.ts";
import { collectErrors } from "../../support/log-scan/journal.ts";

function messageOf(id: string): OutgoingMessage {
  const to = { channel: "test", account: "a", chat: id };
  const lease = { owner: "test", until: new Date(0) };
  return { id, book: "outbox", to, reply: { text: id }, priority: 0, attempts: 0, lease };
}

/** What waits, how it went, and a channel that notes when it was asked to send. */
function deliveryOver(
  ids: readonly string[],
  send?: (id: string) => Promise<SendResult>,
  sendsFor?: Channel["sendsFor"],
) {
  const waiting = ids.map(messageOf);
  const sent: { id: string; at: number }[] = [];
  const settled = new Map<string, SendResult>();
  const { errors, onError } = collectErrors();
  const claim = vi.fn<Outbox["claim"]>(({ limit }) => Promise.resolve(waiting.splice(0, limit)));
  const settle = vi.fn<Outbox["settle"]>((message, result) => {
    settled.set(message.id, result);
    return Promise.resolve();
  });
  const begin = vi.fn<Outbox["begin"]>(() => Promise.resolve(true));
  const rest = vi.fn<Outbox["rest"]>(() => Promise.resolve());
  const channel: Channel = {
    name: "test",
    listen: () => Promise.resolve(),
    ...(sendsFor && { sendsFor }),
    send: (_to, _reply, id) => {
      sent.push({ id, at: Date.now() });
      return send ? send(id) : Promise.resolve({ kind: "sent", ref: null });
    },
  };
  const stopping = new AbortController();
  const delivery = createDelivery({
    outbox: { claim, begin, settle, rest },
    channel,
    pace: { perSecond: 10 },
    owner: "test",
    now: () => new Date(),
    onError,
  });
  return {
    delivery,
    waiting,
    sent,
    settled,
    errors,
    claim,
    begin,
    settle,
    rest,
    stopping,
    start: () => delivery.run(stopping.signal),
  };
}

describe("delivery", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("takes only what its channel can send at that moment", async () => {
    const accounts: string[] = [];
    const { claim, stopping, start } = deliveryOver([], undefined, () => [...accounts]);
    const running = start();
    await vi.advanceTimersByTimeAsync(0);
    expect(claim.mock.lastCall?.[0].accounts).toEqual([]);
    accounts.push("a");
    await vi.advanceTimersByTimeAsync(1000);
    expect(claim.mock.lastCall?.[0].accounts).toEqual(["a"]);
    stopping.abort();
    await running;
  });

  it("keeps the pace of its channel, within a batch and from one to the next", async () => {
    const ids = Array.from({ length: 25 }, (_, at) => String(at));
    const { sent, settled, stopping, start } = deliveryOver(ids);
    const running = start();
    await vi.advanceTimersByTimeAsync(3000);
    expect(sent.map(({ id }) => id)).toEqual(ids);
    expect(sent.map(({ at }) => at)).toEqual(ids.map((_, at) => at * 100));
    expect(settled.size).toBe(25);
    stopping.abort();
    await running;
  });

  it("lets what is slow keep nobody else waiting", async () => {
    let letGo: (result: SendResult) => void = () => undefined;
    const slow = new Promise<SendResult>((resolve) => {
      letGo = resolve;
    });
    const { delivery, waiting, sent, settled, claim, stopping, start } = deliveryOver(["slow", "a"], (id) =>
      id === "slow" ? slow : Promise.resolve({ kind: "sent", ref: null }),
    );
    const running = start();
    await vi.advanceTimersByTimeAsync(200);
    waiting.push(messageOf("b"));
    delivery.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.map(({ id }) => id)).toEqual(["slow", "a", "b"]);
    expect([...settled.keys()]).toEqual(["a", "b"]);
    // Nobody is to take it for lost meanwhile.
    await vi.advanceTimersByTimeAsync(100_000);
    expect(claim.mock.lastCall?.[0].inHand).toEqual(["slow"]);
    // The end waits for it all the same.
    stopping.abort();
    letGo({ kind: "sent", ref: "1" });
    await running;
    expect(settled.get("slow")).toEqual({ kind: "sent", ref: "1" });
  });

  it("has only so many in hand, and takes the next as soon as one is settled", async () => {
    const ends: (() => void)[] = [];
    const ids = Array.from({ length: 43 }, (_, at) => String(at));
    const { sent, claim, stopping, start } = deliveryOver(
      ids,
      () =>
        new Promise((resolve) => {
          ends.push(() => {
            resolve({ kind: "sent", ref: null });
          });
        }),
    );
    const running = start();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sent).toHaveLength(40);
    ends[7]?.();
    ends[3]?.();
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toHaveLength(42);
    // Half a second's worth: what is in hand cannot be stopped, nor overtaken for long.
    expect(Math.max(...claim.mock.calls.map(([{ limit }]) => limit))).toBe(5);
    stopping.abort();
    for (const end of ends) end();
    await running;
    expect(sent).toHaveLength(42);
  });

  it("does not hurry after a pause to make up for it", async () => {
    const { delivery, waiting, sent, stopping, start } = deliveryOver(["a"]);
    const running = start();
    await vi.advanceTimersByTimeAsync(950);
    waiting.push(messageOf("b"), messageOf("c"));
    delivery.wake();
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toEqual([
      { id: "a", at: 0 },
      { id: "b", at: 950 },
      { id: "c", at: 1050 },
    ]);
    stopping.abort();
    await running;
  });

  it("settles what a channel says, and a throw as unknown", async () => {
    const results: Record<string, SendResult> = {
      sent: { kind: "sent", ref: "7" },
      later: { kind: "retry", because: "pace", afterMs: 5, why: "busy" },
      gone: { kind: "refused", why: "blocked" },
    };
    const { settled, errors, stopping, start } = deliveryOver([...Object.keys(results), "thrown"], (id) => {
      const result = results[id];
      return result ? Promise.resolve(result) : Promise.reject(new Error("line cut"));
    });
    const running = start();
    await vi.advanceTimersByTimeAsync(1000);
    expect(Object.fromEntries(settled)).toEqual({
      ...results,
      thrown: { kind: "unknown", why: expect.stringMatching(/^Error at /) as string },
    });
    expect(errors).toHaveLength(1);
    stopping.abort();
    await running;
  });

  it("sends and settles what it has claimed before it stops, and claims no more", async () => {
    const { waiting, sent, settled, stopping, start } = deliveryOver(["a", "b", "c"]);
    const running = start();
    await vi.advanceTimersByTimeAsync(50);
    stopping.abort();
    waiting.push(messageOf("d"));
    await vi.advanceTimersByTimeAsync(1000);
    await running;
    expect(sent.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect([...settled.keys()]).toEqual(["a", "b", "c"]);
    expect(waiting).toHaveLength(1);
  });

  it("lets an account rest when three chats in a row must wait, until the shortest wait is over", async () => {
    const { waiting, rest, stopping, start } = deliveryOver([], (id) =>
      Promise.resolve({
        kind: "retry",
        because: "pace",
        afterMs: id === "b" ? 9_000_000 : 10_800_000,
        why: "429",
      }),
    );
    waiting.push(...["a", "b", "c"].map((id) => ({ ...messageOf(id), priority: 2 })));
    const running = start();
    await vi.advanceTimersByTimeAsync(1000);
    expect(rest).toHaveBeenCalledTimes(1);
    expect(rest.mock.calls[0]?.slice(0, 3)).toEqual([
      { channel: "test", account: "a" },
      new Date(9_000_100),
      "429",
    ]);
    stopping.abort();
    await running;
  });

  it("sends nothing that may no longer leave when its moment comes", async () => {
    const { begin, waiting, sent, settle, stopping, start } = deliveryOver([]);
    waiting.push(...["a", "b"].map((id) => ({ ...messageOf(id), priority: 2 })));
    begin.mockResolvedValueOnce(false);
    const running = start();
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map(({ id }) => id)).toEqual(["b"]);
    expect(settle).toHaveBeenCalledTimes(1);
    stopping.abort();
    await running;
  });

  it("outlives a store that is away, when it claims and when it settles", async () => {
    const { sent, errors, claim, settle, stopping, start } = deliveryOver(["a", "b"]);
    claim.mockRejectedValueOnce(new Error("away"));
    settle.mockRejectedValueOnce(new Error("away"));
    const running = start();
    await vi.advanceTimersByTimeAsync(3000);
    expect(sent.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(errors).toHaveLength(2);
    stopping.abort();
    await running;
  });
});
