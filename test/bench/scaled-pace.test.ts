import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/adapters/prisma/client.ts";
import { startTelegram } from "../doubles/telegram.ts";
import { fillLedger, sendAll, somewhere } from "./announce-ledger.ts";
import { highestSecond } from "./sliding-second.ts";

/** `npm run bench:announce -- --minutes 6` sends to ten thousand, and says how close a run comes to the pace */
const PEOPLE = 500;
/** ten times Telegram's */
const PER_SECOND = 300;

describe("an announcement at ten times the pace", () => {
  it("reaches everybody once, and no second holds more than the limit", { timeout: 300_000 }, async () => {
    const place = somewhere();
    const double = await startTelegram();
    const database = await openDatabase(place);
    await fillLedger(database, double.account, PEOPLE);
    for (let at = 0; at < PEOPLE; at++) double.chats.known.add(String(1_000_000 + at));

    const moments: number[] = [];
    await sendAll(
      {
        ...{ place, url: double.url, token: double.token, perSecond: PER_SECOND },
        ...{ leaseMs: 60_000, morningAt: Date.now(), untilDone: true },
        onStep: (step) => {
          if (step === "sending") moments.push(performance.now());
        },
      },
      new AbortController().signal,
    );

    expect(new Set(double.chats.sent.map(({ chat }) => chat)).size).toBe(PEOPLE);
    expect(double.chats.sent).toHaveLength(PEOPLE);
    expect(await database.client.delivery.groupBy({ by: ["status"], _count: true })).toEqual([
      { status: "sent", _count: PEOPLE },
    ]);
    expect(highestSecond(moments)).toBeLessThanOrEqual(PER_SECOND);
    await database.close();
    await double.stop();
  });

  it("would be seen to go too fast", () => {
    expect(highestSecond([0, 10, 999, 1000, 1005, 1999])).toBe(4);
    expect(highestSecond([0, 1000, 2000])).toBe(1);
  });
});
