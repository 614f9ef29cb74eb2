import { createHash } from "node:crypto";
import type { Vector } from "../../../src/answer/dense/port.ts";

/** Embedding models that are made up, so that what a real one could bring and spoil is known. */
export type Kind = "oracle" | "noise";

const DIMENSIONS = 64;
/**
 * How much of a question's vector is that of a relevant passage, the rest is chance. The oracle is no perfect one: by
 * itself it finds the passage first for about three questions in four among a thousand passages.
 */
const KNOWN = 0.52;

/** The direction that belongs to a text, the same in every run and unlike that of any other text. */
export function directionOf(text: string): Vector {
  const random = randomOf(text);
  return unit(Array.from({ length: DIMENSIONS }, () => bell(random)));
}

/** The vector of a question to which a passage is relevant; every draw has another chance in it. */
export function questionVector(kind: Kind, question: string, relevant: Vector, draw = 0): Vector {
  const chance = directionOf(`question ${draw}: ${question}`);
  if (kind === "noise") return chance;
  const rest = Math.sqrt(1 - KNOWN ** 2);
  return unit(relevant.map((value, at) => KNOWN * value + rest * (chance[at] ?? 0)));
}

function unit(values: readonly number[]): Vector {
  const length = Math.hypot(...values) || 1;
  return values.map((value) => value / length);
}

/** Normally distributed (Box and Muller). */
function bell(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Mulberry32, seeded by the words. */
function randomOf(words: string): () => number {
  let state = createHash("sha256").update(words).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
