import { expect, it } from "vitest";
import { eachDatabase } from "../../../support/database.ts";
import { ended, runScript } from "../../../support/run-script.ts";

eachDatabase("what was acknowledged", (given) => {
  it("is there after the process was killed in the middle of its work", async () => {
    const child = await runScript("accept-endlessly.ts", JSON.stringify(given.place), "1000000");
    let printed = "";
    child.stdout?.on("data", (data: Buffer) => {
      printed += data.toString();
      if (printed.split("\n").length > 25) child.kill("SIGKILL");
    });
    const { stderr } = await ended(child);
    expect(stderr).toBe("");
    // A last line without its end was not acknowledged.
    const acknowledged = printed.split("\n").slice(1, -1);
    expect(acknowledged.length).toBeGreaterThan(20);
    const rows = await given.database.client.inboxMessage.findMany({ where: { status: "pending" } });
    expect(rows.map(({ externalId }) => externalId)).toEqual(expect.arrayContaining(acknowledged));
  });
});
