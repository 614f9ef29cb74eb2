import { expect, it } from "vitest";
import { newId } from "../../../../../src/adapters/prisma/ids.ts";
import { EVERYBODY, type AudienceFilter } from "../../../../../src/announce/audience.ts";
import type { EnterpriseDetails } from "../../../../../src/registry/views.ts";
import { announcingOver, WORDS } from "../../../../support/announcing.ts";
import { canaries } from "../../../../support/canaries.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { enterprise, NOW, people } from "../../../../support/registry.ts";

eachDatabase("the audience", (given) => {
  /** Four people: three with enterprises of different sorts, and one who only follows. */
  async function town() {
    const here = announcingOver(given.database);
    const { client } = given.database;
    const [an, binh, chi] = [
      await here.follower("an", ["lop", "ma_vach"]),
      await here.follower("binh", ["ma_vach"]),
      await here.follower("chi", ["lop"]),
    ];
    await here.follower("dung", ["nhac_phi"]);
    const [first, second] = [await here.event({ capacity: 9 }), await here.event({ capacity: 9 })];
    const named = (name: string) => ({ submitter: { name, phone: canaries.phone } });
    await an.registers(first, people(1), {
      ...named("an"),
      enterprise: enterprise({ name: "HTX An", kind: "htx", communeCode: "21025" }),
    });
    await binh.registers(first, people(1, "Bình"), {
      enterprise: enterprise({ name: "Công ty Bình", kind: "doanh_nghiep", communeCode: "21211" }),
    });
    await chi.registers(second, people(1, "Chi"), {
      enterprise: enterprise({ name: "HTX Chi", kind: "htx", communeCode: "21211" }),
    });
    await client.enterprise.updateMany({
      where: { name: "HTX An" },
      data: { sector: "rau quả", formerProvince: "Quảng Ngãi", ocopStars: 3 },
    });
    await client.enterprise.updateMany({
      where: { name: "Công ty Bình" },
      data: { sector: "cơ khí", formerProvince: "Kon Tum" },
    });
    await client.enterprise.updateMany({
      where: { name: "HTX Chi" },
      data: { sector: "rau quả", formerProvince: "Kon Tum", ocopStars: 4 },
    });
    const came = { eventId: first, registration: { submitterName: "an" } };
    await client.attendee.updateMany({ where: came, data: { status: "attended" } });
    const chis = await client.enterprise.findFirstOrThrow({ where: { name: "HTX Chi" } });
    const associationId = await memberList(chis.id);
    /** Who would be told, by what staff see before they send it, and in the end. */
    const reached = async (filter: Partial<AudienceFilter>) => {
      const audience = { ...EVERYBODY, ...filter };
      const { reachable } = await here.announcements.reach({ audience, corrects: null }, NOW);
      await here.started({ ...WORDS, audience });
      const chats = await here.sends();
      expect(chats).toHaveLength(reachable);
      return chats.sort().join(" ");
    };
    /** one more enterprise of somebody */
    const add = async (chat: string, details: Partial<EnterpriseDetails>) => {
      const who = { an, binh, chi }[chat];
      await who?.registers(second, people(1, "Thêm"), { enterprise: enterprise(details) });
    };
    return { reached, first, second, associationId, add };
  }

  async function memberList(enterpriseId: string): Promise<string> {
    const { client } = given.database;
    const association = await client.association.create({
      data: { id: newId(), name: "Hội Nông dân", createdAt: NOW },
    });
    const upload = await client.needsUpload.create({
      data: {
        id: newId(),
        associationId: association.id,
        fileName: "ds.xlsx",
        digest: "1",
        rowsTaken: 1,
        rowsRefused: 0,
        uploadedBy: "hoi",
        createdAt: NOW,
      },
    });
    await client.trainingNeed.create({
      data: {
        id: newId(),
        source: association.id,
        enterpriseId,
        topic: "ma_vach",
        year: 2026,
        uploadId: upload.id,
        createdAt: NOW,
      },
    });
    return association.id;
  }

  it("is everybody, or who follows one of the topics", async () => {
    const { reached } = await town();
    expect(await reached({})).toBe("an binh chi dung");
    expect(await reached({ topics: ["ma_vach"] })).toBe("an binh");
    expect(await reached({ topics: ["ma_vach", "nhac_phi"] })).toBe("an binh dung");
  });

  it("goes by what an enterprise is, makes, and where it was before the merger", async () => {
    const { reached } = await town();
    expect(await reached({ kinds: ["htx"] })).toBe("an chi");
    expect(await reached({ kinds: ["htx", "doanh_nghiep"] })).toBe("an binh chi");
    expect(await reached({ sectors: ["rau quả"] })).toBe("an chi");
    expect(await reached({ communeCodes: ["21211"] })).toBe("binh chi");
    // A former district is the list of its communes.
    expect(await reached({ communeCodes: ["21211", "21025"] })).toBe("an binh chi");
    expect(await reached({ formerProvince: "Kon Tum" })).toBe("binh chi");
    expect(await reached({ ocopStars: 3 })).toBe("an chi");
    expect(await reached({ ocopStars: 4 })).toBe("chi");
  });

  it("goes by associations, as their lists name members", async () => {
    const { reached, associationId } = await town();
    expect(await reached({ associationIds: [associationId] })).toBe("chi");
    expect(await reached({ associationIds: ["another"] })).toBe("");
  });

  it("goes by what people did about classes", async () => {
    const { reached, first, second } = await town();
    expect(await reached({ classes: { kind: "registered", eventIds: [] } })).toBe("an binh chi");
    expect(await reached({ classes: { kind: "registered", eventIds: [second] } })).toBe("chi");
    expect(await reached({ classes: { kind: "attended", eventIds: [] } })).toBe("an");
    expect(await reached({ classes: { kind: "attended", eventIds: [second] } })).toBe("");
    expect(await reached({ classes: { kind: "never_attended", eventIds: [] } })).toBe("binh chi dung");
    expect(await reached({ classes: { kind: "never_attended", eventIds: [first] } })).toBe("binh chi dung");
  });

  it("fits in all parts at once, those of an enterprise in one and the same", async () => {
    const { reached, add } = await town();
    expect(await reached({ topics: ["lop"], kinds: ["htx"], communeCodes: ["21211"] })).toBe("chi");
    expect(await reached({ kinds: ["doanh_nghiep"], sectors: ["rau quả"] })).toBe("");
    await add("binh", { name: "HTX của Bình", kind: "htx" });
    expect(await reached({ kinds: ["htx"] })).toBe("an binh chi");
    expect(await reached({ kinds: ["htx"], sectors: ["cơ khí"] })).toBe("");
    expect(await reached({ topics: ["ma_vach"], classes: { kind: "attended", eventIds: [] } })).toBe("an");
  });

  it("names nobody twice, and nobody whose claim to an enterprise staff took back", async () => {
    const { reached, add } = await town();
    await add("an", { name: "HTX thứ hai của An", kind: "htx" });
    expect(await reached({ kinds: ["htx"] })).toBe("an chi");
    await given.database.client.enterpriseContact.updateMany({
      where: { enterprise: { name: "HTX Chi" } },
      data: { status: "revoked" },
    });
    expect(await reached({ kinds: ["htx"] })).toBe("an");
  });
});
