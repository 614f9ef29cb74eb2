import { expect, it, vi } from "vitest";
import { ERASED } from "../../../src/adapters/prisma/commands/erased.ts";
import { answerRequest } from "../../../src/adapters/prisma/staff/requests.ts";
import { runApp, TEST_DAY } from "../../support/app.ts";
import { calendar } from "../../support/registry.ts";
import { REQUEST, tells, uninterrupted } from "./ways.ts";

const DAY = 86_400_000;
const after = (days: number) => new Date(TEST_DAY.getTime() + days * DAY);

uninterrupted("data whose time is over", (given) => {
  /** The service runs on that day until its jobs have done what they have to. */
  async function comes(day: Date, then: () => Promise<void>): Promise<void> {
    const app = await runApp(given.database, { now: () => day });
    await vi.waitFor(then, { timeout: 10_000, interval: 50 });
    await app.stop();
  }

  it("go by themselves: chats nothing hangs on, then words and names of finished requests", async () => {
    const { client } = given.database;
    const passerBy = await given.someone();
    await passerBy.says("nhãn hàng hóa phải ghi những gì?");
    const ba = await given.someone();
    await tells(ba, ...REQUEST, "gửi");
    expect(await client.conversation.count()).toBe(2);

    await comes(after(181), async () => {
      expect(await client.conversation.count()).toBe(1);
    });
    expect(await client.inboxMessage.count()).toBe(REQUEST.length + 1);

    const [request] = await client.supportRequest.findMany();
    const by = { actor: "lan", now: after(190) };
    const desk = { database: given.database, calendar };
    expect(
      await answerRequest(desk, by, { id: request?.id ?? "", revision: null }, "Đã xong ạ.", "guided"),
    ).toMatchObject({
      kind: "done",
    });
    await comes(after(190 + 5 * 365 + 1), async () => {
      expect(await client.supportRequest.findMany()).toMatchObject([
        { description: ERASED, submitterName: null, submitterPhone: null },
      ]);
    });
    await vi.waitFor(async () => {
      expect(await client.conversation.count()).toBe(0);
    });
  });
});
