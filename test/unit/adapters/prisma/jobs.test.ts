import { expect, it } from "vitest";
import { newId } from "../../../../src/adapters/prisma/ids.ts";
import { createJobs, runDueJobs } from "../../../../src/adapters/prisma/jobs/jobs.ts";
import type { Job } from "../../../../src/adapters/prisma/jobs/job.ts";
import { createFiles } from "../../../../src/adapters/prisma/files.ts";
import { takeHold } from "../../../../src/adapters/prisma/staff/holds.ts";
import { answerRequest } from "../../../../src/adapters/prisma/staff/requests.ts";
import { eachDatabase } from "../../../support/database.ts";
import { by, DAY, deskOver, HOUR, later, NOW, people } from "../../../support/registry.ts";

const YEAR = 365 * DAY;

eachDatabase("jobs", (given) => {
  const reported: string[] = [];

  async function run(name: string, now: Date): Promise<number> {
    const jobs = createJobs({
      ...deskOver(given.database).desk,
      report: (message) => reported.push(message),
    });
    const job = jobs.find((one) => one.name === name);
    if (!job) throw new Error(`no job ${name}`);
    return job.run(now);
  }

  it("forget sessions and one-time links of staff that are over, and no others", async () => {
    const { client } = given.database;
    const times = { createdAt: NOW, updatedAt: NOW };
    await client.staff.create({ data: { id: "lan", name: "Lan", email: "lan@example.vn", ...times } });
    for (const [id, expiresAt] of [
      ["over", later(-1)],
      ["open", later(HOUR)],
    ] as const) {
      await client.staffSession.create({ data: { id, token: id, userId: "lan", expiresAt, ...times } });
      await client.staffVerification.create({
        data: { id, identifier: id, value: "x", expiresAt, ...times },
      });
    }
    expect(await run("ended access of staff", NOW)).toBe(2);
    expect(await client.staffSession.findMany({ select: { id: true } })).toEqual([{ id: "open" }]);
    expect(await client.staffVerification.findMany({ select: { id: true } })).toEqual([{ id: "open" }]);
  });

  it("let an offer lapse and pass the seat on, until the class begins", async () => {
    const { event, person } = deskOver(given.database);
    const [hoa, binh, lan] = [await person("hoa"), await person("binh"), await person("lan")];
    const id = await event({ capacity: 1 });
    await hoa.registers(id, people(1));
    await binh.registers(id, people(1, "Bình"));
    await lan.registers(id, people(1, "Lan"));
    const attendeeIds = (await hoa.mine()).registrations[0]?.attendees.map((one) => one.id) ?? [];
    await hoa.does({ kind: "cancel_attendees", attendeeIds });

    expect(await run("lapse offers", later(24 * HOUR - 1))).toBe(0);
    expect(await run("lapse offers", later(24 * HOUR))).toBe(1);
    expect((await binh.hears()).map(({ text }) => text)[1]).toContain("quá hạn giữ chỗ");
    expect((await binh.mine()).registrations[0]?.attendees[0]?.status).toBe("lapsed");
    const offered = (await lan.mine()).registrations[0]?.attendees[0];
    expect(offered?.status).toBe("offered");
    // Made on a Tuesday without work: the clock starts when the office opens again.
    expect(offered?.offerExpiresAt).toEqual(new Date("2026-11-26T00:00:00Z"));
    expect(await run("lapse offers", later(10 * DAY))).toBe(1);
    const event1 = await given.database.client.event.findUniqueOrThrow({ where: { id } });
    expect(event1.seatsTaken).toBe(0);
  });

  it("give a conversation back when nobody wrote for half an hour", async () => {
    const { desk, person } = deskOver(given.database);
    const hoa = await person("hoa");
    await hoa.does({ kind: "call_staff", lastWords: "", hold: true });
    await takeHold(desk, by, hoa.conversationId);
    const wrote = (at: Date) =>
      given.database.client.conversation.update({
        where: { id: hoa.conversationId },
        data: { lastMessageAt: at },
      });
    await wrote(later(20 * 60_000));
    expect(await run("idle holds", later(30 * 60_000))).toBe(0);
    expect(await run("idle holds", later(50 * 60_000))).toBe(1);
    expect(await run("idle holds", later(60 * 60_000))).toBe(0);
    const row = await given.database.client.conversation.findUniqueOrThrow({
      where: { id: hoa.conversationId },
    });
    expect([row.holdState, row.holdVersion, row.holdBy]).toEqual(["bot", 3, null]);
    expect((await hoa.hears()).map(({ text }) => text)).toEqual([
      expect.stringContaining("Cán bộ đã vào cuộc trò chuyện"),
      expect.stringContaining("tạm dừng vì lâu không có tin mới"),
    ]);
  });

  it("close registration when its time is over", async () => {
    const { event } = deskOver(given.database);
    const id = await event({ closesAt: later(DAY) });
    expect(await run("registration windows", later(DAY))).toBe(0);
    expect(await run("registration windows", later(DAY + 1))).toBe(1);
    const { status } = await given.database.client.event.findUniqueOrThrow({ where: { id } });
    expect(status).toBe("closed");
  });

  it("obey the retention periods, and no sooner", async () => {
    const { desk, event, person } = deskOver(given.database);
    const { client } = given.database;
    const [hoa, binh, asked] = [await person("hoa"), await person("binh"), await person("hỏi thôi")];
    await hoa.registers(await event(), people(1));
    await binh.does({ kind: "pass_on", question: "Câu hỏi riêng", reason: "no_basis" });
    await createFiles(given.database).keep(
      hoa.who(NOW).address,
      { name: "a.txt", mediaType: "text/plain", content: new Uint8Array([1]) },
      NOW,
    );
    expect(await run("retention", later(180 * DAY))).toBe(0);
    // Who asked only goes; who is registered, or waits for an answer, stays.
    expect(await run("retention", later(180 * DAY + 1))).toBe(1);
    const left = await client.conversation.findMany();
    expect(left.map(({ id }) => id).sort()).toEqual([hoa.conversationId, binh.conversationId].sort());
    expect(left.map(({ id }) => id)).not.toContain(asked.conversationId);

    expect(await run("retention", later(365 * DAY + 1))).toBe(1);
    expect(await client.storedFile.count()).toBe(0);
    const { id } = await client.supportRequest.findFirstOrThrow();
    await answerRequest(desk, by, { id, revision: null }, "Trả lời riêng", "guided");
    await client.conversation.updateMany({ data: { lastMessageAt: later(6 * YEAR) } });
    expect(await run("retention", later(5 * YEAR + 1))).toBe(1);
    const request = await client.supportRequest.findFirstOrThrow({ include: { entries: true } });
    expect(request).toMatchObject({ description: "đã xóa", status: "guided", entries: [] });
    expect(await run("retention", later(5 * YEAR + 11 * DAY))).toBe(1);
    expect(await client.attendee.findFirstOrThrow()).toMatchObject({ name: "đã xóa", phone: null });
    expect(await client.registration.findFirstOrThrow()).toMatchObject({ submitterName: "đã xóa" });
  });

  it("tell of requests about one's own data that are late", async () => {
    reported.length = 0;
    const data = { kind: "view", receivedAt: NOW, answerDue: later(2 * DAY), dueAt: later(10 * DAY) };
    const late = newId();
    await given.database.client.dataRequest.create({ data: { id: late, ...data } });
    await given.database.client.dataRequest.create({ data: { id: newId(), ...data, doneAt: NOW } });
    await run("overdue data requests", later(9 * DAY));
    expect(reported).toEqual([]);
    await run("overdue data requests", later(11 * DAY));
    expect(reported).toHaveLength(1);
    expect(reported[0]).toContain(late);
  });

  it("run on one replica at a time, again when due, and one that fails stops no other", async () => {
    const runs: string[] = [];
    const errors: unknown[] = [];
    const job = (name: string, fails = false): Job => ({
      name,
      every: HOUR,
      run: () => {
        runs.push(name);
        return fails ? Promise.reject(new Error(name)) : Promise.resolve(0);
      },
    });
    const jobs = [job("a", true), job("b")];
    const replica = (database: typeof given.database, owner: string, now: Date) =>
      runDueJobs(database, jobs, owner, now, (error) => errors.push(error));
    const other = await given.another();
    await Promise.all([replica(given.database, "one", NOW), replica(other, "two", NOW)]);
    expect(runs.sort()).toEqual(["a", "b"]);
    expect(errors).toMatchObject([{ message: "a" }]);
    await replica(other, "two", later(HOUR - 1));
    expect(runs).toHaveLength(2);
    await Promise.all([replica(given.database, "one", later(HOUR)), replica(other, "two", later(HOUR))]);
    expect(runs).toHaveLength(4);
  });
});
