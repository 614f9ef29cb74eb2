import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { chatClient, eventsOf } from "../../support/chat-client.ts";
import { oneDatabase } from "../../support/database.ts";
import { modelAt } from "../../support/model/talk.ts";
import { runApp, type RunningApp } from "../../support/app.ts";
import { serve } from "../../support/served.ts";

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

interface Heard {
  drafts: string[];
  answer: string;
}

/** Asks in an open conversation and reads its stream until the answer is there. */
async function hears(question: string): Promise<Heard> {
  const client = chatClient(served.url);
  const { conversation } = await client.say("chào");
  const stream = await fetch(
    `${served.url}/api/chat/stream?${new URLSearchParams({ conversation, after: "2" }).toString()}`,
  );
  const drafts: string[] = [];
  const asked = await client.say(question, conversation);
  for await (const { event, data } of eventsOf(stream)) {
    const message = JSON.parse(data) as { inReplyTo?: string; text?: string; over?: boolean; from?: string };
    if (event === "draft" && message.text !== undefined) drafts.push(message.text);
    if (event === "message" && message.from === "bot" && message.inReplyTo === asked.id)
      return { drafts, answer: message.text ?? "" };
  }
  throw new Error("the stream ended without an answer");
}

describe("an answer in the making", () => {
  it("is shown sentence by sentence, and the answer opens with all that was shown", async () => {
    server.pace(4);
    const { drafts, answer } = await hears("Mã vạch mất bao nhiêu tiền?");
    expect(drafts.length).toBeGreaterThan(1);
    for (const draft of drafts) expect(answer.startsWith(draft)).toBe(true);
  });

  it.each(["cut_off", "dropped", "obeys_attacker", "invents_figure"] as const)(
    "never has to take anything back: %s",
    async (behaviour) => {
      server.pace(2);
      server.behave(behaviour);
      const { drafts, answer } = await hears("Mã vạch mất bao nhiêu tiền?");
      server.behave("well");
      for (const draft of drafts) expect(answer.startsWith(draft)).toBe(true);
      expect(answer).toContain("1.000.000");
      expect(answer).not.toMatch(/777|cam kết|999\/2026/);
    },
  );

  it("is stored nowhere: the outbox holds the answers alone", async () => {
    const rows = await given.database.client.outgoingMessage.findMany();
    expect(rows.filter(({ body }) => body.includes("nhap-"))).toEqual([]);
    const questions = await given.database.client.inboxMessage.count();
    expect(rows).toHaveLength(questions);
  });
});
