import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import type { DatabasePlace } from "../../../src/adapters/prisma/client.ts";
import { compiled } from "../../support/compiled.ts";
import { PASSWORD, startConsole } from "../../support/console.ts";
import { eachDatabase } from "../../support/database.ts";
import { repository } from "../../support/knowledge.ts";
import { recordOutput } from "../../support/log-scan/journal.ts";
import { ended } from "../../support/run-script.ts";

async function recover(place: DatabasePlace, ...args: string[]) {
  const where = "url" in place ? { DATABASE_URL: place.url } : { DATA_DIR: place.dataFolder };
  const child = spawn(process.execPath, [await compiled("src/cli/console-recover.ts"), ...args], {
    cwd: repository,
    env: { ...process.env, PORT: "3000", ...where },
  });
  return ended(recordOutput(child));
}

eachDatabase("console-recover", (given) => {
  it("prints a link that lets somebody in who lost password and second factor", async () => {
    const desk = await startConsole(given.database);
    const admin = await desk.member("admin");
    await desk.signedIn(admin);
    const { code, stdout } = await recover(given.place, admin.email);
    expect(code).toBe(0);
    const path = /http:\/\/127\.0\.0\.1:3000(\/can-bo\/lien-ket\/[\w-]+)/.exec(stdout)?.[1] ?? "";
    // Made by the clock of the machine, which is ahead of the day of the test.
    const next = "núi Thiên Ấn buổi sớm";
    const browser = desk.browser();
    const used = await browser.post(path, { mat_khau_moi: next, mat_khau_moi_lan_hai: next });
    expect(used.headers.get("Location")).toBe("/can-bo/toi/hai-buoc");
    const old = await desk.browser().post("/can-bo/dang-nhap", { email: admin.email, mat_khau: PASSWORD });
    expect(old.status).toBe(422);
    await desk.stop();
  });

  it("says what is missing", async () => {
    const unknown = await recover(given.place, "khongai@example.vn");
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain("Không có tài khoản nào");
    const none = await recover(given.place);
    expect(none.stderr.trim()).toBe("usage: npm run -s console-recover -- email");
  });
});
