import { leakIn } from "../support/log-scan/leaks.ts";
import type { Result } from "./campaign.ts";

const MOST_SHOWN = 5;
/** Fewer kills than this share in the middle of work would prove little. */
const LEAST_HITS = 0.5;

/** Everything a reader needs to judge a run on one database. */
export function reportOf(result: Result): string {
  const { kind, kills, hits, inHand, conversations, accepted, answered, commands } = result;
  const numbers: [string, string | number][] = [
    ["rounds (kill -9)", kills],
    [
      "kills that hit an unsettled turn",
      `${hits} (${percent(hits, kills)}), ${inHand} of them in the middle of one`,
    ],
    ["conversations", conversations],
    ["accepted (202)", accepted],
    ["answered", answered],
    ["lost", result.lost.length],
    ["duplicated", result.duplicated.length],
    ["commands", `${commands} asked for, ${result.missing.length} missing`],
    ["commands applied twice", result.appliedTwice.length],
    ["answered out of order", result.disordered.length],
    ["still open at the end", result.stuck],
    ["settled after the last start", `${(result.settlingMs / 1000).toFixed(1)} s`],
  ];
  const lines = numbers.map(([name, value]) => `  ${name.padEnd(34)}${value}`);
  return [kind, ...lines, ...examples(result)].join("\n");
}

/** Why a run is not as it must be; empty when it is. */
export function faultsOf(result: Result): readonly string[] {
  const { kind, kills, hits } = result;
  const counts: [number, string][] = [
    [result.lost.length, "lost"],
    [result.duplicated.length, "duplicated"],
    [result.missing.length, "commands missing"],
    [result.appliedTwice.length, "commands applied twice"],
    [result.disordered.length, "answered out of order"],
    [result.stuck, "still open"],
    [result.crashes, "crashes of its own"],
    [result.wrongSeats.length, "classes whose seats do not add up"],
    [
      result.complaints.filter((line) => leakIn(line) !== null).length,
      "log lines with a secret or personal text",
    ],
  ];
  const faults = counts.filter(([count]) => count > 0).map(([count, what]) => `${kind}: ${count} ${what}`);
  if (hits < kills * LEAST_HITS) faults.push(`${kind}: only ${hits} of ${kills} kills hit an unsettled turn`);
  return faults;
}

/** The control must be caught by the very check that it switched off the reason for. */
export function faultsOfControl({ kind, duplicated }: Result): readonly string[] {
  return duplicated.length > 0 ? [] : [`${kind}: without dedupe nothing was reported as duplicated`];
}

function examples(result: Result): string[] {
  const { lost, duplicated, missing, appliedTwice, disordered, wrongSeats, complaints } = result;
  const kinds = { lost, duplicated, missing, appliedTwice, disordered, wrongSeats, stderr: complaints };
  return Object.entries(kinds).flatMap(([name, all]) => {
    const some = [...new Set(all)].slice(0, MOST_SHOWN).map((one) => `  ! ${name}: ${one}`);
    return all.length > MOST_SHOWN ? [...some, `  ! ${name}: ${all.length} in all`] : some;
  });
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}
