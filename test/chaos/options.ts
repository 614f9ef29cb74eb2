import { parseArgs } from "node:util";
import type { DatabaseKind } from "../../src/adapters/prisma/client.ts";

export interface ChaosOptions {
  rounds: number;
  /** what clients say and when the process dies follow from it; when the process gets how far does not */
  seed: number;
  databases: readonly DatabaseKind[];
  /** the negative control: a server that takes every delivery for a new message */
  noDedupe: boolean;
}

const DATABASES: Readonly<Record<string, readonly DatabaseKind[]>> = {
  sqlite: ["sqlite"],
  postgresql: ["postgresql"],
  both: ["sqlite", "postgresql"],
};

const USAGE = `npm run chaos -- [--rounds N] [--seed N] [--database sqlite|postgresql|both] [--no-dedupe]`;

/** As words, what is wrong with the arguments. */
export function readOptions(args: readonly string[]): ChaosOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rounds: { type: "string", default: "10" },
        seed: { type: "string", default: "1" },
        database: { type: "string", default: "both" },
        "no-dedupe": { type: "boolean", default: false },
      },
    });
    const rounds = Number(values.rounds);
    const seed = Number(values.seed);
    const databases = DATABASES[values.database];
    if (!Number.isInteger(rounds) || rounds < 1) return `--rounds: a number from 1 on\n${USAGE}`;
    if (!Number.isInteger(seed)) return `--seed: a whole number\n${USAGE}`;
    if (databases === undefined) return `--database: sqlite, postgresql or both\n${USAGE}`;
    return { rounds, seed, databases, noDedupe: values["no-dedupe"] };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
}
