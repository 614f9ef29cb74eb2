import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Entry, Lexicon } from "../../../src/search/index.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** The sentences the product ships. */
export const everyday = readFileSync(join(ROOT, "knowledge/van-noi-thuong-ngay.txt"), "utf8");

/** The project's own knowledge, cut at its headings; sample questions are left out. */
export function knowledgeEntries(): Entry[] {
  return ["van-ban", "huong-dan"].flatMap((folder) =>
    readdirSync(join(ROOT, "knowledge", folder))
      .filter((file) => file.endsWith(".md"))
      .sort()
      .flatMap((file) => sections(file, readFileSync(join(ROOT, "knowledge", folder, file), "utf8"))),
  );
}

function sections(file: string, content: string): Entry[] {
  const name = /^tên: *(.*)$/m.exec(content)?.[1] ?? file;
  const [, ...parts] = content.split(/^## /m);
  return parts.map((part, number) => {
    const [heading = "", ...lines] = part.split("\n");
    const text = lines.filter((line) => !line.startsWith(">")).join("\n");
    return { id: `${file}#${number}`, title: `${name} | ${heading}`, text };
  });
}

/** A handful of invented sections, small enough to see what a test is about. */
export const entries: readonly Entry[] = [
  {
    id: "ma-vach-phi",
    title: "Thông tư 232/2016/TT-BTC phí mã số mã vạch | Phí duy trì hằng năm",
    text: "Phí duy trì mã vạch loại 10 số là 500.000 đồng một năm.\n\nNộp chậm nhất ngày 30/6 hằng năm.",
    questions: ["ma vach dong bao nhieu mot nam", "đóng tiền mã vạch hằng năm mấy triệu"],
  },
  {
    id: "ma-vach-bao-lau",
    title: "Nghị định 37/2026/NĐ-CP mã số mã vạch | Bao lâu có mã",
    text: "- Thiếu hồ sơ: cơ quan báo trong 01 ngày làm việc.\n- Đủ hồ sơ: cấp bản điện tử trong 07 ngày làm việc.",
  },
  {
    id: "nhan",
    title: "Nghị định 37/2026/NĐ-CP nhãn hàng hóa | Địa chỉ cũ trên nhãn",
    text: "Nhãn đã in theo địa chỉ cũ trước khi sắp xếp đơn vị hành chính được dùng tiếp.\n\nDoanh nghiệp không phải hủy bao bì.",
  },
  {
    id: "ho-tro",
    title: "Kế hoạch 11/KH-UBND năng suất chất lượng | Kinh phí thực hiện",
    text: "Doanh nghiệp được hỗ trợ kinh phí áp dụng hệ thống quản lý và công cụ cải tiến năng suất chất lượng.",
  },
  {
    id: "htx",
    title: "Nghị định 113/2024/NĐ-CP chính sách hợp tác xã | Hạ tầng",
    text: "Hợp tác xã được hỗ trợ đầu tư hạ tầng, trang thiết bị phục vụ sản xuất.",
  },
  {
    id: "truy-xuat",
    title: "Truy xuất nguồn gốc | Khái niệm",
    text: "Nhiều cơ sở hỏi về truy xuất nguồn gốc.\n\n1. Truy xuất nguồn gốc là khả năng theo dõi sản phẩm qua từng công đoạn.",
  },
];

export const lexicon: Lexicon = {
  abbreviations: new Map([
    ["NSCL", ["năng suất chất lượng"]],
    ["HTX", ["hợp tác xã"]],
    ["kh&cn", ["khoa học và công nghệ"]],
    ["dn", ["doanh nghiệp", "điện năng"]],
  ]),
  chatWords: new Map([
    ["hong", ["không"]],
    ["dc", ["được"]],
    ["j", ["gì"]],
    ["bn", ["bao nhiêu"]],
  ]),
  synonyms: [["cho tiền", "hỗ trợ kinh phí"]],
};

/** The folder of the legal benchmark, or null with a line that says why tests over it are skipped. */
export function benchmarkFolder(): string | null {
  const given = process.env["NSCL_BENCH_DIR"] ?? resolve(ROOT, "../shared/bench");
  const found = [given, join(given, "vnlegal")].find((folder) => existsSync(join(folder, "corpus.jsonl")));
  if (found === undefined)
    console.warn(`Benchmark tests skipped: no corpus.jsonl at ${given} (set NSCL_BENCH_DIR).`);
  return found ?? null;
}
