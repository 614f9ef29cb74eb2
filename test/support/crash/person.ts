import type { ChannelSettings } from "../../../src/channel-config.ts";
import type { Database } from "../../../src/adapters/prisma/client.ts";

/** Somebody on a channel, with the platform between, which behaves as the real one does. */
export interface Person {
  /** what the service is to be connected with, now that it listens at `url` */
  channels(url: string): ChannelSettings;
  /**
   * Resolves once the platform knows that it arrived. Until then a platform that brings messages again does so, whoever
   * answers at the address it has.
   */
  say(text: string): Promise<void>;
  /** what reached this person, oldest first */
  heard(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export type MakePerson = (database: Database) => Promise<Person>;

const BROUGHT_AGAIN_MS = 50;

/** A platform that tries until it is answered, or until the test is over. */
export function redelivery() {
  let isOver = false;
  return {
    async untilTaken(bring: () => Promise<boolean>): Promise<void> {
      while (!isOver && !(await bring()))
        await new Promise((resolve) => setTimeout(resolve, BROUGHT_AGAIN_MS));
    },
    end() {
      isOver = true;
    },
  };
}
