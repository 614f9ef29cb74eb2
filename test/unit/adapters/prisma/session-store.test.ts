import { expect, it } from "vitest";
import { createSeal } from "../../../../src/adapters/prisma/sealed.ts";
import { createSessionStore } from "../../../../src/adapters/prisma/session-store.ts";
import { eachDatabase } from "../../../support/database.ts";

const SECRET = "phiên-bí-mật-0123456789";

eachDatabase("sessions of personal accounts", (given) => {
  const store = (secret = "khóa") => createSessionStore(given.database, createSeal(secret));

  it("gives back what was saved last, on every replica", async () => {
    expect(await store().load("a")).toBeNull();
    await store().save("a", "first");
    await store().save("a", SECRET);
    await store().save("b", "another");
    const other = createSessionStore(await given.another(), createSeal("khóa"));
    expect(await other.load("a")).toBe(SECRET);
    expect(await other.load("b")).toBe("another");
  });

  it("keeps nothing that can be read from the database alone", async () => {
    await store().save("a", SECRET);
    const rows = await given.database.client.setting.findMany();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(SECRET).toString("base64url").slice(0, 12));
  });

  it("says that there is one which cannot be opened, but not what is in it", async () => {
    await store().save("a", SECRET);
    expect(await store("another key").load("a")).toBe("");
  });

  it("does not take a session from another account", async () => {
    await store().save("a", SECRET);
    const [row] = await given.database.client.setting.findMany();
    await given.database.client.setting.create({
      data: { key: "zalo-personal.session.b", value: row?.value ?? "", updatedAt: new Date() },
    });
    expect(await store().load("b")).toBe("");
  });
});
