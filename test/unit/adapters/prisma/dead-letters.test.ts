import { expect, it } from "vitest";
import { createConversations } from "../../../../src/adapters/prisma/conversations.ts";
import { deadLetters } from "../../../../src/adapters/prisma/dead-letters.ts";
import { eachDatabase } from "../../../support/database.ts";

const NOW = new Date("2026-11-24T09:00:00+07:00");

eachDatabase("dead letters", (given) => {
  it("are empty where all went well", async () => {
    expect(await deadLetters(given.database)).toEqual([]);
  });

  it("say where, when and why, and not what was written", async () => {
    const conversations = createConversations(
      given.database,
      () => Promise.reject(new Error("no commands here")),
      {
        attempts: 1,
        now: () => NOW,
      },
    );
    await conversations.accept({
      id: "m1",
      from: { channel: "web", account: "web", chat: "c" },
      sender: "c",
      senderName: null,
      isGroup: false,
      mentioned: true,
      content: { kind: "text", text: "chuyện riêng của tôi" },
      sentAt: NOW,
    });
    const claimed = await conversations.claim("me", NOW);
    if (!claimed) throw new Error("nothing to claim");
    expect(await conversations.fail(claimed, "Error: retriever is broken", { text: "xin lỗi" }, NOW)).toBe(
      "dead",
    );
    const letters = await deadLetters(given.database);
    expect(letters).toMatchObject([
      { direction: "incoming", status: "dead", channel: "web", why: "Error: retriever is broken" },
    ]);
    expect(JSON.stringify(letters)).not.toContain("riêng");
  });
});
