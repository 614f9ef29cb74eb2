import { afterAll, beforeAll, expect, it } from "vitest";
import type { Announcement } from "../../../src/adapters/prisma/generated/sqlite/client.ts";
import { TEST_DAY } from "../../support/app.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { oneDatabase } from "../../support/database.ts";
import { openClass } from "../../support/events.ts";
import { agree, deskOver, enterprise, people } from "../../support/registry.ts";

const LIST = "/can-bo/thong-bao";
const WORDS = { tieu_de: "Lớp mới", noi_dung: "Mời anh/chị dự lớp." };
const SUBMIT = { viec: "trinh" };

const given = oneDatabase();
let now = TEST_DAY;
let desk: TestConsole;
let officer: TestBrowser;
let approver: TestBrowser;

beforeAll(async () => {
  desk = await startConsole(given.database, { now: () => now });
  officer = await desk.signedIn(await desk.member("officer"));
  approver = await desk.signedIn(await desk.member("approver"));
}, 60_000);
afterAll(() => desk.stop());

async function handedIn(by = officer, words: Readonly<Record<string, string>> = WORDS): Promise<string> {
  const response = await by.post(`${LIST}/moi`, { ...words, ...SUBMIT });
  expect(response.status).toBe(303);
  return response.headers.get("Location") ?? "";
}
const rowOf = (path: string): Promise<Announcement> =>
  given.database.client.announcement.findUniqueOrThrow({ where: { id: path.split("/").at(-1) ?? "" } });
const step = async (by: TestBrowser, path: string, part: string, fields = {}) =>
  by.post(`${path}/${part}`, { revision: (await rowOf(path)).revision, ...fields });
/** What is said beside a field. */
const besides = (html: string, field: string) =>
  new RegExp(`id="${field}-loi">([^<]+)<`).exec(html)?.[1]?.replaceAll("&quot;", '"') ?? null;

it.each([
  ["tieu_de", { tieu_de: "" }, "Anh/chị viết tiêu đề."],
  ["tieu_de", { tieu_de: "a".repeat(121) }, "dài quá 120 ký tự"],
  ["noi_dung", { noi_dung: "" }, "Anh/chị viết nội dung."],
  ["noi_dung", { noi_dung: "a".repeat(1_501) }, "dài quá 1.500 ký tự"],
  ["duong_dan", { duong_dan: "dost.example.vn" }, "http:// hoặc https://"],
  ["gui_luc", { gui_luc: "ngày mai" }, "đủ ngày và giờ"],
  ["het_han", { het_han: "2026-11-23T09:00" }, "đã qua"],
  ["het_han", { gui_luc: "2026-11-26T09:00", het_han: "2026-11-25T09:00" }, "cần sau giờ gửi"],
  ["tep", { tep: new File([new Uint8Array(2_000_001)], "lon.pdf") }, "Tệp lớn quá 2 MB"],
])("says beside %s what is wrong, and keeps what was typed", async (field, wrong, words) => {
  const fields = { tep: new File([], ""), ...WORDS, duong_dan: "https://a.example.vn", ...wrong, ...SUBMIT };
  const response = await officer.post(`${LIST}/moi`, fields);
  expect(response.status).toBe(422);
  const page = await response.text();
  expect(besides(page, field)).toContain(words);
  expect(page).toContain(fields.noi_dung);
  expect(page).toContain(`value="${fields.duong_dan}"`);
});

it("says which class is gone where the class is chosen, and asks for a file again", async () => {
  const eventId = await openClass(given.database, { keyword: "71" });
  await given.database.client.event.update({ where: { id: eventId }, data: { status: "cancelled" } });
  const gone = await officer.post(`${LIST}/moi`, { ...WORDS, su_kien: eventId, ...SUBMIT });
  expect(gone.status).toBe(422);
  expect(besides(await gone.text(), "su_kien")).toContain("chọn lớp khác");
  const file = new File(["%PDF"], "thu-moi.pdf");
  const back = await officer.post(`${LIST}/moi`, { ...WORDS, tieu_de: "", tep: file, ...SUBMIT });
  expect(besides(await back.text(), "tep")).toContain("“thu-moi.pdf”, anh/chị chọn lại");
});

