import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fold } from "../../../src/search/index.ts";
import { canaries } from "../../support/canaries.ts";
import { oneDatabase } from "../../support/database.ts";
import { talkWithModel, type Talk } from "../../support/model/talk.ts";

/** What no request may hold, in any spelling. */
const PRIVATE = [
  canaries.person,
  canaries.submitter,
  canaries.household,
  canaries.phone,
  "905 123 456",
  canaries.taxId,
  canaries.identityNumber,
  canaries.eMail,
  "Nguyễn Thị Bí Mật",
].map((words) => fold(words.toLowerCase()));

const given = oneDatabase();
let talk: Talk;
beforeAll(async () => {
  talk = await talkWithModel(given.database);
});
afterAll(() => talk.end());

describe("what the model's server hears", () => {
  it("holds none of the personal data that people write or gave in forms", async () => {
    const { person, server } = talk;
    const asked = [
      `${canaries.privateWords}, mã vạch mất bao nhiêu tiền?`,
      `em là chủ, tên em là ${canaries.person}, sđt ${canaries.phone}, mst ${canaries.taxId}: nhãn hàng hóa phải ghi những gì`,
      `cccd ${canaries.identityNumber} mail ${canaries.eMail} hỏi truy xuất nguồn gốc có bắt buộc không`,
      `so dien thoai 0905 123 456 hoi ma vach nop ho so o dau`,
      "thế còn phí thì sao",
    ];
    for (const words of asked) await person.says(words);
    const bodies = server.received.map(({ body }) => fold(body.normalize("NFC").toLowerCase()));
    expect(bodies.length).toBeGreaterThan(3);
    for (const words of PRIVATE) expect(bodies.filter((body) => body.includes(words))).toEqual([]);
  });

  it("stays stored as it was written: only what leaves is stripped", async () => {
    const rows = await given.database.client.askedQuestion.findMany();
    expect(rows.some(({ question }) => question.includes(canaries.phone))).toBe(true);
  });
});
