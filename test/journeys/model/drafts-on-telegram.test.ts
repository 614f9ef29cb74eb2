import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { takeHold } from "../../../src/adapters/prisma/staff/holds.ts";
import { loadChannels } from "../../../src/channels.ts";
import { preview } from "../../../src/channels/telegram/encode.ts";
import type { Reply } from "../../../src/conversation/reply.ts";
import type { Fault } from "../../doubles/faults.ts";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { startTelegram, type TelegramDouble } from "../../doubles/telegram.ts";
import { ALICE, GROUP, textUpdate } from "../../doubles/telegram/updates.ts";
import { runApp, TEST_DAY, type RunningApp } from "../../support/app.ts";
import { eachDatabase } from "../../support/database.ts";
import { recordError } from "../../support/log-scan/journal.ts";
import { modelAt } from "../../support/model/talk.ts";
import { by, calendar } from "../../support/registry.ts";
import { NO_CHANNELS, polled } from "../../support/channel-settings.ts";

const QUESTION = "Mã vạch mất bao nhiêu tiền?";
const CHAT = String(ALICE.id);
const PATIENT = { timeout: 20_000, interval: 5 };

/** A day of office hours, with time that passes: whoever waits for a turn gets it. */
function ticking(): () => Date {
  const start = performance.now();
  return () => new Date(TEST_DAY.getTime() + performance.now() - start);
}

eachDatabase("an answer in the making on Telegram", (given) => {
  let server: ModelServer;
  let telegram: TelegramDouble;
  let app: RunningApp;
  let errors: string[];
  beforeEach(async () => {
    errors = [];
    [server, telegram] = await Promise.all([startModelServer(), startTelegram()]);
    const channels = await loadChannels({
      ...NO_CHANNELS,
      telegram: {
        ...polled(telegram),
        pollSeconds: 0.2,
        limits: { chatEveryMs: 10 },
      },
    });
    const onError = (error: unknown) => {
      recordError(error);
      errors.push(String(error));
    };
    app = await runApp(given.database, { channels, onError, now: ticking() }, modelAt(server));
    // Whoever writes for the first time is greeted as well.
    await telegram.bring(textUpdate(1, { text: "chào" }));
    await settled(1);
    server.pace(12);
  });
  afterEach(async () => {
    await app.stop();
    await Promise.all([telegram.stop(), server.stop()]);
  });

  const chats = () => telegram.chats;
  const callsOfDrafts = () => telegram.calls.filter(({ method }) => method === "sendMessageDraft");
  const rowOf = (update: number) =>
    given.database.client.inboxMessage.findFirst({ where: { externalId: `update:${update}` } });
  const storedFor = (update: number) =>
    given.database.client.outgoingMessage.findMany({ where: { inReplyTo: `update:${update}` } });

  /** The turn is over, and all that it said has left. */
  async function settled(update: number): Promise<void> {
    await vi.waitFor(async () => {
      expect(await rowOf(update)).toMatchObject({ status: "done" });
      expect((await storedFor(update)).map(({ status }) => status).filter((one) => one !== "sent")).toEqual(
        [],
      );
    }, PATIENT);
  }

  const draftsComing = () =>
    vi.waitFor(() => {
      expect(chats().drafts.length).toBeGreaterThan(0);
    }, PATIENT);

  /** Asks, and gives back what was said once it was: the messages, and the same as stored. */
  async function answerTo(update: number, more: Partial<Parameters<typeof textUpdate>[1]> = {}) {
    const before = chats().sent.length;
    await telegram.bring(textUpdate(update, { text: QUESTION, ...more }));
    await settled(update);
    const stored = (await storedFor(update)).flatMap(({ body }) => preview(JSON.parse(body) as Reply));
    return { sent: chats().sent.slice(before), stored: stored.map(({ text }) => text) };
  }

  it("grows by checked sentences, and then comes once, as it is stored", async () => {
    server.behave("promises");
    const { sent, stored } = await answerTo(2);
    const drafts = chats().drafts;
    expect(drafts.length).toBeGreaterThan(1);
    expect(sent.map(({ text }) => text)).toEqual(stored);
    expect(stored).toHaveLength(1);
    for (const [at, { text, id, chat, after }] of drafts.entries()) {
      expect(stored[0]?.startsWith(text)).toBe(true);
      expect(text.length).toBeGreaterThan(drafts[at - 1]?.text.length ?? 0);
      expect(text).not.toMatch(/cam kết|chắc chắn/);
      expect({ id, chat }).toEqual({ id: drafts[0]?.id, chat: CHAT });
      // None comes after the answer.
      expect(after).toBe(1);
    }
    expect(errors).toEqual([]);
  });

  it("is not shown in a group, which gets the answer", async () => {
    const mention = `@${telegram.username}`;
    const entities = [{ type: "mention", offset: 0, length: mention.length }];
    const { sent } = await answerTo(2, {
      text: `${mention} ${QUESTION}`,
      chat: GROUP,
      more: { entities },
    });
    expect(sent.filter(({ text }) => text.includes("1.000.000"))).toHaveLength(1);
    expect(callsOfDrafts()).toEqual([]);
  });

  it("stops when staff take over, and no answer comes", async () => {
    await telegram.bring(textUpdate(2, { text: QUESTION }));
    await draftsComing();
    const { conversationId = "" } = (await rowOf(2)) ?? {};
    await takeHold({ database: given.database, calendar }, by, conversationId);
    const shown = callsOfDrafts().length;
    await settled(2);
    expect(await storedFor(2)).toEqual([]);
    const [draft] = chats().drafts;
    expect(chats().sent.filter(({ text }) => text.includes(draft?.text ?? ""))).toEqual([]);
    // One may have been on its way.
    expect(callsOfDrafts().length).toBeLessThanOrEqual(shown + 1);
  });

  describe("when drafts fail, the answer comes all the same, once", () => {
    const failing = (code: number, description: string, parameters = {}): Fault => ({
      kind: "status",
      status: code,
      body: { ok: false, error_code: code, description, parameters },
    });

    it.each([
      ["there are too many", failing(429, "Too Many Requests", { retry_after: 3_600 }), 1],
      ["the server knows none", failing(404, "Not Found: method not found"), 1],
      // Longer than this test may take: nobody waits for it.
      ["one never ends", { kind: "slow", ms: 90_000 }, 2],
    ] as const)("%s", async (_what, fault, turnsWithDrafts) => {
      telegram.faults.add("sendMessageDraft", fault, fault);
      for (const update of [2, 3]) {
        const { sent, stored } = await answerTo(update);
        expect(sent.map(({ text }) => text)).toEqual(stored);
        expect(stored).toHaveLength(1);
        expect(stored[0]).toContain("1.000.000");
      }
      // The first failure is the last draft of its answer.
      expect(callsOfDrafts()).toHaveLength(turnsWithDrafts);
      expect(errors.length).toBeLessThanOrEqual(1);
      expect(errors.join("\n")).not.toMatch(/1\.000\.000|Mã vạch|canary/);
    });
  });
});
