import { onTestFinished, vi } from "vitest";
import type { Channel } from "../../../src/conversation/channel.ts";
import type { Address, IncomingMessage } from "../../../src/conversation/message.ts";
import type { AccountState } from "../../../src/conversation/standing.ts";
import type { Files } from "../../../src/conversation/transcript.ts";
import type { Accept } from "../../contracts/channel/harness.ts";
import { recordError } from "../../support/log-scan/journal.ts";

/** What a channel took, kept and complained of. */
export interface Traces {
  accepted: IncomingMessage[];
  errors: string[];
  kept: { from: Address; name: string; mediaType: string; content: Uint8Array }[];
}

export function traces(): Traces & { files: Files; onError: (error: unknown) => void } {
  const errors: string[] = [];
  const kept: Traces["kept"] = [];
  return {
    accepted: [],
    errors,
    kept,
    files: {
      takesRecordings: true,
      keep(from, file) {
        kept.push({ from, ...file });
        const { name, mediaType, content } = file;
        return Promise.resolve({ id: `file${kept.length}`, name, mediaType, bytes: content.byteLength });
      },
      read: () => Promise.resolve(null),
    },
    onError(error) {
      recordError(error);
      errors.push(error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error));
    },
  };
}

export function taking({ accepted }: Traces): Accept {
  return (message) => {
    accepted.push(message);
    return Promise.resolve(true);
  };
}

interface AtWork {
  channel: Channel;
  status: () => readonly AccountState[];
  accept: Accept;
  /** what state one of its accounts comes to first */
  until: AccountState["state"];
  /** ends what the channel works with */
  end: () => Promise<void>;
}

/** Lets a channel listen until the test ends; `stop` ends it sooner, as a shutdown does. */
export async function atWork({ channel, status, accept, until, end }: AtWork): Promise<() => Promise<void>> {
  const ending = new AbortController();
  const listening = channel.listen(accept, ending.signal);
  const stop = async () => {
    ending.abort();
    await listening;
  };
  onTestFinished(async () => {
    await stop();
    await end();
  });
  await vi.waitFor(() => {
    if (!status().some(({ state }) => state === until))
      throw new Error(`not ${until}: ${JSON.stringify(status())}`);
  });
  return stop;
}
