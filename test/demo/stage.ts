import type { Database } from "../../src/adapters/prisma/client.ts";
import { answered } from "../phones/answered.ts";
import { CONVERSATION } from "../phones/conversation.ts";
import { telegramLine, webLine, zaloBotLine, zaloOaLine, zaloPersonalLine } from "../phones/lines.ts";
import { phoneOn, type Bubble, type Phone } from "../phones/phone.ts";
import type { Platforms } from "../phones/platforms.ts";
import { play } from "../phones/play.ts";

/** What the page shows of one channel. */
interface Column {
  channel: string;
  /** another person holds the telephone now: the screen begins anew */
  person: number;
  screen: readonly Bubble[];
}

interface Shown {
  columns: readonly Column[];
  /** the web conversation of the script; that page shows it itself */
  web: string | null;
  script: { state: "idle" | "running" | "done" } | { state: "failed"; why: readonly string[] };
}

/** The telephones of the demo, and the script that plays on all of them. */
export interface Stage {
  shown(): Promise<Shown>;
  says(channel: string, text: string): Promise<void>;
  /** presses a button that stands on the screen; false where there is none */
  presses(channel: string, bubble: number, button: number): Promise<boolean>;
  /** false while it runs already; `over` resolves when it is done */
  runScript(): { over: Promise<void> } | null;
}

interface Parts {
  platforms: Platforms;
  database: Database;
  url: string;
  /** between two steps, so that somebody can watch */
  stepMs: number;
}

export function createStage({ platforms, database, url, stepMs }: Parts): Stage {
  const lines = [telegramLine, zaloBotLine, zaloOaLine, zaloPersonalLine];
  let person = 0;
  let phones: readonly Phone[] = [];
  let web: ReturnType<typeof webLine> | null = null;
  let script: Shown["script"] = { state: "idle" };
  handOver();

  return {
    shown: async () => ({
      columns: await Promise.all(
        phones.map(async (phone) => ({
          channel: phone.channel,
          person,
          screen: [...(await phone.screen())],
        })),
      ),
      web: web?.token() ?? null,
      script,
    }),
    async says(channel, text) {
      await phoneOf(channel)?.says(text);
    },
    async presses(channel, bubble, button) {
      const phone = phoneOf(channel);
      const pressed = (await phone?.screen())?.[bubble]?.buttons[button];
      if (!phone || !pressed) return false;
      await phone.presses(pressed);
      return true;
    },
    runScript() {
      if (script.state === "running") return null;
      script = { state: "running" };
      return { over: playOnAll() };
    },
  };

  /** Somebody new everywhere: the service knows nothing of them, so the script goes the same way every time. */
  function handOver(): void {
    person += 1;
    phones = lines.map((line) => phoneOn(line(platforms)));
  }

  function phoneOf(channel: string): Phone | undefined {
    return phones.find((one) => one.channel === channel);
  }

  async function playOnAll(): Promise<void> {
    handOver();
    web = webLine(url);
    const ends = await Promise.allSettled(
      [phoneOn(web), ...phones].map((phone) =>
        play(CONVERSATION, phone, async (one) => {
          await answered(database, one);
          await new Promise((resolve) => setTimeout(resolve, stepMs));
        }),
      ),
    );
    const why = ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
    script = why.length > 0 ? { state: "failed", why } : { state: "done" };
  }
}
