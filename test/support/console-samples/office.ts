import { createBreaches } from "../../../src/adapters/prisma/console/breaches.ts";
import { newId } from "../../../src/adapters/prisma/ids.ts";
import { createDataRequestActions } from "../../../src/adapters/prisma/staff/data-request-actions.ts";
import { takeInNeeds } from "../../../src/adapters/prisma/staff/needs-uploads.ts";
import type { NeedRow } from "../../../src/console/partner/read-rows.ts";
import { TEST_DAY } from "../app.ts";
import type { TestConsole } from "../console.ts";
import { calendar, enterprise } from "../registry.ts";

/** An association that handed in a list, a member of it with somebody to call, a request about data, a breach. */
export async function officeSamples({ database, member }: TestConsole) {
  const desk = { database, calendar };
  const by = { actor: "lan", now: TEST_DAY };
  const { associationId } = await member("partner");
  if (associationId === null) throw new Error("a partner has an association");
  const rows = ["Cơ sở mắm Sa Huỳnh", "Hợp tác xã Tỏi Lý Sơn", "Tổ hợp tác Quế Trà Bồng"].map(
    (name, at): NeedRow => ({
      line: at + 2,
      enterprise: enterprise({ name }),
      person: { name: "Bùi Thị Liên Hệ", phone: `090500000${at}` },
      topic: at === 0 ? "ma_vach" : "truy_xuat",
      year: 2026,
      quarter: at === 2 ? null : 4,
      people: 3,
      note: "",
      warnings: [],
    }),
  );
  const refused = [{ line: 5, cells: ["Hội mẫu"], reasons: ["SĐT: Số điện thoại thiếu 1 số"] }];
  const list = { good: rows, refused };
  const taken = await takeInNeeds(desk, by, associationId, { fileName: "nhu-cau.xlsx", list });
  const { contactId, enterpriseId } = await database.client.enterpriseContact.findFirstOrThrow();
  const actions = createDataRequestActions(desk);
  const opened = await actions.open(by, contactId, "correct");
  const toErase = await actions.open(by, contactId, "erase");
  if (opened.kind !== "opened" || toErase.kind !== "opened") throw new Error("no request was opened");
  const breach = await createBreaches(desk).record(by, {
    ...{ discoveredAt: TEST_DAY, occurredAt: null, reportedAt: null, closedAt: null },
    description: `Gửi nhầm danh sách ${newId().slice(-4)}`,
    ...{ dataKinds: "Họ tên", people: 12, consequences: "", measures: "Đã thu hồi" },
  });
  return {
    "/can-bo/hoi/lan-gui/:id": `/can-bo/hoi/lan-gui/${taken.id}`,
    "/can-bo/hiep-hoi/:id": `/can-bo/hiep-hoi/${associationId}`,
    "/can-bo/du-lieu/yeu-cau/:id": `/can-bo/du-lieu/yeu-cau/${opened.id}`,
    "/can-bo/du-lieu/yeu-cau/:id/xoa": `/can-bo/du-lieu/yeu-cau/${toErase.id}/xoa`,
    "/can-bo/du-lieu/vi-pham/:id": `/can-bo/du-lieu/vi-pham/${breach}`,
    "/can-bo/du-lieu/vi-pham/:id/sua": `/can-bo/du-lieu/vi-pham/${breach}/sua`,
    "/can-bo/co-so/:id": `/can-bo/co-so/${enterpriseId}`,
    "/can-bo/co-so/:id/sua": `/can-bo/co-so/${enterpriseId}/sua`,
  };
}
