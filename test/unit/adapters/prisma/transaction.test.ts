import { expect, it } from "vitest";
import type { Tx } from "../../../../src/adapters/prisma/client.ts";
import { inTransaction } from "../../../../src/adapters/prisma/transaction.ts";
import { eachDatabase } from "../../../support/database.ts";

const now = new Date("2026-11-23T02:00:00Z");

eachDatabase("a transaction", (given) => {
  const write = (tx: Tx, key: string, value: string) =>
    tx.setting.create({ data: { key, value, updatedAt: now } });

  it("leaves nothing when it fails", async () => {
    const failing = inTransaction(given.database, async (tx) => {
      await write(tx, "a", "1");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await given.database.client.setting.count()).toBe(0);
  });

  it("lets two who want to make the same row both go on, in turn", async () => {
    const other = await given.another();
    const makeOrCount = (database: typeof other) =>
      inTransaction(database, async (tx) => {
        const found = await tx.setting.findUnique({ where: { key: "n" } });
        if (found === null) await write(tx, "n", "1");
        else await tx.setting.update({ where: { key: "n" }, data: { value: `${found.value}1` } });
      });
    await Promise.all([makeOrCount(given.database), makeOrCount(other)]);
    expect(await given.database.client.setting.findUnique({ where: { key: "n" } })).toMatchObject({
      value: "11",
    });
  });

  it("does not swallow a write made beside it that was acknowledged", async () => {
    const client = given.database.client;
    let beside: Promise<unknown> = Promise.resolve();
    const failing = inTransaction(given.database, async (tx) => {
      await write(tx, "inside", "1");
      beside = client.setting.create({ data: { key: "beside", value: "1", updatedAt: now } }).then();
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    await beside;
    expect((await client.setting.findMany()).map(({ key }) => key)).toEqual(["beside"]);
  });
});
