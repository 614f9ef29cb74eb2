import { expect, it } from "vitest";
import { createModelUse } from "../../../src/adapters/prisma/model-use.ts";
import { todayInVietnam } from "../../../src/answer/create.ts";
import { eachDatabase } from "../../support/database.ts";

const NOON = new Date("2026-11-24T12:00:00+07:00");
const TOMORROW = new Date("2026-11-25T00:00:01+07:00");

eachDatabase("the model's budget", (given) => {
  const budgetOf = (limits: { person: number; all: number }, database = given.database) =>
    createModelUse(database, { limits, counts: "answers", secret: "s", dayOf: todayInVietnam });

  it("gives each person a share of the day, and begins anew at midnight in Vietnam", async () => {
    const budget = budgetOf({ person: 2, all: 100 });
    expect(await budget.take("a", NOON)).toBe("taken");
    expect(await budget.take("a", NOON)).toBe("taken");
    expect(await budget.take("a", NOON)).toBe("person_spent");
    expect(await budget.take("b", NOON)).toBe("taken");
    expect(await budget.take("a", TOMORROW)).toBe("taken");
    expect((await given.database.client.modelUse.findMany()).map(({ day }) => day)).not.toContain(
      "2026-11-24",
    );
  });

  it("keeps to the limit for all, whoever asks and on whichever replica", async () => {
    const other = budgetOf({ person: 5, all: 7 }, await given.another());
    const budget = budgetOf({ person: 5, all: 7 });
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? budget : other).take(`p${at % 10}`, NOON)),
    );
    expect(taken.filter((one) => one === "taken")).toHaveLength(7);
    expect(taken.filter((one) => one === "all_spent")).toHaveLength(13);
  });

  it("keeps nothing by which a person could be found", async () => {
    const key = JSON.stringify(["web", "main", "chat-of-somebody", "somebody"]);
    await budgetOf({ person: 2, all: 100 }).take(key, NOON);
    expect(JSON.stringify(await given.database.client.modelUse.findMany())).not.toContain("somebody");
  });
});
