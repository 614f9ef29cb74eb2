import type { TestConsole } from "../console.ts";
import { classSamples } from "./classes.ts";
import { resultSamples } from "./results.ts";
import { officeSamples } from "./office.ts";
import { staffSamples } from "./staff.ts";
import { talkSamples } from "./talks.ts";

/**
 * Real addresses for the routes that have names in their paths: `/can-bo/nhan-su/:id` → an address of somebody who is
 * there. Each feature fills the database with what its pages show; a page without a sample fails the journey that
 * looks at every page.
 */
export type Samples = Readonly<Record<string, string>>;

export async function consoleSamples(desk: TestConsole): Promise<Samples> {
  const all = await Promise.all([
    classSamples(desk),
    staffSamples(desk),
    resultSamples(desk),
    officeSamples(desk),
    talkSamples(desk),
  ]);
  return Object.assign({}, ...all);
}
