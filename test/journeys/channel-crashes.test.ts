import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/prisma/client.ts";
import { deadLetters } from "../../src/adapters/prisma/dead-letters.ts";
import { texts } from "../../src/conversation/texts.ts";
import { onTelegram, onWeb, onZaloBot } from "../support/crash/people.ts";
import { onZaloOa, onZaloPersonal } from "../support/crash/people-on-zalo.ts";
import type { Mistake, Window } from "../support/crash/orders.ts";
import type { MakePerson, Person } from "../support/crash/person.ts";
import { forkService, PATIENCE, type Service } from "../support/crash/service.ts";
import { eachDatabase, type TestDatabase } from "../support/database.ts";

const CHANNELS: Readonly<Record<string, MakePerson>> = {
  "Telegram, polled": onTelegram("polling"),
  "Telegram by webhook": onTelegram("webhook"),
  "a Zalo bot, polled": onZaloBot("polling"),
  "a Zalo bot by webhook": onZaloBot("webhook"),
  "a Zalo Official Account": onZaloOa,
  "a personal Zalo account": onZaloPersonal,
  "the web": onWeb,
};

/** Nothing of it in the documents, so that it may be passed on to staff. */
const QUESTION = "thủ tục cấp giấy phép nuôi chim yến ở đâu?";
const PASS_IT_ON = "có";
/** The codes of requests stand in the replies that tell of them. */
const CODE = /YC-[A-Z0-9]+/;
/** How often a message is taken to be answered. */
const TRIES = 5;
/** Longer than any lease. */
const LATER_MS = 120_000;

const STORY_MS = 180_000;

/** What became of the message that was in hand when the process was killed. */
interface Outcome {
  /** whether the platform knew by then that it had arrived */
  told: boolean;
  /** rows of it */
  stored: number;
  /** how often its command was carried out */
  requests: number;
  /** how often the person was answered */
  answers: number;
  /** all that is not settled well, of this message and of the others */
  unsettled: readonly string[];
}

eachDatabase("a service that is killed", (given) => {
  let person: Person | null = null;
  let services: readonly Service[] = [];
  afterEach(async () => {
    await Promise.all(services.map((service) => service.kill()));
    await person?.stop();
  });

  /** Somebody agrees to have a question passed on; the service dies in that window and is started again. */
  async function story(make: MakePerson, window: Window, mistake: Mistake | null = null): Promise<Outcome> {
    const { place, database } = given;
    const somebody = (person = await make(database));
    const [first, second] = [forkService(), forkService()];
    services = [first, second];
    const parts = { place, channels: (url: string) => somebody.channels(url), mistake };
    await first.start(parts);
    await somebody.say(QUESTION);
    await settled(database);

    await first.arm(window);
    let told = false;
    const saying = somebody.say(PASS_IT_ON).then(() => {
      told = true;
    });
    await first.reached();
    if (window !== "stored" || mistake === "tells the platform first") await saying;
    await first.kill();
    const toldThen = told;

    await second.start(parts);
    // Only now, so that all channels are connected when its message comes out of the dead one's hands.
    second.letPass(LATER_MS);
    await saying;
    // Messages of one person are taken in their order: with this one, everything before it is through.
    await somebody.say("menu");
    await settled(database);
    return outcome(given, somebody, toldThen);
  }

  describe.each(Object.entries(CHANNELS))("on %s", (_channel, make) => {
    it(
      "between storing and acknowledging: what is brought again is stored and answered once",
      { timeout: STORY_MS },
      async () => {
        expect(await story(make, "stored")).toEqual(once({ told: false }));
      },
    );

    it(
      "between acknowledging and answering: the answer comes without another delivery, and once",
      { timeout: STORY_MS },
      async () => {
        expect(await story(make, "answering")).toEqual(once({ told: true }));
      },
    );

    it(
      "between sending and settling: the answer comes twice at most, and its command happened once",
      { timeout: STORY_MS },
      async () => {
        const { answers, ...others } = await story(make, "sent");
        expect(others).toEqual({ told: true, stored: 1, requests: 1, unsettled: [] });
        // On the web the row of the outbox is itself what the person sees.
        expect(answers).toBe(make === onWeb ? 1 : 2);
      },
    );
  });

  it(
    "by one message again and again sets it aside, says so, and answers the next",
    { timeout: 2 * STORY_MS },
    async () => {
      const somebody = (person = await onWeb(given.database));
      const parts = { place: given.place, channels: (url: string) => somebody.channels(url), mistake: null };
      for (let deaths = 0; deaths < TRIES; deaths += 1) {
        const service = forkService();
        services = [service];
        await service.start(parts);
        await service.arm("answering");
        if (deaths === 0) await somebody.say(QUESTION);
        else service.letPass(deaths * LATER_MS);
        await service.reached();
        await service.kill();
      }
      const last = forkService();
      services = [last];
      await last.start(parts);
      last.letPass(TRIES * LATER_MS);
      await settled(given.database);
      expect(await somebody.heard()).toEqual([texts.failed]);
      expect(await deadLetters(given.database)).toMatchObject([
        { direction: "incoming", attempts: TRIES, why: expect.stringContaining("ended before") as string },
      ]);
      await somebody.say("menu");
      await settled(given.database);
      expect(await somebody.heard()).toHaveLength(2);
    },
  );

  describe("and does it wrong", () => {
    it("loses a message that it acknowledges before it is stored", { timeout: STORY_MS }, async () => {
      const lost = await story(onTelegram("webhook"), "stored", "tells the platform first");
      expect(lost).toEqual({ told: true, stored: 0, requests: 0, answers: 0, unsettled: [] });
      expect(lost).not.toEqual(once({ told: true }));
    });

    it("answers twice when it does not know a message again", { timeout: STORY_MS }, async () => {
      const doubled = await story(onTelegram("polling"), "stored", "takes every delivery for a new message");
      expect(doubled).toMatchObject({ told: false, stored: 2 });
      expect(doubled).not.toEqual(once({ told: false }));
    });
  });
});

function once({ told }: Pick<Outcome, "told">): Outcome {
  return { told, stored: 1, requests: 1, answers: 1, unsettled: [] };
}

/** Nothing waits any more, neither for an answer nor for being sent. */
async function settled({ client }: Database): Promise<void> {
  await expect
    .poll(async () => {
      const pending = await client.inboxMessage.count({ where: { status: "pending" } });
      return (
        pending + (await client.outgoingMessage.count({ where: { status: { in: ["queued", "leased"] } } }))
      );
    }, PATIENCE)
    .toBe(0);
}

async function outcome(
  { database: { client } }: TestDatabase,
  person: Person,
  told: boolean,
): Promise<Outcome> {
  const incoming = await client.inboxMessage.findMany();
  const outgoing = await client.outgoingMessage.findMany();
  return {
    told,
    stored: incoming.filter(({ content }) => content.includes(`"${PASS_IT_ON}"`)).length,
    requests: await client.supportRequest.count(),
    answers: (await person.heard()).filter((text) => CODE.test(text)).length,
    unsettled: [
      ...incoming.filter(({ status }) => status !== "done").map(({ status }) => `incoming: ${status}`),
      ...outgoing.filter(({ status }) => status !== "sent").map(({ status }) => `outgoing: ${status}`),
    ],
  };
}
