import { expect, it } from "vitest";
import type { ConversationState, OpenForm } from "../../../src/conversation/conversations.ts";
import { takeHold, sayAsStaff } from "../../../src/adapters/prisma/staff/holds.ts";
import { openClass, registersAlone, standing, upToWhoComes } from "../../support/events.ts";
import type { Person } from "../../support/person.ts";
import { by, deskOver } from "../../support/registry.ts";
import { eachWay, lastReply, tells } from "../requests/ways.ts";

/** Wednesday in office hours, and the evening of that day. */
const AT_WORK = new Date("2026-11-25T09:00:00+07:00");
const EVENING = new Date("2026-11-25T20:15:00+07:00");

const ASK_PHONE = "Số điện thoại để cán bộ gọi khi cần?";

eachWay("a registration that is interrupted", (given) => {
  /** Stands at the question for the phone. */
  async function halfWay(now: Date): Promise<Person> {
    await openClass(given.database);
    const person = await given.someone({ now: () => now });
    await tells(person, ...upToWhoComes().slice(0, -1));
    expect(person.heard).toBe(ASK_PHONE);
    return person;
  }

  async function finishes(person: Person): Promise<void> {
    await tells(person, "0905123456", "chỉ mình tôi", "không cần", "gửi");
    expect(person.heard).toContain("Có chỗ: Võ Thị Ba.");
  }

  it("answers a question in the middle, and passes on one that it cannot answer", async () => {
    const person = await halfWay(AT_WORK);
    await person.says("nhãn hàng hóa phải ghi những gì?");
    expect(person.replies.some(({ citations }) => citations.length > 0)).toBe(true);
    expect(lastReply(person)).toBe(`Ta làm tiếp nhé:\n${ASK_PHONE}`);

    await person.says("Nghị định 999/2031/NĐ-CP quy định gì?");
    expect(person.heard).toContain("chuyển câu hỏi cho cán bộ");
    expect(lastReply(person)).toBe(`Ta làm tiếp nhé:\n${ASK_PHONE}`);
    await person.picks("Chuyển câu hỏi cho cán bộ");
    expect(person.heard).toMatch(/^Đã chuyển câu hỏi cho cán bộ, mã YC-[A-Z0-9]+\./u);
    expect(person.heard).toContain(`Ta làm tiếp nhé:\n\n${ASK_PHONE}`);
    await finishes(person);
    const [request] = await given.database.client.supportRequest.findMany();
    expect(request?.description).toContain("999/2031/NĐ-CP");
  });

  it("steps back without losing anything, stops, and leaves nothing behind", async () => {
    const person = await halfWay(AT_WORK);
    await person.says("quay lại");
    expect(person.heard).toContain("(Đang ghi: Người liên hệ: Võ Thị Ba)");
    await person.picks("Giữ như đã ghi");
    expect(person.heard).toBe(ASK_PHONE);
    await tells(person, "quay lai", "Võ Thị Bốn");
    await tells(person, "0905123456", "chỉ mình tôi", "không cần");
    expect(person.heard).toContain("Người liên hệ: Võ Thị Bốn");
    await tells(person, "sửa tên đơn vị", "Mắm Cô Bốn");
    expect(person.heard).toContain("Tên đơn vị: Mắm Cô Bốn");

    await person.says("hủy");
    expect(person.heard).toContain("Đã dừng, chưa có gì được gửi đi.");
    await person.says("gửi");
    expect(await standing(given.database)).toEqual([]);
    await person.says("hủy");
    expect(person.heard).toContain("Hiện không có việc nào đang làm dở.");
  });

  it("goes on after something else was done in between", async () => {
    const person = await halfWay(AT_WORK);
    await tells(person, "theo dõi", "hủy");
    await person.picks("Làm tiếp việc dở");
    expect(person.heard).toBe(`Việc làm dở lúc nãy vẫn còn, ta làm tiếp nhé:\n${ASK_PHONE}`);
    await finishes(person);
  });

  it("is silent while staff have the conversation, and goes on when they are not waited for any more", async () => {
    const person = await halfWay(AT_WORK);
    await person.says("gặp cán bộ");
    expect(person.heard).toMatch(/^Đã báo cán bộ, mã YC-[A-Z0-9]+\. Trong lúc chờ tôi xin im lặng/u);
    await person.says("alo có ai không");
    expect(person.replies).toEqual([]);

    const { desk } = deskOver(given.database);
    const { id } = await given.database.client.conversation.findFirstOrThrow();
    await takeHold(desk, { ...by, now: AT_WORK }, id);
    await sayAsStaff(desk, { ...by, now: AT_WORK }, id, { text: "Chào chị, em là Lan ở Sở ạ." });
    const said = (await person.lines()).at(-1);
    expect([said?.from, said?.text]).toEqual(["staff", "Chào chị, em là Lan ở Sở ạ."]);
    await person.says("0905123456");
    expect(person.replies).toEqual([]);

    await person.says("thôi chờ");
    expect(person.heard).toBe(
      `Vâng, tôi trả lời tiếp đây. Yêu cầu gặp cán bộ vẫn được giữ.\n\nTa làm tiếp nhé:\n\n${ASK_PHONE}`,
    );
    await finishes(person);
  });

  it("says when staff are there again, and keeps the form going meanwhile", async () => {
    const person = await halfWay(EVENING);
    await person.says("gặp cán bộ");
    expect(person.heard).toContain(
      "Cán bộ chưa trực (giờ làm việc: 7h–11h30, 13h30–17h, thứ Hai đến thứ Sáu)",
    );
    expect(person.heard).toContain("chậm nhất thứ Tư 2/12/2026 sẽ có người trả lời tại đây");
    expect(person.heard).toContain(`Ta làm tiếp nhé:\n\n${ASK_PHONE}`);
    await finishes(person);
  });

  /** What another release of the service would have left in the database. */
  async function changesForm(change: (form: OpenForm) => OpenForm): Promise<void> {
    const { client } = given.database;
    const row = await client.conversation.findFirstOrThrow();
    const state = JSON.parse(row.state) as ConversationState;
    if (!state.form) throw new Error("no form is open");
    await client.conversation.update({
      where: { id: row.id },
      data: { state: JSON.stringify({ ...state, form: change(state.form) }) },
    });
  }

  it("reads a number against the last menu only, and says so of an old button", async () => {
    await openClass(given.database);
    const person = await given.someone({ now: () => AT_WORK });
    await person.says("2");
    expect(person.heard).toContain("Anh/chị gõ “2” nhưng hiện không có danh sách nào để chọn theo số.");
    await person.says("2");
    expect(person.heard).toContain("Đang có 1 lớp");
    await tells(person, "DK 12", "1");
    expect(person.heard).toBe("Đơn vị của anh/chị là loại hình nào?");
    const [, , , , household] = person.choices;
    await person.says("9");
    expect(person.heard).toContain("Anh/chị chọn một loại hình bên dưới giúp nhé");
    await person.says("số 5");
    expect(person.heard).toContain("Tên hộ kinh doanh hoặc cơ sở là gì?");

    await person.presses(household?.value ?? "");
    expect(person.heard).toContain("Mục này thuộc danh sách cũ, không còn dùng được.");
    expect(person.heard).toContain("Tên hộ kinh doanh hoặc cơ sở là gì?");
    // A number where words are asked for is no choice of the menu before.
    await person.says("1");
    expect(person.heard).not.toContain("Mã số thuế của hộ");
    await person.says("Mắm Cô Ba");
    expect(person.heard).toContain("Mã số thuế của hộ");
  });

  it("says back what was typed into a form of an older version", async () => {
    const person = await halfWay(AT_WORK);
    await changesForm((form) => ({ ...form, version: form.version - 1 }));
    await person.says("0905123456");
    expect(person.replies[0]?.text.split("\n").slice(0, 3)).toEqual([
      "Xin lỗi anh/chị, mẫu này vừa được đổi nên cần bắt đầu lại.",
      "Những gì anh/chị đã nhập:",
      expect.stringContaining("Lớp: Áp dụng mã số mã vạch"),
    ]);
    expect(person.heard).toContain("Tên đơn vị: Mắm Cô Ba");
    expect(person.heard).toContain("Người liên hệ: Võ Thị Ba");
    expect(person.heard).not.toContain("ho_kinh_doanh");
    expect(lastReply(person)).toContain("Anh/chị muốn đăng ký lớp nào?");
    await tells(person, "12", ...registersAlone().slice(1));
    expect(person.heard).toContain("Có chỗ: Võ Thị Ba.");
  });

  it("says back what was typed into a form that is no more", async () => {
    const person = await halfWay(AT_WORK);
    await changesForm((form) => ({ ...form, name: "dang_ky_cu" }));
    await person.says("0905123456");
    expect(person.heard).toBe(
      [
        "Xin lỗi anh/chị, việc đang làm dở không còn làm tiếp được.",
        "Những gì anh/chị đã nhập:",
        "- Mắm Cô Ba",
        "- phường Sa Huỳnh",
        "- Võ Thị Ba",
      ].join("\n"),
    );
    await tells(person, ...registersAlone());
    expect(person.heard).toContain("Có chỗ: Võ Thị Ba.");
  });
});
