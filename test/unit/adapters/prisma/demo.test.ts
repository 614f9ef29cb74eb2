import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readCommunes } from "../../../../src/adapters/files/communes-file.ts";
import { fillDemo } from "../../../../src/adapters/prisma/demo/fill.ts";
import { createRegistry } from "../../../../src/adapters/prisma/registry.ts";
import { eachDatabase } from "../../../support/database.ts";
import { deskOver, NOW } from "../../../support/registry.ts";

const communes = await readCommunes(fileURLToPath(new URL("../../../../knowledge", import.meta.url)));

eachDatabase("the demo", (given) => {
  const fill = () => fillDemo(deskOver(given.database).desk, communes, NOW);

  it("shows a living system, and is filled once", async () => {
    const filled = await fill();
    expect(filled).toMatchObject({ kind: "filled" });
    if (filled.kind !== "filled") return;
    expect(filled.enterprises).toBeGreaterThan(24);
    expect(filled.attendees).toBeGreaterThan(50);
    expect(filled.waiting).toBeGreaterThan(2);
    expect(filled.requests).toBeGreaterThan(12);
    const events = await createRegistry(given.database).events(NOW);
    expect(new Set(events.map(({ status }) => status))).toEqual(
      new Set(["open", "approved", "closed", "cancelled"]),
    );
    const announcements = await given.database.client.announcement.findMany({ orderBy: { status: "asc" } });
    expect(announcements.map(({ status }) => status)).toEqual(["draft", "sent"]);
    const told = await given.database.client.delivery.groupBy({ by: ["status"] });
    expect(told.map(({ status }) => status).sort()).toEqual(["refused", "sent", "skipped", "unknown"]);
    const names = await given.database.client.enterprise.findMany({
      select: { name: true, communeCode: true },
    });
    for (const { name, communeCode } of names) {
      expect(name).toContain("Demo");
      expect(communeCode).toMatch(/^\d{5}$/);
    }
    expect(await fill()).toEqual({ kind: "there" });
  });

  it("is refused where there is anything else", async () => {
    await deskOver(given.database).person("hoa");
    expect(await fill()).toEqual({ kind: "refused" });
    expect(await given.database.client.enterprise.count()).toBe(0);
    expect(await given.database.client.setting.count()).toBe(0);
  });
});
