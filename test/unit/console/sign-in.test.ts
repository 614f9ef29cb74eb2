import { afterEach, expect, it } from "vitest";
import { eachDatabase } from "../../support/database.ts";
import { startConsole, type TestConsole } from "../../support/console.ts";

eachDatabase("signing in", (given) => {
  let running: TestConsole[] = [];
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    running = [];
  });
  async function started(...rest: Parameters<typeof startConsole> extends [unknown, ...infer R] ? R : never) {
    const one = await startConsole(given.database, ...rest);
    running.push(one);
    return one;
  }

  it("lets a viewer in with the password alone", async () => {
    const desk = await started();
    const viewer = await desk.member("viewer");
    const browser = await desk.signedIn(viewer);
    expect(await browser.page("/can-bo")).toContain("Võ Thị Xem");
  });

  it("asks an approver for a second factor first", async () => {
    const desk = await started();
    const approver = await desk.member("approver");
    const first = desk.browser();
    await first.post("/can-bo/dang-nhap", { email: approver.email, mat_khau: approver.password });
    expect((await first.get("/can-bo")).headers.get("Location")).toBe("/can-bo/toi/hai-buoc");
    const browser = await desk.signedIn(approver);
    expect(await browser.page("/can-bo/nhat-ky")).toContain("staff.second_factor_on");
    const again = await desk.signedIn(approver);
    expect(await again.page("/can-bo")).toContain("Trần Thị Duyệt");
  });
});