it("does nothing with what changed meanwhile, and says who changed it and what they did", async () => {
  const path = await handedIn();
  const seen = (await rowOf(path)).revision;
  expect((await step(officer, path, "sua", { ...WORDS, noi_dung: "Lúc 8 giờ.", ...SUBMIT })).status).toBe(
    303,
  );
  const late = await approver.post(`${path}/duyet`, { revision: seen });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain("Lần cuối: Lê Văn Chuyên, “Trình duyệt thông báo”");
  expect((await rowOf(path)).status).toBe("submitted");
  const second = await officer.post(`${path}/sua`, { ...WORDS, noi_dung: "Lúc 9 giờ.", revision: seen });
  const both = await second.text();
  for (const words of ["Người khác vừa sửa", "Lúc 8 giờ.", "Lúc 9 giờ."]) expect(both).toContain(words);
});

it("is not approved by its author, unless an admin allowed that; then it says so", async () => {
  const admin = await desk.signedIn(await desk.member("admin"));
  const path = await handedIn(admin);
  expect(await admin.page(path)).toContain("cần một người khác duyệt");
  await step(admin, path, "duyet");
  expect((await rowOf(path)).status).toBe("submitted");
  await admin.post("/can-bo/cai-dat/mot-nguoi-thong-bao", { cho_phep: "co", revision: 0 });
  expect(await admin.page("/can-bo/cai-dat")).toContain("Thôi cho phép tự duyệt");
  await step(admin, path, "duyet");
  expect(await admin.page(path)).toContain("tự duyệt (cơ quan một người)");
});

it("goes back with words, and leaves in the morning what is sent at night", async () => {
  const path = await handedIn();
  expect((await step(approver, path, "tra-lai")).status).toBe(422);
  await step(approver, path, "tra-lai", { ly_do: "Ghi rõ địa điểm." });
  expect(await officer.page(path)).toContain("Lý do: Ghi rõ địa điểm.");
  await step(officer, path, "trinh");
  await step(approver, path, "duyet");
  now = new Date("2026-11-24T22:30:00+07:00");
  expect(await approver.page(`${path}/gui`)).toContain("bắt đầu gửi lúc 25/11/2026 06:00");
  await step(approver, path, "gui");
  expect(await approver.page(path)).toContain("gửi tiếp từ 25/11/2026 06:00");
  now = TEST_DAY;
  const same = await approver.get(`${path}/tien-do?tinh_trang=scheduled`);
  expect(same.headers.has("HX-Refresh")).toBe(false);
  const other = await approver.get(`${path}/tien-do?tinh_trang=approved`);
  expect(other.headers.get("HX-Refresh")).toBe("true");
});

it("counts a former district as its communes, and keeps it ticked", async () => {
  const { person } = deskOver(given.database);
  const eventId = await openClass(given.database, { keyword: "72" });
  for (const [chat, communeCode] of Object.entries({ an: "21025", binh: "21040" })) {
    const one = await person(chat);
    const details = enterprise({ name: `Cơ sở ${chat}`, communeCode });
    await one.registers(eventId, people(1, chat), { enterprise: details });
    await one.does({ kind: "follow", topics: ["lop"], consents: [agree("announcement")] });
  }
  const district = encodeURIComponent("Thành phố Quảng Ngãi");
  expect(await officer.page(`${LIST}/dem?huyen=${district}`)).toContain("trong 1 người đúng đối tượng");
  expect(await officer.page(`${LIST}/dem?tinh=${encodeURIComponent("Tỉnh Quảng Ngãi")}`)).toContain(
    "trong 2 người",
  );
  const path = await handedIn(officer, { ...WORDS, huyen: "Thành phố Quảng Ngãi" });
  expect(await officer.page(`${path}/sua`)).toMatch(/name="huyen" value="Thành phố Quảng Ngãi" checked=""/);
  expect(await officer.page(path)).toContain("Cả thành phố Quảng Ngãi (cũ)");
});
