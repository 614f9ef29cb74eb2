import { expect, it } from "vitest";
import { readOfferChoice } from "../../../../src/registry/offer-choice.ts";
import { eachDatabase } from "../../../support/database.ts";
import {
  agree,
  by,
  DAY,
  deskOver,
  enterprise,
  later,
  NOW,
  people,
  type Person,
} from "../../../support/registry.ts";
import { closeEvent } from "../../../../src/adapters/prisma/staff/events.ts";

eachDatabase("registrations", (given) => {
  const here = () => deskOver(given.database);

  async function seatsTaken(eventId: string): Promise<number> {
    const event = await given.database.client.event.findUniqueOrThrow({ where: { id: eventId } });
    const seated = await given.database.client.attendee.count({
      where: { eventId, status: { in: ["confirmed", "offered"] } },
    });
    // What is counted and what is there never part.
    expect(event.seatsTaken).toBe(seated);
    return event.seatsTaken;
  }

  async function idOf(person: Person, name: string): Promise<string> {
    const { registrations } = await person.mine();
    const attendee = registrations.flatMap(({ attendees }) => attendees).find((one) => one.name === name);
    if (!attendee) throw new Error(`${name} is not registered`);
    return attendee.id;
  }

  it("gives as many seats as there are and puts the others in the queue", async () => {
    const { event, person } = here();
    const hoa = await person("hoa");
    const id = await event({ capacity: 3 });

    const outcome = await hoa.registers(id, people(5));

    expect(outcome).toMatchObject({ kind: "registered", alreadyThere: [] });
    expect(outcome).toHaveProperty(
      "attendees",
      people(5).map(({ name }, at) => ({
        name,
        status: at < 3 ? "confirmed" : "waiting",
        waitingPosition: at < 3 ? null : at - 2,
      })),
    );
    const mine = await hoa.mine();
    expect(mine.person).toEqual({ name: "Lê Thị Hoa", phone: "0905123456" });
    expect(mine.registrations[0]?.code).toMatch(/^ĐK-[0-9A-Z]{7}$/);
    expect(mine.registrations[0]?.event).toMatchObject({ seatsLeft: 0, waiting: 2 });
    expect(await seatsTaken(id)).toBe(3);
  });

  it("lets all wait together, and offers them what is free before others come", async () => {
    const { event, person } = here();
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const id = await event({ capacity: 3 });

    const outcome = await hoa.registers(id, people(4), { beyondSeats: "all_wait" });
    expect(outcome).toMatchObject({
      attendees: [1, 2, 3, 4].map((waitingPosition) => ({ waitingPosition })),
    });
    expect(await seatsTaken(id)).toBe(0);

    const next = await binh.registers(id, people(1, "Bình"));
    expect(next).toMatchObject({ attendees: [{ status: "waiting", waitingPosition: 5 }] });
    expect((await hoa.hears()).length).toBe(3);
    expect(await seatsTaken(id)).toBe(3);
  });

  it("takes a second registration as more people of the first, and nobody twice", async () => {
    const { event, person } = here();
    const hoa = await person("hoa");
    const id = await event({ capacity: 10 });
    const first = await hoa.registers(id, people(2));

    const second = await hoa.registers(id, [
      ...people(3),
      { name: "NGUOI A", phone: "0905000000", position: "kế toán" },
      ...people(3).slice(2),
    ]);

    expect(second).toMatchObject({
      kind: "registered",
      code: (first as { code: string }).code,
      attendees: [{ name: "Người c", status: "confirmed" }],
      alreadyThere: ["Người a", "Người b", "NGUOI A"],
    });
    expect(await given.database.client.attendee.count()).toBe(3);
    expect(await hoa.registers(id, people(3))).toMatchObject({ attendees: [] });
  });

  it("declines without leaving a trace", async () => {
    const { event, person } = here();
    const hoa = await person("hoa");
    const open = await event();
    const decline = async (why: string, eventId: string, count = 1, more = {}) => {
      expect(await hoa.registers(eventId, people(count), more)).toEqual({ kind: "declined", why });
    };
    await decline("consent_missing", open, 1, { consents: [agree("announcement")] });
    await decline("event_not_open", "no-such-event");
    await decline("event_not_open", await event({ closesAt: later(-1) }));
    await decline("event_not_open", await event({ opensAt: later(DAY) }));
    await decline("audience_mismatch", await event({ audienceKinds: ["doanh_nghiep"] }));
    await decline("event_full_for_enterprise", await event({ capPerEnterprise: 2 }), 3);
    await decline("event_full_for_enterprise", await event({ capPerEnterprise: 2, capacity: 1 }), 10_000);
    await decline("already_settled", open, 0);
    const closed = await event();
    await closeEvent(here().desk, by, closed);
    await decline("event_not_open", closed);
    for (const table of ["contact", "enterprise", "consent", "registration", "attendee"] as const) {
      expect(await (given.database.client[table] as { count(): Promise<number> }).count(), table).toBe(0);
    }
  });

  it("counts the cap over every record of the same enterprise", async () => {
    const { event, person } = here();
    const id = await event({ capacity: 20, capPerEnterprise: 3 });
    const same = { enterprise: enterprise({ taxId: "4300205943" }) };
    await (await person("hoa")).registers(id, people(2), same);

    const binh = await person("binh");
    expect(await binh.registers(id, people(2, "Bình"), same)).toMatchObject({ kind: "declined" });
    expect(await binh.registers(id, people(1, "Bình"), same)).toMatchObject({ kind: "registered" });
    expect(await given.database.client.mergeCandidate.findMany()).toMatchObject([
      { reason: "same_tax_id", status: "open" },
    ]);
  });

  it("offers a cancelled seat to the first who waits, and to the next when it is passed on", async () => {
    const { event, person } = here();
    const [hoa, binh, lan] = [await person("hoa"), await person("binh"), await person("lan")];
    const id = await event({ capacity: 1 });
    await hoa.registers(id, people(1, "Hoa"));
    await binh.registers(id, people(1, "Bình"));
    await lan.registers(id, people(1, "Lan"));

    const cancelled = await hoa.does({ kind: "cancel_attendees", attendeeIds: [await idOf(hoa, "Hoa a")] });
    expect(cancelled).toMatchObject({ kind: "attendees_cancelled", names: ["Hoa a"] });
    const [offer] = await binh.hears();
    expect(offer).toMatchObject({ priority: 1, author: "bot" });
    expect(offer?.text).toContain("Lớp 5S");
    const answers = offer?.choices?.map(({ value }) => readOfferChoice(value));
    const attendeeId = await idOf(binh, "Bình a");
    expect(answers).toEqual([
      { attendeeId, accept: true },
      { attendeeId, accept: false },
    ]);
    expect(await lan.hears()).toEqual([]);
    // Nobody jumps the queue while the offer stands.
    expect(await hoa.registers(id, people(1, "Hoa"))).toMatchObject({ attendees: [{ status: "waiting" }] });
    expect((await lan.mine()).registrations[0]?.attendees[0]?.waitingPosition).toBe(1);

    await binh.does({ kind: "answer_offer", attendeeId, accept: false });
    expect(await lan.hears()).toHaveLength(1);
    const taken = await lan.does({
      kind: "answer_offer",
      attendeeId: await idOf(lan, "Lan a"),
      accept: true,
    });
    expect(taken).toMatchObject({ kind: "offer_answered", attendee: { status: "confirmed" } });
    expect(await seatsTaken(id)).toBe(1);
  });

  it("keeps seat and place when somebody else comes instead", async () => {
    const { event, person } = here();
    const hoa = await person("hoa");
    const id = await event({ capacity: 1 });
    await hoa.registers(id, people(2));
    const replacement = { name: "Đỗ Văn Tư", phone: null, position: null };

    for (const [name, status, waitingPosition] of [
      ["Người a", "confirmed", null],
      ["Người b", "waiting", 1],
    ] as const) {
      const attendeeId = await idOf(hoa, name);
      expect(await hoa.does({ kind: "swap_attendee", attendeeId, replacement })).toMatchObject({
        kind: "attendee_swapped",
        attendee: { name: "Đỗ Văn Tư", status, waitingPosition },
      });
    }
    expect(await seatsTaken(id)).toBe(1);
  });

  it("adds people to a registration of one's own", async () => {
    const { event, person } = here();
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const id = await event({ capacity: 2, capPerEnterprise: 3 });
    await hoa.registers(id, people(1));
    const registrationId = (await hoa.mine()).registrations[0]?.id ?? "";
    const add = (who: Person, count: number) =>
      who.does({ kind: "add_attendees", registrationId, attendees: people(count, "Mới") });

    expect(await add(binh, 1)).toEqual({ kind: "declined", why: "not_yours" });
    expect(await add(hoa, 3)).toEqual({ kind: "declined", why: "event_full_for_enterprise" });
    expect(await add(hoa, 2)).toMatchObject({
      kind: "attendees_added",
      attendees: [{ status: "confirmed" }, { status: "waiting", waitingPosition: 1 }],
    });
    expect(await add(hoa, 2)).toEqual({ kind: "declined", why: "already_settled" });
  });

  it("changes nothing of others, nothing twice and nothing too late", async () => {
    const { event, person } = here();
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const id = await event({ capacity: 1 });
    await hoa.registers(id, people(1, "Hoa"));
    await binh.registers(id, people(1, "Bình"));
    const attendeeId = await idOf(hoa, "Hoa a");
    const waiting = await idOf(binh, "Bình a");
    const replacement = { name: "Kẻ lạ", phone: null, position: null };

    for (const command of [
      { kind: "cancel_attendees", attendeeIds: [waiting, attendeeId] },
      { kind: "swap_attendee", attendeeId, replacement },
      { kind: "answer_offer", attendeeId, accept: true },
    ] as const) {
      expect(await binh.does(command), command.kind).toEqual({ kind: "declined", why: "not_yours" });
    }
    expect(await binh.does({ kind: "answer_offer", attendeeId: waiting, accept: true })).toEqual({
      kind: "declined",
      why: "already_settled",
    });
    const cancel = { kind: "cancel_attendees", attendeeIds: [attendeeId] } as const;
    expect(await hoa.does(cancel, later(11 * DAY))).toEqual({ kind: "declined", why: "too_late" });
    await hoa.does(cancel);
    expect(await hoa.does(cancel)).toEqual({ kind: "declined", why: "already_settled" });
    const take = { kind: "answer_offer", attendeeId: waiting, accept: true } as const;
    expect(await binh.does(take, later(5 * DAY))).toEqual({ kind: "declined", why: "offer_expired" });
    expect(await seatsTaken(id)).toBe(1);
  });

  it("reuses the enterprise a person has, and never one of somebody else", async () => {
    const { event, person } = here();
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const [one, two] = [await event(), await event()];
    const named = (name: string, taxId: string | null = null) => ({
      enterprise: enterprise({ name, taxId }),
    });
    await hoa.registers(one, people(1), named("Hợp tác xã Rau Sạch"));
    await hoa.registers(two, people(1), named("HOP TAC XA RAU SACH"));
    expect(await given.database.client.enterprise.count()).toBe(1);

    await binh.registers(one, people(1, "Bình"), named("Hợp tác xã Rau sạch"));
    expect(await given.database.client.enterprise.count()).toBe(2);
    expect(await given.database.client.mergeCandidate.findMany()).toMatchObject([
      { reason: "same_name_and_commune" },
    ]);
    expect((await binh.mine()).registrations).toHaveLength(1);
    expect((await binh.mine()).enterprise?.contact).toBe("claimed");
  });

  it("writes every change into the audit, without names", async () => {
    const { event, person } = here();
    const hoa = await person("hoa");
    await hoa.registers(await event(), people(1));
    const audit = await given.database.client.auditEntry.findMany();
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["contact.created", "consent.given", "registration.created", "attendees.added"]),
    );
    expect(JSON.stringify(audit)).not.toMatch(/Hoa|Người|0905/);
    expect(await given.database.client.consent.findMany()).toMatchObject([
      { wording: "Tôi đồng ý: registration", messageId: `hoa-${NOW.getTime()}` },
    ]);
  });
});
