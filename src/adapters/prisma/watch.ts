import type { StaffAnswer } from "../../answer/staff-answers.ts";
import { pause } from "../../conversation/pause.ts";
import type { Settings } from "../../conversation/settings.ts";
import type { Database } from "./database.ts";
import { publishedItems } from "./published-items.ts";
import { readSettings, type AllSettings } from "./settings-rows.ts";

/** What staff change while the service runs, as this replica knows it. */
export interface Watch {
  settings: Settings;
  /** Looks once; what cannot be read stays as it was. */
  look: () => Promise<void>;
  /** Looks again and again until `signal` aborts. */
  run: (signal: AbortSignal) => Promise<void>;
}

/** Staff are promised five seconds; a look is one small query. */
const LOOK_AGAIN_MS = 2000;

/** @param publish takes the published answers of staff, whenever they changed */
export function createWatch(
  database: Database,
  publish: (items: readonly StaffAnswer[]) => Promise<void>,
  onError: (error: unknown) => void,
): Watch {
  let known: AllSettings | null = null;
  let version = "";

  async function look(): Promise<void> {
    try {
      const { settings, knowledgeVersion } = await readSettings(database.client);
      known = settings;
      if (knowledgeVersion === version) return;
      // Read after the version: what is newer than it is read again with the next one.
      await publish(await publishedItems(database.client));
      version = knowledgeVersion;
    } catch (error) {
      onError(error);
    }
  }

  return {
    settings: {
      paused: () => known?.["bot.paused"].value ?? false,
      notice(now) {
        const notice = known?.["bot.notice"].value ?? null;
        return notice && notice.from <= now && now < notice.until ? notice : null;
      },
    },
    look,
    async run(signal) {
      for (;;) {
        await pause(LOOK_AGAIN_MS, signal, new Set());
        if (signal.aborted) return;
        await look();
      }
    },
  };
}
