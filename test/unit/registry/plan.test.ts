import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ANNEX_ITEMS, PLAN_11 } from "../../../src/registry/plan.ts";
import { repository } from "../../support/knowledge.ts";

const document = readFileSync(join(repository, "knowledge/van-ban/kh-11-2021.md"), "utf8").replaceAll(
  "*",
  "",
);

it("sets the targets that the knowledge tells of, and no other", () => {
  const values = (metric: string) =>
    PLAN_11.targets.filter((one) => one.metric === metric).map(({ year, value }) => [year, value]);
  expect(document).toContain("Mỗi năm ít nhất 30 doanh nghiệp được hỗ trợ");
  expect(document).toContain("Đến năm 2025 ít nhất 10 doanh nghiệp xây dựng mô hình điểm");
  expect(values("supported_enterprises")).toEqual([2021, 2022, 2023, 2024, 2025].map((year) => [year, 30]));
  expect(values("pilot_models")).toEqual([[2025, 10]]);
});

it("names the items of the annex as the knowledge does", () => {
  const known = [...document.matchAll(/^## Phụ lục dòng (\d) \| (.+)$/gm)].map(([, item = ""]) => item);
  expect(known).toEqual(Object.keys(ANNEX_ITEMS));
});
