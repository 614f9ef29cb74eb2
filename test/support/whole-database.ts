import { readFileSync } from "node:fs";
import type { Database } from "../../src/adapters/prisma/client.ts";

const MODELS = readFileSync(new URL("../../prisma/models.prisma", import.meta.url), "utf8");

interface Table {
  findMany(): Promise<Record<string, unknown>[]>;
}

/** Every model of the schema, in its order. */
const MODEL_NAMES: readonly string[] = [...MODELS.matchAll(/^model (\w+) \{/gmu)].map(
  ([, name = ""]) => name,
);

/** Models whose rows carry a `revision`, because several of the staff may edit them at once. */
export const REVISED_MODELS: readonly string[] = [...MODELS.matchAll(/^model (\w+) \{.*?^\}/gmsu)]
  .filter(([body]) => /^ +revision +Int/mu.test(body))
  .map(([, name = ""]) => name);

/** Everything in the database as text, by model, whatever order its rows stand in; files as the text they hold. */
export async function wholeDatabase({ client }: Database): Promise<ReadonlyMap<string, string>> {
  const tables = client as unknown as Record<string, Table>;
  const all = new Map<string, string>();
  for (const name of MODEL_NAMES) {
    const rows = await tables[name.charAt(0).toLowerCase() + name.slice(1)]?.findMany();
    if (rows === undefined) throw new Error(`no table of ${name}`);
    const texts = rows.map((row) => Object.values(row).map(textOf).join("\n"));
    all.set(name, texts.sort().join("\n"));
  }
  return all;
}

function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return JSON.stringify(value);
}
