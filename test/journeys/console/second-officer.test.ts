import { describe, expect, it } from "vitest";
import { withoutBrowser } from "../../support/browser.ts";
import { consoleJourney, press } from "../../support/console-journey.ts";
import { openClass } from "../../support/events.ts";

describe.skipIf(withoutBrowser())("the second of two officers", { timeout: 180_000 }, () => {
  const journey = consoleJourney();

  it("sees both versions, keeps what they typed, and decides", async () => {
    const { database } = journey.desk;
    const id = await openClass(database);
    const [lan, minh] = [await journey.staff("officer"), await journey.staff("officer")];
    const form = `${journey.url}/can-bo/lop/${id}/sua`;
    for (const page of [lan, minh]) await page.goto(form);

    await lan.getByLabel("Tên lớp").fill("Mã vạch cho cơ sở nhỏ");
    await press(lan, "Lưu");
    await lan.getByRole("heading", { name: "Mã vạch cho cơ sở nhỏ" }).waitFor();

    await minh.getByLabel("Nội dung").fill("Có thực hành in nhãn, anh/chị mang theo mẫu.");
    await press(minh, "Lưu");
    await minh.getByText("Người khác vừa sửa").first().waitFor();
    await minh.getByText("Mã vạch cho cơ sở nhỏ").first().waitFor();
    await minh.getByText("Có thực hành in nhãn, anh/chị mang theo mẫu.").first().waitFor();
    await journey.look(minh, "nguoi-thu-hai");
    const stored = await database.client.event.findUniqueOrThrow({ where: { id } });
    expect(stored.title).toBe("Mã vạch cho cơ sở nhỏ");
    expect(stored.description).not.toContain("mang theo mẫu");

    await press(minh, "Lưu bản tôi nhập");
    await minh.getByText("mang theo mẫu").first().waitFor();
    const decided = await database.client.event.findUniqueOrThrow({ where: { id } });
    expect(decided.description).toContain("mang theo mẫu");
  });
});
