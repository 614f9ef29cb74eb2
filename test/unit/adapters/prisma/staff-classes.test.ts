import { expect, it } from "vitest";
import { createCertificates } from "../../../../src/adapters/prisma/certificates.ts";
import { createClasses } from "../../../../src/adapters/prisma/console/classes.ts";
import { createCertificateActions } from "../../../../src/adapters/prisma/staff/certificates.ts";
import { createClassActions } from "../../../../src/adapters/prisma/staff/classes.ts";
import { createRegistrationActions } from "../../../../src/adapters/prisma/staff/registrations.ts";
import type { ClassDetails } from "../../../../src/console/classes/port.ts";
import { eachDatabase, type TestDatabase } from "../../../support/database.ts";
import { agree, by, DAY, deskOver, enterprise, HOUR, later, people } from "../../../support/registry.ts";

const CERTIFICATE = (key: string) => `https://example.vn/chung-nhan/${key}`;

function office({ database }: TestDatabase) {
  const over = deskOver(database, { certificateLink: CERTIFICATE });
  const classes = createClasses(database);
  return {
    ...over,
    classes,
    actions: createClassActions(over.desk, classes),
    registrations: createRegistrationActions(over.desk, agree("registration")),
    certificates: createCertificateActions(over.desk),
    page: createCertificates(database),
    details: async (id: string): Promise<ClassDetails & { revision: number }> => {
      const record = await classes.find(id);
      if (record === null) throw new Error("no class");
      const { keyword, title, description, audience, audienceKinds, sessions, capacity, revision } = record;
      const { capPerEnterprise, opensAt, closesAt, cost, invitation, planRef, annexItem, costs } = record;
      const first = { keyword, title, description, audience, audienceKinds, sessions, capacity, revision };
      return { ...first, capPerEnterprise, opensAt, closesAt, cost, invitation, planRef, annexItem, costs };
    },
    namesOf: async (id: string) =>
      (await classes.attendees(id)).map(({ name, status }) => `${name}: ${status}`),
  };
}

const began = later(-HOUR);
const YESTERDAY = [{ startsAt: began, endsAt: later(HOUR), place: "Hội trường Sở" }];

