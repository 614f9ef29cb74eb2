import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { takeHold } from "../../../src/adapters/prisma/staff/holds.ts";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { runApp, TEST_DAY, type RunningApp } from "../../support/app.ts";
import { chatClient, eventsOf } from "../../support/chat-client.ts";
import { oneDatabase } from "../../support/database.ts";
import { modelAt } from "../../support/model/talk.ts";
import { by, calendar } from "../../support/registry.ts";
import { serve } from "../../support/served.ts";

const QUESTION = "Mã vạch mất bao nhiêu tiền?";

const given = oneDatabase();
let server: ModelServer;
let app: RunningApp;
let served: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await startModelServer();
  app = await runApp(given.database, {}, modelAt(server));
  served = await serve(app.web);
});
afterAll(async () => {
  await app.stop();
  await served.close();
  await server.stop();
});
beforeEach(() => {
  server.pace(12);
  server.received.length = 0;
});

interface Heard {
  event: string;
  inReplyTo?: string;
  from?: string;
  text?: string;
  over?: boolean;
}

/** A page that stands open: everything it is told, as it comes. */
async function openPage() {
  const client = chatClient(served.url);
  const { conversation } = await client.say("chào");
  const query = new URLSearchParams({ conversation, after: "0" }).toString();
  const closing = new AbortController();
  const stream = await fetch(`${served.url}/api/chat/stream?${query}`, { signal: closing.signal });
  const heard: Heard[] = [];
  const listening = (async () => {
    for await (const { event, data } of eventsOf(stream))
      heard.push({ event, ...(JSON.parse(data) as Omit<Heard, "event">) });
  })().catch(() => undefined);
  const asked = await client.say(QUESTION, conversation);
  return {
    heard,
    asked: asked.id,
    conversation,
    draftsComing: () =>
      vi.waitFor(
        () => {
          expect(heard.some(({ event, text }) => event === "draft" && text !== undefined)).toBe(true);
        },
        { timeout: 20_000, interval: 5 },
      ),
    settled: () =>
      vi.waitFor(
        async () => {
          expect(await rowOf(asked.id)).toMatchObject({ status: "done" });
        },
        { timeout: 20_000, interval: 20 },
      ),
    lines: async () => (await client.read(conversation)).messages,
    async close() {
      closing.abort();
      await listening;
    },
  };
}

const rowOf = (externalId: string) => given.database.client.inboxMessage.findFirst({ where: { externalId } });

it("staff who take over in the middle of an answer are not talked into", async () => {
  const page = await openPage();
  await page.draftsComing();
  const { conversationId = "" } = (await rowOf(page.asked)) ?? {};
  await takeHold({ database: given.database, calendar }, by, conversationId);
  const before = page.heard.length;
  await page.settled();
  const answers = (await page.lines()).filter(
    ({ from, inReplyTo }) => from === "bot" && inReplyTo === page.asked,
  );
  expect(answers).toEqual([]);
  await vi.waitFor(() => {
    expect(page.heard.some(({ over }) => over === true)).toBe(true);
  });
  // One may have been on its way to the page.
  const shown = page.heard.slice(before).filter(({ event, over }) => event === "draft" && over !== true);
  expect(shown.length).toBeLessThanOrEqual(1);
  const over = page.heard.findIndex((one) => one.over === true);
  expect(
    page.heard.slice(over).filter(({ event, over: isOver }) => event === "draft" && isOver !== true),
  ).toEqual([]);
  expect(await given.database.client.askedQuestion.count({ where: { conversationId } })).toBe(1);
  await page.close();
});

it("a replica that goes away in the middle of an answer loses nothing, and nothing is said twice", async () => {
  server.pace(30);
  const page = await openPage();
  await page.draftsComing();
  // To the other replica the lease of the first one has run out: it hears nothing of it any more.
  server.pace(0);
  const later = new Date(TEST_DAY.getTime() + 60_000);
  const other = await runApp(given.database, { now: () => later }, modelAt(server));
  await page.settled();
  const composed = server.received.filter(({ body }) => body.includes(`"answer"`)).length;
  await other.stop();
  await app.stop();
  const answers = (await page.lines()).filter(
    ({ from, inReplyTo }) => from === "bot" && inReplyTo === page.asked,
  );
  expect(answers).toHaveLength(1);
  expect(answers[0]?.text).toContain("1.000.000");
  expect(composed).toBe(2);
  const { conversationId = "" } = (await rowOf(page.asked)) ?? {};
  const questions = await given.database.client.askedQuestion.findMany({ where: { conversationId } });
  expect(questions.filter(({ question }) => question === QUESTION)).toHaveLength(1);
  await page.close();
});
