import { expect, it } from "vitest";
import { createStaffRooms } from "../../../../../src/adapters/prisma/console/staff-rooms.ts";
import { takeHold } from "../../../../../src/adapters/prisma/staff/holds.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { runJob } from "../../../../support/events.ts";
import { by, deskOver, later } from "../../../../support/registry.ts";
import { employs, linksGroup, linksMember, saidIn } from "../../../../support/staff.ts";

const CALL = { kind: "call_staff", lastWords: "Nhãn bị trả về, cứu", hold: true } as const;
const MINUTE = 60_000;

eachDatabase("somebody who waits", (given) => {
  const run = (minutes: number) => runJob(given.database, "people who wait", later(minutes * MINUTE));
  const inGroup = () => saidIn(given.database, "nhóm");

  it("is told of again after five minutes, then to the admins too, and no more", async () => {
    await linksGroup(given.database);
    for (const role of ["admin", "officer"]) {
      await employs(given.database, role, { role });
      await linksMember(given.database, role);
    }
    const { person, desk } = deskOver(given.database);
    const hoa = await person("hoa");
    await hoa.does(CALL);
    expect(await inGroup()).toEqual([expect.stringMatching(/Người hỏi đang chờ gặp cán bộ \(YC-/)]);
    expect(await run(4)).toBe(0);
    expect(await run(5)).toBe(1);
    expect(await run(6)).toBe(0);
    expect(await saidIn(given.database, "admin")).toEqual([]);
    expect(await run(10)).toBe(1);
    expect(await run(25)).toBe(0);
    expect((await inGroup()).slice(1)).toEqual([
      expect.stringContaining("đã chờ 5 phút"),
      expect.stringContaining("đã chờ 10 phút"),
    ]);
    expect(await saidIn(given.database, "admin")).toEqual([expect.stringContaining("đã chờ 10 phút")]);
    expect(await saidIn(given.database, "officer")).toEqual([]);

    const binh = await person("bình");
    await binh.does(CALL, later(30 * MINUTE));
    await takeHold(desk, by, binh.conversationId);
    expect(await run(60)).toBe(0);
  });

  it("is told of as an admin decided: when, and whether with what they wrote", async () => {
    await linksGroup(given.database);
    const { person, desk } = deskOver(given.database);
    const rooms = createStaffRooms(desk);
    expect(await rooms.settings()).toEqual({ forwardWords: true, waitingMinutes: 5 });
    expect(await rooms.changeSettings(by, { forwardWords: false, waitingMinutes: 0.5 })).toEqual({
      kind: "bad_value",
    });
    expect(await rooms.changeSettings(by, { forwardWords: false, waitingMinutes: 12 })).toEqual({
      kind: "done",
    });
    const hoa = await person("hoa");
    await hoa.does(CALL);
    expect((await inGroup()).join()).not.toContain("Nhãn bị trả về");
    expect(await run(11)).toBe(0);
    expect(await run(12)).toBe(1);
    expect(await given.database.client.auditEntry.count({ where: { action: "staffroom.settings" } })).toBe(1);
  });
});
