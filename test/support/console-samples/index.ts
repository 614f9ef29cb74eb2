import type { TestConsole } from "../console.ts";
import { knowledgeSamples } from "./knowledge.ts";
import { staffSamples } from "./staff.ts";

/**
 * Real addresses for the routes that have names in their paths: `/can-bo/nhan-su/:id` → an address of somebody who is
 * there. Each feature fills the database with what its pages show; a page without a sample fails the journey that
 * looks at every page.
 */
export type Samples = Readonly<Record<string, string>>;

export async function consoleSamples(desk: TestConsole): Promise<Samples> {
  // One after the other: the first of the staff is there before somebody writes an answer.
  return { ...(await staffSamples(desk)), ...(await knowledgeSamples(desk)) };
}
