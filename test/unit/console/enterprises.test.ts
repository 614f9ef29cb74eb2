import { afterEach, beforeEach, expect, it } from "vitest";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { eachDatabase } from "../../support/database.ts";
import { deskOver, people } from "../../support/registry.ts";

const FILLED = {
  ten: "Hợp tác xã Rau sạch",
  loai: "htx",
  ma_so_thue: "",
  xa: "phường Cẩm Thành",
  nganh: "  Trồng   trọt ",
  quy_mo: "nho",
  ocop: "4",
  san_pham: "Rau, tỏi",
  revision: 0,
};

eachDatabase("the page of an enterprise", (given) => {
  let desk: TestConsole;
  let officer: TestBrowser;
  let page: string;

  beforeEach(async () => {
    const { event, person } = deskOver(given.database);
    await (await person("hoa")).registers(await event(), people(1));
    page = `/can-bo/co-so/${(await given.database.client.enterprise.findFirstOrThrow()).id}`;
    desk = await startConsole(given.database);
    officer = await desk.signedIn(await desk.member("officer"));
  }, 120_000);
  afterEach(() => desk.stop());

  it("takes what reports and audiences are narrowed by, and offers it again", async () => {
    await officer.post(`${page}/sua`, FILLED);
    expect(await given.database.client.enterprise.findFirstOrThrow()).toMatchObject({
      ...{ sector: "Trồng trọt", size: "nho", ocopStars: 4, products: "Rau, tỏi", revision: 1 },
    });
    const shown = await officer.page(page);
    for (const words of ["Trồng trọt", "Nhỏ", "4 sao", "Rau, tỏi"]) expect(shown).toContain(words);
    expect(await officer.page(`${page}/sua`)).toContain('<option value="Trồng trọt"');
    expect(await officer.page("/can-bo/thong-bao/moi")).toContain('value="Trồng trọt"');

    await officer.post(`${page}/sua`, {
      ...FILLED,
      nganh: "",
      quy_mo: "",
      ocop: "",
      san_pham: "",
      revision: 1,
    });
    expect(await given.database.client.enterprise.findFirstOrThrow()).toMatchObject({
      ...{ sector: null, size: null, ocopStars: null, products: null },
    });
  });

  it("says what is too long, and takes no size or stars that there are not", async () => {
    const long = await officer.post(`${page}/sua`, { ...FILLED, nganh: "a".repeat(101) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain("Dài quá 100 ký tự. Anh/chị ghi gọn lại.");
    await officer.post(`${page}/sua`, { ...FILLED, quy_mo: "khong-lo", ocop: "9" });
    expect(await given.database.client.enterprise.findFirstOrThrow()).toMatchObject({
      ...{ size: null, ocopStars: null, revision: 1 },
    });
  });

  it("shows both, where somebody was faster", async () => {
    await officer.post(`${page}/sua`, FILLED);
    const late = await officer.post(`${page}/sua`, { ...FILLED, nganh: "Chế biến thực phẩm" });
    expect(late.status).toBe(409);
    const both = await late.text();
    for (const words of ["Trồng trọt", "Chế biến thực phẩm"]) expect(both).toContain(words);
    expect(await given.database.client.enterprise.findFirstOrThrow()).toMatchObject({ sector: "Trồng trọt" });
  });
});
