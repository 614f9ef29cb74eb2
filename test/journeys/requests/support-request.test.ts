import { expect, it } from "vitest";
import { answerRequest } from "../../../src/adapters/prisma/staff/requests.ts";
import { TEST_DAY } from "../../support/app.ts";
import { calendar } from "../../support/registry.ts";
import type { Person } from "../../support/person.ts";
import { asksInBetween, codeIn, eachWay, REQUEST, tells } from "./ways.ts";

const AT_WORK = { actor: "lan", now: TEST_DAY };

eachWay("a request for support", (given) => {
  const requests = () => given.database.client.supportRequest.findMany({ include: { entries: true } });

  async function sent(person: Person): Promise<string> {
    await tells(person, ...REQUEST, "gửi");
    return codeIn(person.heard);
  }

  it("goes from the first question to the answer of staff in the same chat", async () => {
    // Given the owner of a fish-sauce workshop who asks something else in the middle and corrects herself
    const ba = await given.someone();
    await ba.says("yeu cau ho tro");
    expect(ba.heard).toContain("Anh/chị cần hỗ trợ về việc gì?");
    await ba.picks("hệ thống quản lý");
    expect(ba.heard).toContain("xin phép dùng tên, số điện thoại");
    expect(await given.database.client.contact.count()).toBe(0);
    await tells(ba, "đồng ý", "Xưởng mắm 9 người, muốn làm ISO 22000");
    await ba.sendsFile("bao-bi.txt", "nhãn mắm");
    expect(ba.heard).toContain("Đã nhận 1 tệp: bao-bi.txt");
    await ba.picks("Xong");
    await asksInBetween(ba);
    await tells(ba, "hkd", "Mắm Cô Bà", "bỏ qua", "Phổ Thạnh");
    await ba.says("quay lại");
    expect(ba.heard).toContain("Đơn vị ở xã, phường nào?");
    await tells(ba, "Sa Huỳnh", "Võ Thị Ba", "0905 123 456");
    expect(ba.heard).toContain("Tên đơn vị: Mắm Cô Bà");
    await tells(ba, "sửa một mục", "tên đơn vị", "Mắm Cô Ba");
    expect(ba.heard).toContain("Tên đơn vị: Mắm Cô Ba");

    // When she sends it
    await ba.picks("Gửi yêu cầu");

    // Then it is there with its file, her consent and the words of the notice
    const code = codeIn(ba.heard);
    const [request] = await requests();
    expect(request).toMatchObject({ code, status: "received", submitterPhone: "0905123456" });
    expect(request?.entries.map(({ files }) => files).join()).toContain("bao-bi.txt");
    const [consent] = await given.database.client.consent.findMany();
    expect(consent).toMatchObject({ purpose: "registration", withdrawnAt: null });
    expect(consent?.wording).toContain("xin phép dùng tên, số điện thoại");
    expect(consent?.wording).toContain("tin nhắn 180 ngày");

    // And when staff answer, the words arrive in the chat and in her requests
    const answer = "Mời anh/chị gửi sơ đồ xưởng.";
    const desk = { database: given.database, calendar };
    expect(
      await answerRequest(desk, AT_WORK, { id: request?.id ?? "", revision: null }, answer, "needs_info"),
    ).toMatchObject({
      kind: "done",
    });
    const last = (await ba.lines()).at(-1);
    expect(last).toMatchObject({ from: "staff" });
    expect(last?.text).toContain(`Để xử lý yêu cầu ${code}, cán bộ cần anh/chị bổ sung:\n${answer}`);
    await ba.says("yêu cầu của tôi");
    expect(ba.heard).toContain("cán bộ cần anh/chị bổ sung thông tin");
    expect(ba.heard).toContain(answer);
    // The button under their words leads straight to the answer
    await ba.presses(last?.choices[0]?.value ?? "");
    expect(ba.heard).toContain("gõ điều cần bổ sung");
    await ba.says("Sơ đồ: một gian muối chượp, một gian đóng chai");
    expect(ba.heard).toContain(`Đã bổ sung vào yêu cầu ${code}`);
    expect((await requests())[0]?.status).toBe("in_progress");
    await ba.says("yêu cầu của tôi");
    expect(ba.heard).toContain("Bổ sung thứ Ba 24/11/2026: Sơ đồ");
  });

  it("waits while something else is done, and is taken up again", async () => {
    const ba = await given.someone();
    await tells(ba, ...REQUEST.slice(0, 8), "cần những gì", "nước mắm");
    await ba.picks("Bán online");
    expect(ba.heard).toContain("Nước mắm – Bán online");
    await ba.picks("Làm tiếp việc dở");
    expect(ba.heard).toContain("Đơn vị ở xã, phường nào?");
    await tells(ba, ...REQUEST.slice(8));
    expect(ba.heard).toContain("Mắm Cô Ba");
    await ba.says("gửi");
    expect(ba.choices.map(({ label }) => label)).not.toContain("Làm tiếp việc dở");
  });

  it("is one of its kind: the next is added to it; it can be withdrawn and opened again", async () => {
    const ba = await given.someone();
    const code = await sent(ba);
    await tells(ba, "yêu cầu hỗ trợ", "1", "Cần thêm người hướng dẫn tại xưởng", "không có", "gửi");
    expect(ba.heard).toContain(`đã có một yêu cầu cùng loại đang xử lý, mã ${code}`);
    await ba.picks("Bổ sung vào yêu cầu đó");
    await ba.says(code.toLowerCase());
    expect(ba.heard).toContain("Bổ sung thứ Ba 24/11/2026: Cần thêm người hướng dẫn tại xưởng");
    await ba.picks("Rút yêu cầu");
    await ba.says("quay lại");
    await ba.picks("Rút yêu cầu");
    await ba.picks("Rút yêu cầu này");
    expect(ba.heard).toContain(`Đã rút yêu cầu ${code}`);
    await ba.picks("Yêu cầu của tôi");
    await ba.picks("Mở lại");
    await ba.says("vì");
    expect(ba.heard).toContain("ít nhất 10 ký tự");
    await ba.says("Vì xưởng vẫn cần tư vấn");
    expect(ba.heard).toContain(`Đã mở lại yêu cầu ${code}`);
    expect(await requests()).toMatchObject([{ code, status: "in_progress" }]);
  });
});
