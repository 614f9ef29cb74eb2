import type { ExplainingAnswerer } from "../../src/answer/pipeline.ts";
import { createKnowledgeAnswerer } from "../../src/answer/create.ts";
import { shippedKnowledge } from "./knowledge.ts";

/** The real answerer over the shipped knowledge, on a fixed day. */
export async function testAnswerer(day = "2026-11-23"): Promise<ExplainingAnswerer> {
  return createKnowledgeAnswerer(await shippedKnowledge(), () => day).answerer;
}
