import type { EnterpriseLine, EnterpriseSheets } from "../../console/enterprises/records-port.ts";
import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import { sheetOf, writeXlsx } from "./xlsx.ts";

export function createEnterpriseSheets(): EnterpriseSheets {
  return {
    list: (lines) =>
      writeXlsx([
        sheetOf<EnterpriseLine>(
          "Cơ sở",
          [
            { kind: "text", header: "Tên", width: 40, value: ({ name }) => name },
            { kind: "text", header: "Loại hình", value: ({ kind }) => ENTERPRISE_KINDS[kind] },
            { kind: "text", header: "Mã số thuế", width: 16, value: ({ taxId }) => taxId },
            { kind: "text", header: "Xã, phường", value: ({ commune }) => commune },
            { kind: "day", header: "Ghi nhận", value: ({ createdAt }) => createdAt },
          ],
          lines,
        ),
      ]),
  };
}
