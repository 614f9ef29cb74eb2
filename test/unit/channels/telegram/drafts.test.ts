import { expect, it, vi } from "vitest";
import type { Fault } from "../../../doubles/faults.ts";
import { ALICE, GROUP } from "../../../doubles/telegram/updates.ts";
import { canaries } from "../../../support/canaries.ts";
import { callsOf, start } from "./running.ts";

const CHAT = String(ALICE.id);
const WORDS = canaries.privateWords;

/** The drafts of one bot, with the clock in the hands of the test. */
async function given(more: Partial<Parameters<typeof start>[0]> = {}) {
  let at = new Date("2026-10-05T01:00:00Z").getTime();
  const running = await start({ mode: "polling", now: () => new Date(at), ...more });
  const { double, channel } = running;
  double.chats.known.add(CHAT).add("900").add(String(GROUP));
  const to = (chat: string) => ({ channel: "telegram", account: double.account, chat });
  const { drafts } = channel;
  if (!drafts) throw new Error("the channel shows no drafts");
  return {
    ...running,
    sees: (chat = CHAT) => drafts.sees?.(to(chat)),
    turn: (inReplyTo = "update:41", chat = CHAT) => drafts.turn?.(to(chat), inReplyTo),
    show: (text: string, inReplyTo = "update:41", chat = CHAT) => {
      drafts.show(to(chat), inReplyTo, text);
    },
    end: (inReplyTo = "update:41", chat = CHAT) => {
      drafts.end(to(chat), inReplyTo);
    },
    say: (text: string, chat = CHAT) => channel.send(to(chat), { text }, `r${text.length}`),
    pass: (ms: number) => {
      at += ms;
    },
    calls: () => callsOf(double, "sendMessageDraft"),
    shown: (count: number) =>
      vi.waitFor(() => {
        expect(double.chats.drafts).toHaveLength(count);
      }),
  };
}

function failing(code: number, description: string, parameters = {}): Fault {
  const body = { ok: false, error_code: code, description: `${description} ${WORDS}`, parameters };
  return { kind: "status", status: code, body };
}

it("looks like the message that comes in its place, and keeps its id while it grows", async () => {
  const { turn, show, say, pass, shown, double } = await given();
  for (const [at, text] of ["Dạ <vâng>.", "Dạ <vâng>. Phí & lệ phí."].entries()) {
    expect(await turn()).toBe(true);
    show(text);
    await shown(at + 1);
    pass(1_000);
  }
  await say("Dạ <vâng>. Phí & lệ phí.");
  expect(double.chats.drafts.map(({ text }) => text)).toEqual(["Dạ <vâng>.", "Dạ <vâng>. Phí & lệ phí."]);
  expect(double.chats.sent[0]?.text).toBe(double.chats.drafts[1]?.text);
  expect(double.chats.drafts.map(({ id }) => id)).toEqual([42, 42]);
});

it("stands in the topic of a private chat that was written in", async () => {
  const { turn, show, shown, double } = await given();
  expect(await turn("update:0", `${CHAT}:17`)).toBe(true);
  show("Dạ.", "update:0", `${CHAT}:17`);
  await shown(1);
  expect(double.chats.drafts).toMatchObject([{ chat: CHAT, thread: 17, id: 1 }]);
});

it("shows of what is too long for one message as much as ends with a sentence, and that once", async () => {
  const { turn, show, shown, pass, double } = await given();
  const long = Array.from({ length: 300 }, (_, at) => `Câu ${at} khá là dài.`).join(" ");
  for (const text of [long, `${long} Thêm một câu.`]) {
    expect(await turn()).toBe(true);
    show(text);
    await shown(1);
    pass(1_000);
  }
  const [draft] = double.chats.drafts;
  expect(draft?.text).toMatch(/dài\.$/);
  expect(long.startsWith(draft?.text ?? "-")).toBe(true);
  expect(draft?.text.length).toBeGreaterThan(4_000);
});

