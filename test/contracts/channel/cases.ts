import { expect, it, onTestFinished } from "vitest";
import type { Address, Content, IncomingMessage } from "../../../src/conversation/message.ts";
import type { Accept, ChannelHarness, ChannelUnderTest, SpecialCase } from "./harness.ts";

/** A person on the channel, and the store behind it. */
interface Given {
  person: ChannelUnderTest;
  /** what was handed over as new, oldest first */
  messages: readonly IncomingMessage[];
  contents: () => readonly Content[];
  /** where that person is answered */
  address: () => Address;
  /** stores by a unique id, as the database does */
  store: Accept;
  /** lets the clock jump */
  wait: (ms: number) => void;
}

export interface Cases {
  /** starts the channel; `accept` stands in for the store where it is not to be used as it is */
  given: (accept?: (store: Accept) => Accept) => Promise<Given>;
  /** A case that some channels cannot have; there it is skipped and says why. */
  special: (name: SpecialCase, promise: string, test: () => Promise<void>) => void;
  longestText: number;
}

export function casesOf(harness: ChannelHarness): Cases {
  return { given, special, longestText: harness.longestText };

  async function given(accept: (store: Accept) => Accept = (store) => store): Promise<Given> {
    const messages: IncomingMessage[] = [];
    const seenBefore = new Set<string>();
    let aheadMs = 0;
    const store: Accept = (message) => {
      const key = JSON.stringify([message.from, message.id]);
      if (seenBefore.has(key)) return Promise.resolve(false);
      seenBefore.add(key);
      messages.push(message);
      return Promise.resolve(true);
    };
    const person = await harness.start(accept(store), () => new Date(Date.now() + aheadMs));
    onTestFinished(() => person.stop());
    return {
      person,
      messages,
      contents: () => messages.map(({ content }) => content),
      address() {
        const [first] = messages;
        if (first === undefined) throw new Error("nobody has written yet");
        return first.from;
      },
      store,
      wait(ms) {
        aheadMs += ms;
      },
    };
  }

  function special(name: SpecialCase, promise: string, test: () => Promise<void>): void {
    const reason = harness.cannot[name];
    if (reason === undefined) it(`${name}: ${promise}`, test);
    else it.skip(`${name}: ${promise} (cannot be here: ${reason})`);
  }
}

/** What a harness must have for a case that it does not declare impossible. */
export function needed<T>(part: T | undefined): T {
  expect(part, "the harness neither has this nor says that the channel cannot").toBeDefined();
  return part as T;
}
