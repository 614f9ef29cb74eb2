import { afterEach, describe, expect } from "vitest";
import { texts } from "../../../src/conversation/texts.ts";
import type { Database } from "../../../src/adapters/prisma/client.ts";
import type { Answerer } from "../../../src/answer/answer.ts";
import { testAnswerer } from "../../support/answerer.ts";
import { eachDatabase } from "../../support/database.ts";
import { Person, type PersonOptions } from "../../support/person.ts";
import { canaries } from "../../support/canaries.ts";

export interface Given {
  readonly database: Database;
  /** somebody who writes for the first time */
  someone(parts?: PersonOptions["parts"]): Promise<Person>;
}

/** Runs a suite on both databases, once as usual and once with a restart of the service before every message. */
export function eachWay(name: string, suite: (given: Given) => void): void {
  journeys(name, ["without interruption", RESTARTED], suite);
}

/** Runs a suite on both databases: for what a restart cannot change. */
export function uninterrupted(name: string, suite: (given: Given) => void): void {
  journeys(name, ["without interruption"], suite);
}

let sharedAnswerer: Promise<Answerer> | undefined;

const RESTARTED = "restarted before every message";

function journeys(name: string, ways: readonly string[], suite: (given: Given) => void): void {
  eachDatabase(name, (place) => {
    describe.each(ways)("%s", (way) => {
      const restarting = way === RESTARTED;
      let people: Person[] = [];
      afterEach(async () => {
        await Promise.all(people.map((person) => person.leaves()));
        people = [];
      });
      suite({
        get database() {
          return place.database;
        },
        async someone(parts = {}) {
          // Keeps nothing of what was said, so that one may stand in for all and need not be built at every start.
          const answerer = await (sharedAnswerer ??= testAnswerer());
          const person = await Person.at(place.database, { restarting, parts: { answerer, ...parts } });
          people.push(person);
          return person;
        },
      });
    });
  });
}

/** Asks something else in the middle: it is answered, and the dialogue goes on where it was. */
export async function asksInBetween(person: Person): Promise<void> {
  const question = lastReply(person);
  await person.says("nhãn hàng hóa phải ghi những gì?");
  expect(person.heard).toContain("tiếng Việt");
  expect(person.replies.some(({ citations }) => citations.length > 0)).toBe(true);
  const again = lastReply(person);
  expect(again.startsWith(`${texts.resume}\n`)).toBe(true);
  expect(question).toContain(again.slice(texts.resume.length + 1));
}

/** What was said last in answer to the last message. */
export function lastReply({ replies }: Person): string {
  return replies.at(-1)?.text ?? "";
}

/** Says one line after the other. */
export async function tells(person: Person, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) await person.says(line);
}

/** The answers of a fish-sauce workshop, from the first question of a request to its summary. */
export const REQUEST = [
  "yêu cầu hỗ trợ",
  "1",
  "đồng ý",
  canaries.sentence,
  "không có",
  "hộ kinh doanh",
  canaries.household,
  "bỏ qua",
  "Sa Huỳnh",
  canaries.person,
  canaries.phone,
] as const;

/** The code of a request in what was said. */
export function codeIn(text: string): string {
  return /YC-[A-Z0-9]+/.exec(text)?.[0] ?? `no code in: ${text}`;
}