it("shows none to groups", async () => {
  const { sees, turn } = await given();
  expect([sees(), sees(String(GROUP)), sees(`${GROUP}:17`)]).toEqual([true, false, false]);
  expect(await turn("update:41", String(GROUP))).toBe(false);
});

it("waits for its moment, one after the other, and not beyond the end", async () => {
  const { turn, show, end, shown, pass, calls } = await given({ limits: { chatEveryMs: 1_000 } });
  expect(await turn()).toBe(true);
  show("Một.");
  await shown(1);
  const moment = vi.fn<(mayGoOn: boolean | undefined) => void>();
  const waiting = turn()?.then(moment);
  expect(moment).not.toHaveBeenCalled();
  pass(1_000);
  await waiting;
  expect(moment).toHaveBeenCalledWith(true);
  show("Một. Hai.");
  await shown(2);
  const last = turn();
  end();
  expect(await last).toBe(false);
  show("Một. Hai. Ba.");
  expect(calls()).toHaveLength(2);
});

it("breaks off one that is on its way when the turn is over, without a word", async () => {
  const { double, turn, show, end, pass, calls, errors } = await given();
  double.faults.add("sendMessageDraft", { kind: "slow", ms: 60_000 });
  expect(await turn()).toBe(true);
  show("Một.");
  await vi.waitFor(() => {
    expect(calls()).toHaveLength(1);
  });
  // The next has its moment once this one is there.
  pass(1_000);
  const next = turn();
  end();
  expect(await next).toBe(false);
  expect(errors).toEqual([]);
});

it("rests for as long as Telegram says after too many, in all chats; messages go on", async () => {
  const { double, turn, show, sees, say, pass, errors } = await given();
  double.faults.add("sendMessageDraft", failing(429, "Too Many Requests", { retry_after: 280 }));
  expect(await turn()).toBe(true);
  show(WORDS);
  expect(await turn()).toBe(false);
  expect([sees(), sees("900")]).toEqual([false, false]);
  expect((await say("Dạ.")).kind).toBe("sent");
  pass(280_000);
  expect([sees(), sees("900")]).toEqual([true, true]);
  expect(errors).toHaveLength(1);
});

it("gives drafts up with a server that does not know them", async () => {
  const { double, turn, show, sees, pass, errors, status } = await given();
  double.faults.add("sendMessageDraft", failing(404, "Not Found: method not found"));
  expect(await turn()).toBe(true);
  show(WORDS);
  expect(await turn()).toBe(false);
  pass(365 * 24 * 3_600_000);
  expect(sees("900")).toBe(false);
  expect(errors).toHaveLength(1);
  // It says nothing of the token.
  expect(status()[0]?.state).toBe("ok");
});

it.each([
  ["a refusal", failing(400, "Bad Request: TEXTDRAFT_PEER_INVALID"), 1],
  ["their own failure", failing(500, "Internal Server Error"), 1],
  ["a line that breaks", { kind: "reset" }, 1],
  ["somebody who blocked the bot", failing(403, "Forbidden: bot was blocked by the user"), 0],
] as const)(
  "ends the drafts of that answer after %s, and tells it at most once",
  async (_what, fault, told) => {
    const { double, turn, show, sees, pass, errors, blocked, calls } = await given();
    double.faults.add("sendMessageDraft", fault, fault);
    for (const inReplyTo of ["update:41", "update:42"]) {
      expect(await turn(inReplyTo)).toBe(true);
      show(WORDS, inReplyTo);
      expect(await turn(inReplyTo)).toBe(false);
      show(`${WORDS} và nữa`, inReplyTo);
      pass(1_000);
    }
    expect(calls()).toHaveLength(2);
    expect(sees()).toBe(true);
    expect(errors).toHaveLength(told);
    expect(errors.join("\n")).not.toContain(WORDS);
    expect(errors.join("\n")).not.toContain(double.token);
    // The outbox learns it when it sends.
    expect(blocked).toEqual([]);
  },
);