eachDatabase("classes in the console", (given) => {
  it("are edited by one at a time", async () => {
    const { actions, details, event } = office(given);
    const id = await event();
    const { revision, ...typed } = await details(id);
    expect(await actions.edit(by, id, revision, { ...typed, title: "Lớp Kaizen", annexItem: "1" })).toEqual({
      kind: "saved",
    });
    expect(await actions.edit(by, id, revision, { ...typed, title: "Lớp khác" })).toMatchObject({
      kind: "conflict",
      current: { title: "Lớp Kaizen", annexItem: "1" },
    });
  });

  it("give added seats to those who wait, and never go below those that are taken", async () => {
    const { actions, details, event, person, namesOf } = office(given);
    const id = await event({ capacity: 2 });
    const chat = await person("hoa");
    await chat.registers(id, people(4));
    const { revision, ...typed } = await details(id);
    expect(await actions.edit(by, id, revision, { ...typed, capacity: 1 })).toEqual({
      kind: "below_taken",
      taken: 2,
    });
    expect(await actions.edit(by, id, revision, { ...typed, capacity: 3 })).toEqual({ kind: "saved" });
    expect(await namesOf(id)).toEqual([
      "Người a: confirmed",
      "Người b: confirmed",
      "Người c: offered",
      "Người d: waiting",
    ]);
    expect((await chat.hears()).at(-1)?.text).toContain("Có chỗ trống");
  });

  it("keep their time once people may have agreed to it, and a number for each alone", async () => {
    const { actions, classes, details, event } = office(given);
    const [id, other] = [await event({ keyword: "7" }), await event({ keyword: "8" })];
    expect(await classes.freeKeyword()).toBe("9");
    const { revision, ...typed } = await details(id);
    expect(await actions.edit(by, id, revision, { ...typed, keyword: "8" })).toEqual({
      kind: "keyword_taken",
    });
    const moved = await actions.edit(by, id, revision, { ...typed, sessions: YESTERDAY });
    expect(moved).toEqual({ kind: "sessions_fixed" });
    expect(await actions.create(by, typed)).toEqual({ kind: "keyword_taken" });
    expect(await actions.step(by, other, "held")).toEqual({ kind: "not_begun" });
  });

  it("leave a template", async () => {
    const { actions, classes, event } = office(given);
    const id = await event({ title: "Lớp 5S", capacity: 25 });
    expect(await actions.saveAsTemplate(by, id, "5S")).toEqual({ kind: "saved" });
    expect(await actions.saveAsTemplate(by, id, "5S")).toEqual({ kind: "name_taken" });
    const [template] = await classes.templates();
    expect(template).toMatchObject({
      name: "5S",
      fields: { title: "Lớp 5S", capacity: 25, place: "Hội trường" },
    });
    expect(await actions.dropTemplate(by, template?.id ?? "")).toEqual({ kind: "done" });
    expect(await classes.templates()).toEqual([]);
  });

  it("take those who phone under the same caps and in the same queue", async () => {
    const { classes, event, registrations, namesOf } = office(given);
    const id = await event({ capacity: 2, capPerEnterprise: 3 });
    const wish = {
      enterprise: enterprise(),
      submitter: { name: "Võ Gọi Điện", phone: "0905111222" },
      attendees: people(3),
    };
    expect(await registrations.add(by, id, wish)).toMatchObject({ kind: "added", confirmed: 2, waiting: 1 });
    expect(await registrations.add(by, id, { ...wish, attendees: people(1, "Thêm") })).toEqual({
      kind: "declined",
      why: "event_full_for_enterprise",
    });
    expect(await given.database.client.contact.count()).toBe(1);
    expect(await given.database.client.consent.count({ where: { messageId: "staff:lan" } })).toBe(1);
    const [first] = await classes.attendees(id);
    expect(first).toMatchObject({
      contact: "claimed",
      registrationCode: expect.stringContaining("ĐK-") as string,
    });
    expect(await registrations.release(by, first?.id ?? "")).toEqual({ kind: "done" });
    expect(await namesOf(id)).toEqual(["Người a: cancelled", "Người b: confirmed", "Người c: offered"]);
  });

  it("decide about a place that was asked for, and move somebody to another class", async () => {
    const { classes, event, person, registrations, namesOf } = office(given);
    const [id, other] = [await event({ capacity: 1 }), await event({ capacity: 1 })];
    const chat = await person("hoa");
    await chat.registers(id, people(1));
    const [row] = await classes.attendees(id);
    await given.database.client.attendee.update({
      where: { id: row?.id ?? "" },
      data: { status: "requested" },
    });
    await given.database.client.event.update({ where: { id }, data: { seatsTaken: 0 } });
    expect(await registrations.confirm(by, row?.id ?? "")).toEqual({ kind: "done", status: "confirmed" });
    expect(await registrations.reject(by, row?.id ?? "")).toEqual({ kind: "not_allowed", from: "confirmed" });
    expect(await registrations.move(by, row?.id ?? "", other)).toEqual({ kind: "done" });
    expect([await namesOf(id), await namesOf(other)]).toEqual([
      ["Người a: cancelled"],
      ["Người a: confirmed"],
    ]);
    expect((await classes.find(id))?.seatsTaken).toBe(0);
    expect((await chat.hears()).at(-1)?.text).toContain("được chuyển");
  });

  it("note who came, give out certificates in the chat, and take them back", async () => {
    const { classes, event, person, registrations, certificates, page, namesOf, actions } = office(given);
    const id = await event();
    const chat = await person("hoa");
    await chat.registers(id, people(3));
    const [a = "", b = "", c = ""] = (await classes.attendees(id)).map((one) => one.id);
    const marks = { attended: [a, b], absent: [c] };
    expect(await registrations.recordAttendance(by, id, marks)).toEqual({ kind: "not_begun" });
    const there = { actor: "lan", now: later(11 * DAY) };
    expect(await registrations.recordAttendance(there, id, marks)).toEqual({ kind: "done", changed: 3 });
    expect(await actions.step(there, id, "held")).toEqual({ kind: "done" });
    const corrected = { attended: [c], absent: [b] };
    expect(await registrations.recordAttendance(there, id, corrected)).toEqual({ kind: "done", changed: 2 });

    const [person1] = await classes.attendees(id);
    const spelled = { name: "Người Ạ", phone: null, position: null };
    expect(await registrations.correct(there, a, person1?.revision ?? 0, spelled)).toEqual({ kind: "saved" });
    expect(await registrations.correct(there, a, person1?.revision ?? 0, spelled)).toMatchObject({
      kind: "conflict",
      current: { name: "Người Ạ" },
    });

    expect(await certificates.issue(there, id, [a, b, c])).toEqual({ kind: "done", issued: 2, told: 2 });
    const keyOf = async (one: string) =>
      (await classes.attendees(id)).find((line) => line.id === one)?.certificateKey ?? "";
    const key = await keyOf(a);
    expect(await page.find(key)).toMatchObject({ number: "1/2026", name: "Người Ạ", title: "Lớp 5S" });
    const told = (await chat.hears()).map(({ text }) => text);
    expect(told.at(-2)).toContain(CERTIFICATE(key));
    expect(told.at(-1)).toContain("2/2026");

    expect(await certificates.reissue(there, a)).toEqual({ kind: "done", told: true });
    expect(await page.find(key)).toBeNull();
    expect(await page.find(await keyOf(a))).toMatchObject({ number: "1/2026" });
    expect(await certificates.void(there, a)).toEqual({ kind: "done" });
    expect(await certificates.issue(there, id, [a])).toMatchObject({ issued: 1 });
    expect(await page.find(await keyOf(a))).toMatchObject({ number: "3/2026" });
    expect(await namesOf(id)).toEqual(["Người Ạ: certified", "Người b: absent", "Người c: certified"]);

    const lastKey = await keyOf(a);
    await chat.does({ kind: "erase_me" }, there.now);
    expect(await page.find(lastKey)).toBeNull();
  });

  it("get a new time after they were put off without one", async () => {
    const { actions, event, person } = office(given);
    const id = await event();
    const chat = await person("hoa");
    await chat.registers(id, people(1));
    expect(await actions.postpone(by, id, [])).toEqual({ kind: "done", told: 1 });
    const sessions = [{ startsAt: later(20 * DAY), endsAt: later(20 * DAY + HOUR), place: "Nhà văn hóa" }];
    expect(await actions.postpone(by, id, sessions)).toEqual({ kind: "done", told: 1 });
    expect((await chat.hears()).at(-1)?.text).toContain("Nhà văn hóa");
    expect(await actions.cancel(by, id, "Bão số 9")).toEqual({ kind: "done", told: 1 });
    expect((await chat.hears()).at(-1)?.text).toContain("Lý do: Bão số 9");
  });
});
