import { describe, expect, it, vi } from "vitest";
import {
  NEW_CONVERSATION,
  type ClaimedMessage,
  type Conversations,
  type Turn,
} from "../../../src/conversation/conversations.ts";
import { createLanes, type LaneParts } from "../../../src/conversation/receive.ts";
import { texts } from "../../../src/conversation/texts.ts";
import { collectErrors } from "../../support/log-scan/journal.ts";

const NOW = new Date("2026-11-24T09:00:00+07:00");
const answered = {
  command: null,
  conclude: () => ({ state: NEW_CONVERSATION, replies: [{ text: "vâng" }] }),
};

function claimedOf(id: string): ClaimedMessage {
  const from = { channel: "test", account: "a", chat: id };
  return {
    message: {
      ...{ id, from, sender: id, senderName: null, isGroup: false, mentioned: true },
      content: { kind: "text", text: id },
      sentAt: NOW,
    },
    conversation: {
      ...{ id, address: from, state: NEW_CONVERSATION },
      hold: { state: "bot", version: 0, by: null, expiresAt: null },
    },
    lease: { owner: "test", until: NOW },
    isSpent: false,
  };
}

/** A queue behind the port of the store, and lanes that work on it. */
function lanesOver(parts: Partial<LaneParts> = {}) {
  const waiting: ClaimedMessage[] = [];
  const committed: Turn[] = [];
  const heard: { id: string; words: string }[] = [];
  const failed: { id: string; why: string; apology: string }[] = [];
  const { errors, onError } = collectErrors();
  const claim = vi.fn<Conversations["claim"]>(() => Promise.resolve(waiting.shift() ?? null));
  const conversations: Conversations = {
    accept: () => Promise.resolve(true),
    claim,
    commit: (turn) => {
      committed.push(turn);
      return Promise.resolve({ kind: "committed" });
    },
    heard: ({ message }, words) => {
      heard.push({ id: message.id, words });
      return Promise.resolve(true);
    },
    fail: ({ message }, why, apology) => {
      failed.push({ id: message.id, why, apology: apology.text });
      return Promise.resolve("again");
    },
  };
  const stopping = new AbortController();
  const lanes = createLanes({
    conversations,
    respond: () => Promise.resolve(answered),
    owner: "test",
    now: () => NOW,
    onError,
    ...parts,
  });
  return { lanes, waiting, committed, failed, errors, claim, stopping, running: lanes.run(stopping.signal) };
}

describe("lanes", () => {
  it("look at once when they are woken, though they wait", async () => {
    vi.useFakeTimers();
    try {
      const { lanes, waiting, committed, claim, stopping, running } = lanesOver();
      await vi.waitFor(() => {
        expect(claim).toHaveBeenCalled();
      });
      waiting.push(claimedOf("a"));
      lanes.wake();
      // No timer is run, so that nothing but the call can have woken them.
      for (let turn = 0; turn < 50 && committed.length === 0; turn += 1) await Promise.resolve();
      expect(committed.map(({ claimed }) => claimed.message.id)).toEqual(["a"]);
      stopping.abort();
      await running;
    } finally {
      vi.useRealTimers();
    }
  });

  it("do not sleep over a message that comes while they look", async () => {
    const { lanes, waiting, committed, claim, stopping, running } = lanesOver();
    claim.mockImplementationOnce(() => {
      waiting.push(claimedOf("late"));
      lanes.wake();
      return Promise.resolve(null);
    });
    lanes.wake();
    await vi.waitFor(() => {
      expect(committed).toHaveLength(1);
    });
    stopping.abort();
    await running;
  });

  it("finish the turn in hand when they are stopped, and take no other", async () => {
    let answer = (): void => undefined;
    const answering = new Promise<typeof answered>((resolve) => {
      answer = () => {
        resolve(answered);
      };
    });
    const respond = vi.fn(() => answering);
    const { lanes, waiting, committed, stopping, running } = lanesOver({ respond });
    waiting.push(claimedOf("in hand"));
    lanes.wake();
    await vi.waitFor(() => {
      expect(respond).toHaveBeenCalled();
    });
    stopping.abort();
    waiting.push(claimedOf("too late"));
    lanes.wake();
    expect(committed).toEqual([]);
    answer();
    await running;
    expect(committed.map(({ claimed }) => claimed.message.id)).toEqual(["in hand"]);
    expect(waiting).toHaveLength(1);
  });

  it("hand a turn that cannot be made to the store with an apology, and go on", async () => {
    const respond = vi.fn(({ message }: ClaimedMessage) =>
      message.id === "bad" ? Promise.reject(new TypeError("x".repeat(2000))) : Promise.resolve(answered),
    );
    const onCommitted = vi.fn();
    const { lanes, waiting, committed, failed, errors, stopping, running } = lanesOver({
      respond,
      onCommitted,
    });
    waiting.push(claimedOf("bad"), claimedOf("good"));
    lanes.wake();
    await vi.waitFor(() => {
      expect(committed).toHaveLength(1);
      expect(failed).toHaveLength(1);
    });
    expect(failed[0]).toMatchObject({ id: "bad", apology: texts.failed });
    expect(failed[0]?.why).toMatch(/^TypeError at /);
    expect(failed[0]?.why).not.toContain("xx");
    expect(failed[0]?.why.length).toBeLessThanOrEqual(500);
    expect(errors).toHaveLength(1);
    // An apology has to be delivered as well.
    await vi.waitFor(() => {
      expect(onCommitted).toHaveBeenCalledTimes(2);
    });
    stopping.abort();
    await running;
  });

  it("set aside a message that ended every process which took it, without answering", async () => {
    const respond = vi.fn(() => Promise.resolve(answered));
    const { lanes, waiting, committed, failed, errors, stopping, running } = lanesOver({ respond });
    waiting.push({ ...claimedOf("deadly"), isSpent: true });
    lanes.wake();
    await vi.waitFor(() => {
      expect(failed).toHaveLength(1);
    });
    expect(failed[0]).toMatchObject({ id: "deadly", apology: texts.failed });
    expect(failed[0]?.why).toContain("ended before it was answered");
    expect(respond).not.toHaveBeenCalled();
    expect(committed).toEqual([]);
    expect(errors).toHaveLength(1);
    stopping.abort();
    await running;
  });

  it("outlive a store that is away for a while", async () => {
    const { lanes, waiting, committed, errors, claim, stopping, running } = lanesOver();
    claim.mockRejectedValueOnce(new Error("away"));
    waiting.push(claimedOf("a"));
    lanes.wake();
    await vi.waitFor(() => {
      expect(committed).toHaveLength(1);
    });
    lanes.wake();
    await vi.waitFor(() => {
      expect(errors).toHaveLength(1);
    });
    stopping.abort();
    await running;
  });
});
