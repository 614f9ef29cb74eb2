import { COLUMN_KEYS, COLUMNS, QUARTERS, type ColumnKey } from "../../console/partner/columns.ts";
import { NEED_TOPICS } from "../../registry/need-topics.ts";
import type { NeedSheets } from "../../console/partner/port.ts";
import type { RefusedRow } from "../../console/partner/read-rows.ts";
import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import { readXlsx } from "./read-xlsx.ts";
import { sheetOf, writeXlsx, type Sheet } from "./xlsx.ts";
import type { SheetColumn } from "../../console/kit/sheet.ts";
import { withDropDowns, type DropDown } from "./drop-downs.ts";

const LAST_ROW = 2_001;

const NAMES = { list: "Nhu cầu", choices: "Danh mục", guide: "Hướng dẫn" } as const;

const GUIDE: readonly string[] = [
  "Mỗi dòng là một nhu cầu: một đơn vị, một nội dung, một năm. Đơn vị cần hai nội dung thì ghi hai dòng.",
  "Bắt buộc: tên đơn vị, loại hình, xã (phường, đặc khu), nội dung, năm. Các cột khác để trống được.",
  "Loại hình, nội dung, quý: chọn trong danh sách xổ xuống của ô.",
  "Xã, phường: ghi tên mới, hoặc tên cũ kèm huyện cũ.",
  "Mã số thuế: 10, 12 hoặc 13 số. SĐT: 10 số, máy bàn 11 số bắt đầu bằng 02.",
  "Ghi người liên hệ thì ghi cả tên và SĐT, và chỉ khi người đó đã đồng ý.",
  "Không dùng công thức; dán dữ liệu dạng giá trị. Tối đa 2.000 dòng một lần.",
  "Gửi lại cùng một danh sách thì không có gì thay đổi; dòng sai được trả về kèm lý do.",
];

/** The list of needs as a spreadsheet: the empty template, what comes in, and what goes back. */
export function createNeedSheets(): NeedSheets {
  return {
    read: readXlsx,
    template: async (year) =>
      withDropDowns(await writeXlsx([listSheet([]), choicesSheet(), guideSheet()]), dropDowns(year)),
    refused: async ({ refused }) =>
      withDropDowns(
        await writeXlsx([listSheet(refused), choicesSheet()]),
        dropDowns(new Date().getUTCFullYear()),
      ),
  };
}

function listSheet(refused: readonly RefusedRow[]): Sheet {
  const columns = COLUMN_KEYS.map((key, at): SheetColumn<RefusedRow> => ({
    kind: "text",
    header: COLUMNS[key].required ? `${COLUMNS[key].header} (bắt buộc)` : COLUMNS[key].header,
    width: COLUMNS[key].width,
    value: ({ cells }) => cells[at] ?? null,
  }));
  const reasons: readonly SheetColumn<RefusedRow>[] = [
    { kind: "text", header: "Cần sửa", width: 60, value: (row) => row.reasons.join("; ") },
    { kind: "number", header: "Dòng trong tệp đã gửi", value: ({ line }) => line },
  ];
  return sheetOf(NAMES.list, refused.length === 0 ? columns : [...columns, ...reasons], refused);
}

const KINDS = Object.values(ENTERPRISE_KINDS);
const TOPIC_LABELS = Object.values(NEED_TOPICS);

function choicesSheet(): Sheet {
  const rows = Array.from({ length: Math.max(KINDS.length, TOPIC_LABELS.length) }, (_, at) => at);
  const column = (header: string, values: readonly string[]): SheetColumn<number> => ({
    kind: "text",
    header,
    width: 40,
    value: (at) => values[at] ?? null,
  });
  return sheetOf(
    NAMES.choices,
    [column(COLUMNS.kind.header, KINDS), column(COLUMNS.topic.header, TOPIC_LABELS)],
    rows,
  );
}

function guideSheet(): Sheet {
  return sheetOf(
    NAMES.guide,
    [{ kind: "text", header: "Cách điền", width: 110, value: (words: string) => words }],
    GUIDE,
  );
}

function dropDowns(year: number): readonly DropDown[] {
  const cells = (key: ColumnKey) => {
    const letter = String.fromCharCode(65 + COLUMN_KEYS.indexOf(key));
    return `${letter}2:${letter}${LAST_ROW}`;
  };
  const years = Array.from({ length: 3 }, (_, at) => String(year + at));
  return [
    { cells: cells("kind"), from: `'${NAMES.choices}'!$A$2:$A$${KINDS.length + 1}`, hint: "Chọn loại hình." },
    {
      cells: cells("topic"),
      from: `'${NAMES.choices}'!$B$2:$B$${TOPIC_LABELS.length + 1}`,
      hint: "Chọn một nội dung.",
    },
    { cells: cells("year"), from: `"${years.join(",")}"`, hint: "Năm cần tập huấn." },
    { cells: cells("quarter"), from: `"${QUARTERS.join(",")}"`, hint: "Quý, nếu đã biết." },
  ];
}
