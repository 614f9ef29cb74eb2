import { afterEach, beforeEach, expect, it } from "vitest";
import { readXlsx } from "../../../src/adapters/exports/read-xlsx.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { eachDatabase } from "../../support/database.ts";
import { officeSamples } from "../../support/console-samples/office.ts";
import { DAY, deskOver, people } from "../../support/registry.ts";
import { openClass } from "../../support/events.ts";
import { TEST_DAY } from "../../support/app.ts";

const DATA = "/can-bo/du-lieu";
const BREACHES = `${DATA}/vi-pham`;
const BREACH = {
  phat_hien: "2026-11-24T08:00",
  xay_ra: "2026-11-23T17:30",
  su_viec: "Gửi nhầm danh sách lớp cho một hội",
  loai_du_lieu: "Họ tên, số điện thoại",
  so_nguoi: "12",
  hau_qua: "Có thể bị gọi quảng cáo",
  bien_phap: "Đã thu hồi tệp",
  da_bao: "",
  ket_thuc: "",
};

eachDatabase("personal data in the console", (given) => {
  let now: Date;
  let desk: TestConsole;
  let officer: TestBrowser;

  beforeEach(async () => {
    now = TEST_DAY;
    desk = await startConsole(given.database, { now: () => now });
    officer = await desk.signedIn(await desk.member("officer"));
  }, 120_000);
  afterEach(() => desk.stop());

  const pathOf = (response: Response) => response.headers.get("Location") ?? "";
  const actions = async () => {
    const rows = await given.database.client.auditEntry.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] });
    return rows.map(({ action }) => action);
  };
  const contact = () => given.database.client.contact.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
  const opens = async (loai: string): Promise<string> => {
    const { id } = await contact();
    return pathOf(await officer.post(`${DATA}/moi`, { nguoi: id, loai }));
  };
  async function someone(): Promise<void> {
    const { person } = deskOver(given.database);
    await (await person("hoa")).registers(await openClass(given.database), people(2));
  }

  it("record a breach with what the report within 72 hours asks for, and count the hours", async () => {
    const approver = await desk.signedIn(await desk.member("approver"));
    expect((await officer.get(BREACHES)).status).toBe(403);
    const wrong = await approver.post(`${BREACHES}/moi`, {
      ...BREACH,
      phat_hien: "2026-11-30T08:00",
      su_viec: "",
      so_nguoi: "vài",
    });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    for (const words of ["Thời điểm này chưa tới.", "Anh/chị mô tả sự việc.", "Là số người"])
      expect(page).toContain(words);
    expect(page).toContain(BREACH.bien_phap);
    expect(await given.database.client.dataBreach.count()).toBe(0);

    const path = pathOf(await approver.post(`${BREACHES}/moi`, BREACH));
    const minutes = await approver.page(path);
    for (const words of [
      BREACH.su_viec,
      BREACH.loai_du_lieu,
      BREACH.hau_qua,
      BREACH.bien_phap,
      "23/11/2026 17:30",
    ])
      expect(minutes).toContain(words);
    expect(minutes).toContain("27/11/2026 08:00, còn 71 giờ");
    expect(await approver.page("/can-bo")).toContain("vi phạm dữ liệu chưa báo");

    now = new Date(TEST_DAY.getTime() + 4 * DAY);
    expect(await approver.page(BREACHES)).toContain("quá 25 giờ");
    const reported = { ...BREACH, da_bao: "2026-11-28T09:00", revision: 0 };
    expect((await approver.post(`${path}/sua`, reported)).status).toBe(303);
    expect(await approver.page(path)).toContain("28/11/2026 09:00");
    expect(await approver.page("/can-bo")).not.toContain("vi phạm dữ liệu chưa báo");
    expect(await actions()).toEqual(expect.arrayContaining(["breach.recorded", "breach.edited"]));
  });

  it("queue requests by their legal deadlines, and tell which are late", async () => {
    await someone();
    const [view, erase] = [await opens("view"), await opens("erase")];
    const queue = await officer.page(DATA);
    // Two working days to answer (the 24th is a holiday); ten and twenty days to do it.
    expect(queue).toContain("26/11/2026");
    expect(queue.indexOf(view)).toBeLessThan(queue.indexOf(erase));
    expect(await officer.page(`${DATA}?tinh_trang=late`)).not.toContain(view);

    expect((await officer.post(`${view}/nhan`, { revision: 0 })).status).toBe(303);
    expect((await officer.post(`${view}/tra-loi`, { revision: 1 })).status).toBe(303);
    now = new Date(TEST_DAY.getTime() + 5 * DAY);
    const late = await officer.page(`${DATA}?tinh_trang=late`);
    expect(late, "nobody answered it in time").toContain(erase);
    expect(late).not.toContain(view);
    expect(await officer.page("/can-bo")).toContain("yêu cầu dữ liệu quá hạn");

    const personal = await officer.post(`${view}/xong`, { revision: 2, ghi_chu: "Đã gọi 0905 123 456" });
    expect(personal.status).toBe(422);
    expect(await personal.text()).toContain("nhật ký không giữ dữ liệu cá nhân");
    expect((await officer.post(`${view}/xong`, { revision: 2, ghi_chu: "Đã giao bản in." })).status).toBe(
      303,
    );
    expect(await officer.page(`${DATA}?tinh_trang=done`)).toContain(view);
    const again = await officer.post(`${view}/xong`, { revision: 3, ghi_chu: "Lần nữa." });
    expect(await officer.page(pathOf(again))).toContain("đã xong từ trước");
  });

  it("hand a person everything kept of them, in words, and write down that it was handed out", async () => {
    await someone();
    const { id, name } = await contact();
    const response = await officer.post(`${await opens("provide")}/tep`);
    expect(response.headers.get("Content-Disposition")).toContain("du-lieu-ca-nhan.xlsx");
    const read = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect(read.kind === "rows" && read.rows[1]?.[0]).toBe(name);
    const entry = await given.database.client.auditEntry.findFirstOrThrow({
      where: { action: "person.exported" },
    });
    expect(entry.subject).toBe(id);
    const approver = await desk.signedIn(await desk.member("approver"));
    const log = await approver.page(`${DATA}/ai-xem?nguoi=${id}`);
    expect(log).toContain("Tải toàn bộ dữ liệu của một người");
    const viewer = await desk.signedIn(await desk.member("viewer"));
    expect((await viewer.get(DATA)).status).toBe(403);
  });

  it("list whom to invite, each look and each file written down; and take back what was marked met", async () => {
    await officeSamples(desk);
    const list = await officer.page("/can-bo/nhu-cau/moi?nam=2026");
    expect(list).toContain("0905000000");
    const file = await officer.get("/can-bo/nhu-cau/moi.xlsx?nam=2026");
    const read = await readXlsx(new Uint8Array(await file.arrayBuffer()));
    expect(read.kind === "rows" && read.rows.length).toBe(4);
    expect((await actions()).filter((action) => action.startsWith("invitees."))).toEqual([
      "invitees.looked_at",
      "invitees.exported",
    ]);
    const viewer = await desk.signedIn(await desk.member("viewer"));
    expect((await viewer.get("/can-bo/nhu-cau/moi?nam=2026")).status).toBe(403);

    const lop = await openClass(given.database);
    const nhu_cau = (await given.database.client.trainingNeed.findMany()).map(({ id }) => id);
    const mark = (viec: string) => officer.post("/can-bo/nhu-cau/dap-ung?nam=2026", { nhu_cau, lop, viec });
    await mark("danh-dau");
    expect(await officer.page("/can-bo/nhu-cau?nam=2026")).toContain("Đã đáp ứng 3/3");
    await mark("bo");
    expect(await officer.page("/can-bo/nhu-cau?nam=2026")).toContain("Đã đáp ứng 0/3");
    expect(await actions()).toEqual(expect.arrayContaining(["needs.met", "needs.unmet"]));
  });
});
