import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canaries } from "../../support/canaries.ts";
import { oneDatabase } from "../../support/database.ts";
import { talkWithModel, type Talk } from "../../support/model/talk.ts";
import { personalIn } from "../../support/personal.ts";
import { REQUEST, tells } from "../requests/ways.ts";

// The double looks into all it receives, in every test, and ends with an error where it finds personal data.
const given = oneDatabase();
let talk: Talk;
beforeAll(async () => {
  talk = await talkWithModel(given.database);
});
afterAll(() => talk.end());

const sent = () => talk.server.received.map(({ body }) => body).join("\n");

describe("what the model's server hears", () => {
  it("holds none of the personal data that people write into their questions", async () => {
    const { person, server } = talk;
    await tells(
      person,
      `${canaries.privateWords}, mã vạch mất bao nhiêu tiền?`,
      `em là chủ, tên em là ${canaries.person}, sđt ${canaries.phone}, mst ${canaries.taxId}: nhãn hàng hóa phải ghi những gì`,
      `cccd ${canaries.identityNumber} mail ${canaries.eMail} hỏi truy xuất nguồn gốc có bắt buộc không`,
      `so dien thoai 0905 123 456 hoi ma vach nop ho so o dau`,
      "thế còn phí thì sao",
    );
    expect(server.received.length).toBeGreaterThan(3);
    expect(personalIn(sent())).toEqual([]);
  });

  it("stays stored as it was written: only what leaves is stripped", async () => {
    const rows = await given.database.client.askedQuestion.findMany();
    expect(rows.some(({ question }) => question.includes(canaries.phone))).toBe(true);
  });

  it("holds nothing that was typed into a form, in its middle or ever after", async () => {
    const { person, server } = talk;
    person.startsAnew();
    server.received.length = 0;
    const { taxId, sentence, identityNumber, eMail } = canaries;
    const answers = new Map<string, string>([
      ["bỏ qua", taxId],
      [sentence, `${sentence}, căn cước ${identityNumber}, thư ${eMail}`],
    ]);
    await tells(person, ...REQUEST.map((words) => answers.get(words) ?? words));
    // In the middle of it words are for the form, so that no model reads them, not even a question.
    await person.says(`${canaries.person} hỏi: mã vạch mất bao nhiêu tiền?`);
    expect(server.received).toEqual([]);
    await person.picks("Gửi yêu cầu");
    expect(person.heard).toContain("YC-");

    // Known from the form now: their names go nowhere, however they are written.
    await tells(
      person,
      `${canaries.household} của ${canaries.person} đăng ký mã vạch mất bao nhiêu tiền?`,
      "vo thi ba o mam co ba hoi nhan hang hoa phai ghi nhung gi",
      `${canaries.person.toUpperCase()}: mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp? gọi ${canaries.phone}`,
    );
    expect(server.received.length).toBeGreaterThan(2);
    expect(personalIn(sent())).toEqual([]);
  });
});

it("a leak would be found, however it is written", () => {
  for (const [kind, words] of [
    ["person", "Võ Thị Ba"],
    ["person", "vo thi ba"],
    ["person", "Võ Thị Ba".normalize("NFD")],
    ["phone", "gọi 0905 123 456"],
    ["taxId", "4300.205.943"],
    ["household", "MẮM CÔ BA"],
  ] as const)
    expect(personalIn(JSON.stringify({ content: words }))).toContain(kind);
});
