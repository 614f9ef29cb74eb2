import { expect, it } from "vitest";
import { createEnterpriseDesk } from "../../../../../src/adapters/prisma/console/enterprises.ts";
import { newId } from "../../../../../src/adapters/prisma/ids.ts";
import type { Command } from "../../../../../src/registry/commands.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { agree, by, deskOver, enterprise, NOW, people } from "../../../../support/registry.ts";

const PAGE = { page: 1, perPage: 20 };

function asking(taxId: string | null): Extract<Command, { kind: "submit_request" }> {
  return {
    kind: "submit_request",
    requestKind: "so_hoa",
    description: "Cần máy",
    enterprise: enterprise({ name: "HTX Rau Sạch", taxId }),
    submitter: { name: "Lê Thị Hoa", phone: "0905123456" },
    fileIds: [],
    background: [],
    consents: [agree("registration")],
  };
}

eachDatabase("enterprises that seem to be one", (given) => {
  const here = () => deskOver(given.database);
  const desk = () => createEnterpriseDesk(here().desk);

  /** Two who speak for the same cooperative, each with a record of their own. */
  async function twins() {
    const { person, event } = here();
    const [hoa, binh] = [await person("hoa"), await person("bình")];
    await hoa.does(asking(null));
    await binh.does(asking(null));
    const { candidates } = await desk().candidates(PAGE);
    const [candidate] = candidates;
    if (!candidate) throw new Error("not noticed");
    const idOf = async (chat: string) => {
      const link = await given.database.client.enterpriseContact.findFirstOrThrow({
        where: { contact: { addresses: { some: { chat } } } },
      });
      return { enterpriseId: link.enterpriseId, contactId: link.contactId };
    };
    return { hoa, binh, event, candidate, hers: await idOf("hoa"), his: await idOf("bình") };
  }

  it("are shown with what hangs on them", async () => {
    await twins();
    expect(await desk().candidates(PAGE)).toMatchObject({
      total: 1,
      candidates: [
        {
          reason: "same_name_and_commune",
          first: { name: "HTX Rau Sạch", requests: 1, contacts: [{ status: "claimed" }] },
          second: { name: "HTX Rau Sạch", requests: 1 },
        },
      ],
    });
  });

  it("become one with everything of both, what both had once only", async () => {
    const { hoa, binh, event, candidate, hers, his } = await twins();
    const { client } = given.database;
    const lesson = await event({ capacity: 9 });
    const named = { enterprise: enterprise({ name: "HTX Rau Sạch" }) };
    await hoa.registers(lesson, people(2), named);
    await binh.registers(lesson, people(1, "Bình"), named);
    await client.enterprise.update({
      where: { id: his.enterpriseId },
      data: { taxId: "4300123456", address: "Thôn 1" },
    });
    // Hoa speaks for both of them, and registered from both.
    await client.enterpriseContact.create({
      data: {
        id: newId(),
        enterpriseId: his.enterpriseId,
        contactId: hers.contactId,
        status: "verified",
        createdAt: NOW,
        updatedAt: NOW,
      },
    });
    const twice = await client.registration.create({
      data: {
        id: newId(),
        code: "ĐK-HAILAN1",
        eventId: lesson,
        enterpriseId: his.enterpriseId,
        contactId: hers.contactId,
        submitterName: "Hoa",
        submitterPhone: "",
        createdAt: NOW,
      },
    });
    await client.attendee.create({
      data: {
        id: newId(),
        registrationId: twice.id,
        eventId: lesson,
        name: "Người z",
        status: "waiting",
        createdAt: NOW,
        updatedAt: NOW,
      },
    });
    const result = (enterpriseId: string, status: string, kind: string) => ({
      id: newId(),
      enterpriseId,
      year: 2026,
      kind,
      status,
      createdAt: NOW,
    });
    await client.supportResult.createMany({
      data: [
        result(hers.enterpriseId, "recorded", "iso"),
        result(his.enterpriseId, "confirmed", "iso"),
        result(hers.enterpriseId, "confirmed", "5s"),
        result(his.enterpriseId, "recorded", "5s"),
        result(his.enterpriseId, "recorded", "kaizen"),
      ],
    });
    const need = (enterpriseId: string, topic: string, count: number) => ({
      id: newId(),
      source: "hội",
      enterpriseId,
      topic,
      year: 2026,
      people: count,
      createdAt: NOW,
    });
    await client.trainingNeed.createMany({
      data: [
        need(hers.enterpriseId, "5s", 3),
        need(his.enterpriseId, "5s", 7),
        need(his.enterpriseId, "iso", 1),
      ],
    });
    await client.pilotModel.create({
      data: { id: newId(), enterpriseId: his.enterpriseId, title: "Mô hình", year: 2026, createdAt: NOW },
    });
    const before = await client.attendee.count();

    expect(await desk().merge(by, candidate.id, "somebody else's")).toEqual({ kind: "not_found" });
    expect(await desk().merge(by, candidate.id, hers.enterpriseId)).toEqual({ kind: "done" });

    const [kept, ...others] = await client.enterprise.findMany({
      include: { contacts: true, results: true },
    });
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ id: hers.enterpriseId, taxId: "4300123456", address: "Thôn 1" });
    expect(kept?.contacts.map(({ contactId, status }) => [contactId, status]).sort()).toEqual(
      [
        [hers.contactId, "verified"],
        [his.contactId, "claimed"],
      ].sort(),
    );
    expect(kept?.results.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      "5s confirmed",
      "iso confirmed",
      "kaizen recorded",
    ]);
    const needs = await client.trainingNeed.findMany({ orderBy: { topic: "asc" } });
    expect(needs.map(({ topic, people: count }) => [topic, count])).toEqual([
      ["5s", 7],
      ["iso", 1],
    ]);
    expect(await client.pilotModel.count({ where: { enterpriseId: hers.enterpriseId } })).toBe(1);
    expect(await client.registration.count({ where: { enterpriseId: hers.enterpriseId } })).toBe(2);
    expect(await client.attendee.count()).toBe(before);
    const requests = await client.supportRequest.findMany({ orderBy: { createdAt: "asc" } });
    expect(requests.every(({ enterpriseId }) => enterpriseId === hers.enterpriseId)).toBe(true);
    expect(requests.filter(({ openKey }) => openKey !== null)).toHaveLength(1);
    expect((await binh.mine()).enterprise).toMatchObject({ id: hers.enterpriseId });
    expect(await client.auditEntry.findMany({ where: { action: "enterprise.merged" } })).toMatchObject([
      {
        actor: "staff:lan",
        subject: hers.enterpriseId,
        detail: JSON.stringify({ merged: his.enterpriseId }),
      },
    ]);
  });

  it("are settled once by two who decide at the same moment, and others are asked about anew", async () => {
    const { hoa, candidate, hers, his } = await twins();
    const third = await here().person("an");
    await third.does(asking(null));
    expect((await desk().candidates(PAGE)).total).toBe(3);
    const other = createEnterpriseDesk({ ...here().desk, database: await given.another() });
    const settled = await Promise.all([
      desk().merge(by, candidate.id, hers.enterpriseId),
      other.merge({ actor: "minh", now: NOW }, candidate.id, his.enterpriseId),
    ]);
    const kinds = settled.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "done")).toHaveLength(1);
    expect(["settled_already", "not_found"]).toContain(kinds.find((kind) => kind !== "done"));
    expect(await given.database.client.enterprise.count()).toBe(2);
    const { candidates, total } = await desk().candidates(PAGE);
    expect(total).toBe(1);
    expect(await desk().different(by, candidates[0]?.id ?? "")).toEqual({ kind: "done" });
    expect(await desk().different(by, candidates[0]?.id ?? "")).toEqual({ kind: "settled_already" });
    expect((await desk().candidates(PAGE)).total).toBe(0);
    expect((await hoa.mine()).requests).toHaveLength(1);
  });

  it("have people who say to speak for them, whom staff verify", async () => {
    const { hers } = await twins();
    const claims = (words: string) => desk().claims({ status: "claimed", words }, PAGE);
    expect(await claims("rau sach")).toMatchObject({
      total: 2,
      claims: [{ enterprise: "HTX Rau Sạch", phoneEnd: "456", verifiedOthers: 0 }, {}],
    });
    expect((await claims("mắm")).total).toBe(0);
    const other = createEnterpriseDesk({ ...here().desk, database: await given.another() });
    const decided = await Promise.all([
      desk().decide(by, hers, "verified"),
      other.decide({ actor: "minh", now: NOW }, hers, "verified"),
    ]);
    expect(decided.map(({ kind }) => kind).sort()).toEqual(["done", "not_allowed"]);
    expect((await claims("")).total).toBe(1);
    expect(await given.database.client.auditEntry.count({ where: { action: "contact.verified" } })).toBe(1);
  });
});
