import { afterEach, beforeEach, expect, it } from "vitest";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { eachDatabase } from "../../support/database.ts";
import { Person } from "../../support/person.ts";

const ITEMS = "/can-bo/cau-tra-loi";
const QUESTION = "xe máy điện lắp ráp trong tỉnh cần chứng nhận gì";
const WORDS = {
  cau_hoi: "Xe máy điện lắp ráp cần chứng nhận gì?",
  cach_hoi: "xe dien\nxe may dien",
  tra_loi: "Cần giấy thử số 3, nộp trong 7 ngày.",
  so_hieu: "11/kh-ubnd",
  ten_van_ban: "",
  muc: "I.3.b",
  tu_ngay: "",
  den_ngay: "",
};

eachDatabase("pages of what the bot cannot answer", (given) => {
  let desk: TestConsole;
  let officer: TestBrowser;
  let approver: TestBrowser;

  beforeEach(async () => {
    desk = await startConsole(given.database);
    officer = await desk.signedIn(await desk.member("officer"));
    approver = await desk.signedIn(await desk.member("approver"));
  }, 120_000);
  afterEach(() => desk.stop());

  /** Writes an answer; gives the path of its page. */
  async function writes(browser: TestBrowser, more: Record<string, string> = {}): Promise<string> {
    const response = await browser.post(`${ITEMS}/moi`, { ...WORDS, viec: "luu", ...more });
    expect(response.status).toBe(303);
    return response.headers.get("Location") ?? "";
  }

  const stored = () => given.database.client.knowledgeItem.findFirstOrThrow();

  it("fill in a known document, keep what was typed, and let a draft lack its source", async () => {
    const wrong = await officer.post(`${ITEMS}/moi`, { ...WORDS, so_hieu: "", viec: "trinh" });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain("Căn cứ cần đủ số hiệu");
    expect(page).toContain(WORDS.tra_loi);
    const backwards = { ...WORDS, tu_ngay: "2027-02-01", den_ngay: "2027-01-01", viec: "luu" };
    expect((await officer.post(`${ITEMS}/moi`, backwards)).status).toBe(422);
    expect(await given.database.client.knowledgeItem.count()).toBe(0);

    await writes(officer);
    const item = await stored();
    expect(item).toMatchObject({ document: "11/KH-UBND", status: "draft", variants: "xe dien\nxe may dien" });
    expect(item.documentTitle).toContain("Kế hoạch");
    await writes(officer, { so_hieu: "", muc: "" });
  }, 60_000);

  it("tell the second editor, with both versions, and overwrite nothing", async () => {
    const path = await writes(officer);
    const saved = await approver.post(`${path}/sua`, { ...WORDS, muc: "I.4", viec: "luu", revision: 0 });
    expect(saved.status).toBe(303);
    const second = await officer.post(`${path}/sua`, { ...WORDS, muc: "II", viec: "luu", revision: 0 });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain("I.4");
    expect(page).toContain('name="muc" value="II"');
    expect((await stored()).section).toBe("I.4");
    await officer.post(`${path}/sua`, { ...WORDS, muc: "II", viec: "luu", revision: 1 });
    expect((await stored()).section).toBe("II");
  }, 60_000);

  it("let nobody publish their own, nor what was changed since they read it", async () => {
    const own = await writes(approver, { viec: "trinh" });
    await approver.post(`${own}/phat-hanh`, { revision: 1 });
    expect(await approver.page(own)).toContain("Câu này do chính anh/chị soạn.");
    expect((await stored()).status).toBe("submitted");
    expect((await officer.post(`${own}/phat-hanh`, { revision: 1 })).status).toBe(403);

    const other = await desk.signedIn(await desk.member("approver"));
    await other.post(`${own}/phat-hanh`, { revision: 0 });
    expect(await other.page(own)).toContain("vừa được người khác thay đổi");
    expect((await stored()).status).toBe("submitted");
    await other.post(`${own}/phat-hanh`, { revision: 1 });
    expect((await stored()).status).toBe("published");

    expect(await officer.page(`${own}/rut`)).toContain('name="revision" value="2"');
    await officer.post(`${own}/rut`, { revision: 2 });
    expect((await stored()).status).toBe("withdrawn");
    await officer.post(`${own}/rut`, { revision: 3 });
    expect(await officer.page(own)).toContain("không làm được việc đó");
  }, 60_000);

  it("show groups by state, dismiss them, and write down who looked at a question", async () => {
    const ba = await Person.at(given.database);
    await ba.says(QUESTION);
    await ba.leaves();
    const { client } = given.database;
    const { id } = await client.askedQuestion.findFirstOrThrow();
    expect(await officer.page("/can-bo")).toContain("câu chưa có trả lời");
    expect(await officer.page("/can-bo/cho-tra-loi?thoi_gian=7")).toContain(QUESTION);
    expect(await officer.page("/can-bo/cho-tra-loi?tinh_trang=dismissed")).not.toContain(QUESTION);
    const dismissed = await officer.post(`/can-bo/cho-tra-loi/${id}/bo-qua`);
    expect(dismissed.headers.get("Location")).toBe("/can-bo/cho-tra-loi");
    expect(await officer.page("/can-bo/cho-tra-loi?tinh_trang=dismissed")).toContain(QUESTION);
    expect(await client.askedQuestion.findFirstOrThrow()).toMatchObject({ gap: "dismissed" });

    expect(await officer.page("/can-bo/cau-hoi?tu=XE MAY DIEN&ket_qua=unanswerable")).toContain(QUESTION);
    expect(await officer.page("/can-bo/cau-hoi?kenh=telegram")).not.toContain(QUESTION);
    expect(await client.auditEntry.count({ where: { action: "question.seen" } })).toBe(0);
    expect(await officer.page(`/can-bo/cau-hoi/${id}`)).toContain("không nói về điều được hỏi");
    expect(await client.auditEntry.findMany({ where: { action: "question.seen" } })).toMatchObject([
      { subject: id },
    ]);
  }, 60_000);
});
