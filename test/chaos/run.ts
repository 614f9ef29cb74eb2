// npm run chaos: kills the service at random moments under load and counts what was lost or done twice.
import type { DatabaseKind } from "../../src/adapters/prisma/client.ts";
import { reachable, startPostgres, type PostgresServer } from "../support/postgres.ts";
import { wage, type Result } from "./campaign.ts";
import { readOptions, type ChaosOptions } from "./options.ts";
import { faultsOf, faultsOfControl, reportOf } from "./report.ts";
import { isBuilt } from "./server.ts";

const PROGRESS_EVERY = 20;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === "string") {
    print(options);
    return 2;
  }
  if (!isBuilt()) {
    print("dist/main.js is missing: run `npm run build` first");
    return 2;
  }
  const wantsPostgres = options.databases.includes("postgresql");
  const postgres = wantsPostgres ? await startPostgres() : "not asked for";
  try {
    return await waged(options, postgres);
  } finally {
    if (typeof postgres !== "string") await postgres.stop();
  }
}

async function waged(options: ChaosOptions, postgres: PostgresServer | string): Promise<number> {
  const databases = options.databases.filter((kind) => kind === "sqlite" || typeof postgres !== "string");
  const faults: string[] = [];
  if (databases.length < options.databases.length) {
    print(`postgresql skipped: ${typeof postgres === "string" ? postgres : ""}`);
    if (process.env["NSCL_REQUIRE_POSTGRES"] === "1" || databases.length === 0)
      faults.push("postgresql: skipped");
  }
  if (typeof postgres !== "string") await reachable(postgres.url);
  const url = typeof postgres === "string" ? "" : postgres.url;
  const { rounds, seed, noDedupe } = options;
  print(
    `${rounds} rounds on ${databases.join(" and ")}, seed ${seed}${noDedupe ? ", without dedupe (control)" : ""}`,
  );

  const started = Date.now();
  const ended = await Promise.allSettled(
    databases.map((kind) => wage({ ...campaignOn(kind), postgresUrl: url })),
  );
  const results: Result[] = [];
  for (const one of ended) {
    if (one.status === "rejected") {
      faults.push(`a run broke off: ${String(one.reason)}`);
      continue;
    }
    results.push(one.value);
    print(`\n${reportOf(one.value)}`);
    faults.push(...(noDedupe ? faultsOfControl(one.value) : faultsOf(one.value)));
  }
  print(
    `\n${((Date.now() - started) / 1000).toFixed(0)} s; ${faults.length === 0 ? verdict(results) : faults.join("; ")}`,
  );
  return faults.length === 0 ? 0 : 1;

  function campaignOn(kind: DatabaseKind) {
    const onRound = (round: number) => {
      if (round % PROGRESS_EVERY === 0 && round < rounds) print(`  ${kind}: ${round} of ${rounds} rounds`);
    };
    return { kind, rounds, seed, noDedupe, onRound };
  }

  function verdict(all: readonly Result[]): string {
    if (noDedupe) return "the duplicates that the control makes are reported";
    const accepted = all.reduce((sum, result) => sum + result.accepted, 0);
    return `${accepted} accepted, 0 lost, 0 duplicated, 0 commands applied twice`;
  }
}

process.once("SIGINT", () => process.exit(130));
// Not left to end by itself: clients of a run that broke off would ask for ever.
process.exit(await main());
