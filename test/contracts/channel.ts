import { describe } from "vitest";
import { called } from "./channel/called.ts";
import { casesOf } from "./channel/cases.ts";
import type { ChannelHarness } from "./channel/harness.ts";
import { receiving } from "./channel/receiving.ts";
import { sending } from "./channel/sending.ts";

/** What every channel promises; run by each. */
export function describeChannel(name: string, harness: ChannelHarness): void {
  const cases = casesOf(harness);
  describe(`the channel ${name}`, () => {
    receiving(cases);
    sending(cases);
    called(cases);
  });
}
