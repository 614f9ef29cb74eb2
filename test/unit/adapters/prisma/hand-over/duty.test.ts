import { expect, it } from "vitest";
import { createDutyRoster } from "../../../../../src/adapters/prisma/console/duty.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { by, deskOver, HOUR, later, NOW } from "../../../../support/registry.ts";
import { employs, linksMember, saidIn } from "../../../../support/staff.ts";

const CALL = { kind: "call_staff", lastWords: "cứu", hold: true } as const;
const EVENING = later(12 * HOUR);

eachDatabase("the on-duty list", (given) => {
  const roster = () => createDutyRoster(deskOver(given.database).desk);
  const shift = (from: number, hours: number, staffId = "lan") => ({
    staffId,
    startsAt: later(from * HOUR),
    endsAt: later((from + hours) * HOUR),
  });

  it("is the office's hours as long as no shifts are kept", async () => {
    expect(await roster().now(NOW)).toEqual({ isThere: true, staff: null, nextAt: null });
    expect(await roster().now(EVENING)).toEqual({ isThere: false, staff: null, nextAt: null });
    const hoa = await deskOver(given.database).person("hoa");
    expect(await hoa.does(CALL, EVENING)).toMatchObject({ waits: false, nextDutyAt: null });
    expect(await hoa.does(CALL)).toMatchObject({ waits: true });
  });

  it("decides alone while a shift runs or is to come, and is forgotten after the last one", async () => {
    await employs(given.database, "lan", { name: "Lan" });
    const added = await roster().add(by, shift(11, 2));
    expect(added).toMatchObject({ kind: "done" });
    expect(await roster().now(NOW)).toEqual({ isThere: false, staff: [], nextAt: later(11 * HOUR) });
    expect(await roster().now(EVENING)).toEqual({
      isThere: true,
      staff: [{ id: "lan", name: "Lan" }],
      nextAt: null,
    });
    // Two days on, because the next one is a holiday.
    expect(await roster().now(later(48 * HOUR))).toMatchObject({ isThere: true, staff: null });
    expect(await roster().shifts(later(12 * HOUR), later(20 * HOUR))).toMatchObject([{ name: "Lan" }]);
    expect(await roster().shifts(later(13 * HOUR), later(20 * HOUR))).toEqual([]);

    const hoa = await deskOver(given.database).person("hoa");
    expect(await hoa.does(CALL)).toMatchObject({ waits: false, nextDutyAt: later(11 * HOUR) });
    expect(await hoa.does(CALL, EVENING)).toMatchObject({ waits: true, nextDutyAt: null });

    const id = "id" in added ? added.id : "";
    expect(await roster().remove(by, id)).toEqual({ kind: "done" });
    expect(await roster().remove(by, id)).toEqual({ kind: "not_found" });
    expect(await roster().now(NOW)).toMatchObject({ isThere: true, staff: null });
  });

  it("takes no shift that cannot be, also from two who add it at once", async () => {
    await employs(given.database, "lan");
    await employs(given.database, "hội", { role: "partner" });
    await employs(given.database, "cũ", { disabledAt: NOW });
    expect(await roster().add(by, shift(2, -1))).toEqual({ kind: "bad_time" });
    expect(await roster().add(by, shift(2, 25))).toEqual({ kind: "bad_time" });
    expect(await roster().add(by, shift(-3, 2))).toEqual({ kind: "bad_time" });
    for (const nobody of ["hội", "cũ", "ai"]) {
      expect(await roster().add(by, shift(2, 2, nobody))).toEqual({ kind: "not_staff" });
    }
    const other = createDutyRoster({ ...deskOver(given.database).desk, database: await given.another() });
    const kinds = await Promise.all([roster().add(by, shift(2, 4)), other.add(by, shift(5, 4))]);
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(["done", "overlaps"]);
    expect(await roster().add(by, shift(9, 1))).toMatchObject({ kind: "done" });
  });

  it("says who is told in private where no group is linked", async () => {
    for (const id of ["lan", "minh"]) {
      await employs(given.database, id);
      await linksMember(given.database, id);
    }
    await employs(given.database, "hội", { role: "partner" });
    await linksMember(given.database, "hội");
    const { person } = deskOver(given.database);
    await (await person("hoa")).does(CALL);
    expect(await saidIn(given.database, "lan")).toHaveLength(1);
    expect(await saidIn(given.database, "minh")).toHaveLength(1);
    await roster().add(by, shift(0, 4, "minh"));
    await (await person("bình")).does(CALL);
    expect(await saidIn(given.database, "lan")).toHaveLength(1);
    expect(await saidIn(given.database, "minh")).toHaveLength(2);
    expect(await saidIn(given.database, "hội")).toEqual([]);
  });
});
