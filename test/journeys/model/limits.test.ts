import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { modelTexts } from "../../../src/answer/model-texts.ts";
import type { ModelSettings } from "../../../src/model-config.ts";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { TEST_DAY } from "../../support/app.ts";
import { oneDatabase } from "../../support/database.ts";
import { modelAt } from "../../support/model/talk.ts";
import { Person } from "../../support/person.ts";

const QUESTION = "Mã vạch mất bao nhiêu tiền?";
const DAY_MS = 86_400_000;

const given = oneDatabase();
let server: ModelServer;
let person: Person;
let now = TEST_DAY;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  // Each begins a day of its own.
  now = new Date(now.getTime() + DAY_MS);
  server.behave("well");
});
afterEach(() => person.leaves());

async function asks(settings: Partial<ModelSettings>): Promise<void> {
  person = await Person.at(given.database, {
    parts: { now: () => now },
    settings: modelAt(server, settings),
  });
}

/** How many requests it took to answer, which has to be right whoever worded it. */
async function requests(): Promise<number> {
  const before = server.received.length;
  const heard = await person.says(QUESTION);
  expect(heard).toContain("1.000.000");
  for (const words of Object.values(TROUBLES)) expect(heard).not.toContain(words);
  return server.received.length - before;
}

const TROUBLES = {
  server: modelTexts.trouble("server_error"),
  spent: modelTexts.trouble("all_spent"),
  resting: modelTexts.trouble("resting"),
};

it("a model that fails three times in a row is left alone for a minute; staff read of it, people do not", async () => {
  await asks({});
  server.behave("500");
  // Each is tried twice.
  for (let time = 0; time < 3; time++) expect(await requests()).toBe(2);
  expect(await requests()).toBe(0);
  expect(await person.modelState()).toMatchObject({ state: "waiting", why: TROUBLES.server });

  server.behave("well");
  expect(await requests()).toBe(0);
  now = new Date(now.getTime() + 61_000);
  expect(await requests()).toBe(1);
  expect(await person.modelState()).toMatchObject({ state: "ok", why: null });
  expect(await person.modelState()).toMatchObject({ lastTrouble: { why: TROUBLES.server } });
});

it("one person has a share of the day, which takes nothing from others and is no news for staff", async () => {
  await asks({ perPerson: 2 });
  expect([await requests(), await requests(), await requests()]).toEqual([1, 1, 0]);
  expect(await person.modelState()).toMatchObject({ state: "ok" });
  person.startsAnew();
  expect(await requests()).toBe(1);
  now = new Date(now.getTime() + DAY_MS);
  expect(await requests()).toBe(1);
});

it("all people together have a day's worth, and staff are told when it is used up", async () => {
  await asks({ perDay: 2 });
  const used = [];
  for (let time = 0; time < 3; time++) {
    used.push(await requests());
    person.startsAnew();
  }
  expect(used).toEqual([1, 1, 0]);
  expect(await person.modelState()).toMatchObject({ state: "waiting", why: TROUBLES.spent });
});
