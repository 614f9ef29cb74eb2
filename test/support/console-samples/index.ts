import type { TestConsole } from "../console.ts";
import { announcementSamples } from "./announcements.ts";
import { classSamples } from "./classes.ts";
import { knowledgeSamples } from "./knowledge.ts";
import { officeSamples } from "./office.ts";
import { resultSamples } from "./results.ts";
import { staffSamples } from "./staff.ts";
import { talkSamples } from "./talks.ts";

/**
 * Real addresses for the routes that have names in their paths: `/can-bo/nhan-su/:id` → an address of somebody who is
 * there. Each feature fills the database with what its pages show; a page without a sample fails the journey that
 * looks at every page.
 */
export type Samples = Readonly<Record<string, string>>;

const FEATURES: readonly ((desk: TestConsole) => Promise<Samples>)[] = [
  staffSamples,
  knowledgeSamples,
  classSamples,
  resultSamples,
  officeSamples,
  talkSamples,
  async (desk) => (await announcementSamples(desk)).addresses,
];

export async function consoleSamples(desk: TestConsole): Promise<Samples> {
  const all: Record<string, string> = {};
  // One after the other: the first of the staff is there before somebody writes an answer.
  for (const samples of FEATURES) Object.assign(all, await samples(desk));
  return all;
}
