import { expect, it } from "vitest";
import {
  approveEvent,
  cancelEvent,
  closeEvent,
  openEvent,
  postponeEvent,
} from "../../../../src/adapters/prisma/staff/events.ts";
import { verifyContact } from "../../../../src/adapters/prisma/staff/contacts.ts";
import { readOfferChoice } from "../../../../src/registry/offer-choice.ts";
import { eachDatabase } from "../../../support/database.ts";
import { by, DAY, deskOver, HOUR, later, people } from "../../../support/registry.ts";

eachDatabase("events in the hands of staff", (given) => {
  it("go only from state to state as they may", async () => {
    const { desk, event } = deskOver(given.database);
    const id = await event();
    expect(await approveEvent(desk, by, id)).toEqual({ kind: "not_allowed", from: "open" });
    expect(await closeEvent(desk, by, id)).toEqual({ kind: "done" });
    expect(await openEvent(desk, by, id)).toEqual({ kind: "done" });
    expect(await cancelEvent(desk, by, id)).toEqual({ kind: "done", told: 0 });
    expect(await openEvent(desk, by, id)).toEqual({ kind: "not_allowed", from: "cancelled" });
    expect(await openEvent(desk, by, "none")).toEqual({ kind: "not_found" });
    const audit = await given.database.client.auditEntry.findMany({ where: { subject: id } });
    expect(audit.map(({ action }) => action)).toEqual([
      "event.created",
      "event.approved",
      "event.open",
      "event.closed",
      "event.open",
      "event.cancelled",
    ]);
    expect(new Set(audit.map(({ actor }) => actor))).toEqual(new Set(["staff:lan"]));
  });

  it("tell everyone who has a seat of a new time, who then say whether they come", async () => {
    const { desk, event, person } = deskOver(given.database);
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const id = await event({ capacity: 2 });
    await hoa.registers(id, people(2));
    await binh.registers(id, people(1, "Bình"));
    const startsAt = later(20 * DAY);

    const sessions = [{ startsAt, endsAt: new Date(startsAt.getTime() + HOUR), place: "Nhà văn hóa" }];
    expect(await postponeEvent(desk, by, id, sessions)).toEqual({ kind: "done", told: 1 });
    const [notice] = await hoa.hears();
    expect(notice?.text).toContain("Nhà văn hóa");
    expect(await binh.hears()).toEqual([]);

    const [comes, , , staysAway] = (notice?.choices ?? []).map(({ value }) => readOfferChoice(value));
    if (!comes || !staysAway) throw new Error("nothing to answer with");
    expect(await hoa.does({ kind: "answer_offer", ...comes })).toMatchObject({
      attendee: { name: "Người a", status: "confirmed" },
    });
    expect(await hoa.does({ kind: "answer_offer", ...staysAway })).toMatchObject({
      attendee: { name: "Người b", status: "cancelled" },
    });
    // The seat is offered when the class is open again.
    expect(await binh.hears()).toEqual([]);
    await openEvent(desk, by, id);
    expect(await binh.hears()).toHaveLength(1);
  });

  it("tell everyone when they are called off, and leave nobody on a list", async () => {
    const { desk, event, person } = deskOver(given.database);
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const id = await event({ capacity: 1 });
    await hoa.registers(id, people(1));
    await binh.registers(id, people(1, "Bình"));
    expect(await cancelEvent(desk, by, id)).toEqual({ kind: "done", told: 2 });
    for (const one of [hoa, binh]) {
      const said = await one.hears();
      expect(said).toHaveLength(1);
      expect(said[0]?.text).toContain("không tổ chức");
      expect((await one.mine()).registrations[0]?.attendees[0]?.status).toBe("cancelled");
    }
  });

  it("say whether a contact speaks for an enterprise", async () => {
    const { desk, event, person } = deskOver(given.database);
    const hoa = await person("hoa");
    await hoa.registers(await event(), people(1));
    const { enterpriseId, contactId } = await given.database.client.enterpriseContact.findFirstOrThrow();
    const claim = { enterpriseId, contactId };
    expect(await verifyContact(desk, by, claim, "verified")).toEqual({ kind: "done" });
    expect((await hoa.mine()).enterprise?.contact).toBe("verified");
    expect(await verifyContact(desk, by, claim, "claimed")).toEqual({
      kind: "not_allowed",
      from: "verified",
    });
    expect(await verifyContact(desk, by, claim, "revoked")).toEqual({ kind: "done" });
    expect((await hoa.mine()).enterprise).toBeNull();
  });
});
