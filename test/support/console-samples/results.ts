import { fillResults } from "../../../src/adapters/prisma/demo/fill-results.ts";
import { newId } from "../../../src/adapters/prisma/ids.ts";
import { createReportActions } from "../../../src/adapters/prisma/staff/reports.ts";
import { yearPeriod } from "../../../src/registry/report/period.ts";
import { TEST_DAY } from "../app.ts";
import { deskOver } from "../registry.ts";
import type { TestConsole } from "../console.ts";

const TRADES = ["Công ty cơ khí Mẫu", "Hợp tác xã rau Mẫu", "Cơ sở nước mắm Mẫu"] as const;
const KINDS = ["doanh_nghiep", "htx", "ho_kinh_doanh"] as const;

/** What the pages of results, pilot models, activities and reports show. */
export async function resultSamples({ database }: TestConsole) {
  const { client } = database;
  const { desk } = deskOver(database);
  const by = { actor: "mau", now: TEST_DAY };
  const ids = Array.from({ length: 12 }, () => newId());
  await client.enterprise.createMany({
    data: ids.map((id, at) => ({
      id,
      kind: KINDS[at % 3] ?? "khac",
      name: `${TRADES[at % 3] ?? ""} ${at + 1}`,
      searchText: `mau ${at + 1}`,
      communeText: at % 2 === 0 ? "Tịnh Khê" : "Lý Sơn",
      createdAt: TEST_DAY,
      updatedAt: TEST_DAY,
    })),
  });
  await fillResults(desk, by, ids);
  const report = await createReportActions(desk).begin(by, yearPeriod(2026));
  const result = await client.supportResult.findFirstOrThrow({ where: { status: "recorded" } });
  const pilot = await client.pilotModel.findFirstOrThrow({ where: { status: "monitored" } });
  const activity = await client.activity.findFirstOrThrow();
  await client.askedQuestion.createMany({
    data: Array.from({ length: 30 }, (_, at) => ({
      id: newId(),
      messageId: `mau-${at}`,
      channel: at % 3 === 0 ? "web" : "telegram",
      question: "",
      searchText: "",
      route: "search",
      outcome: at % 4 === 0 ? "unanswerable" : "answered",
      confidence: 0.5,
      topic: at % 2 === 0 ? "ma-so-ma-vach" : "nscl",
      answer: "",
      askedAt: new Date(TEST_DAY.getTime() - at * 5 * 86_400_000),
      tookMs: 400 + at * 35,
      rating: at % 5 === 0 ? "good" : null,
      gap: at % 4 === 0 ? "open" : null,
    })),
  });
  return {
    "/can-bo/so-lieu/:set": "/can-bo/so-lieu/supported?nam=2026",
    "/can-bo/so-lieu/:set/tai-ve": "/can-bo/so-lieu/supported/tai-ve?nam=2026",
    "/can-bo/ket-qua/:id": `/can-bo/ket-qua/${result.id}`,
    "/can-bo/ket-qua/moi": `/can-bo/ket-qua/moi?co_so=${ids[0] ?? ""}`,
    "/can-bo/mo-hinh/:id": `/can-bo/mo-hinh/${pilot.id}`,
    "/can-bo/mo-hinh/moi": "/can-bo/mo-hinh/moi",
    "/can-bo/hoat-dong/:id": `/can-bo/hoat-dong/${activity.id}`,
    "/can-bo/bao-cao/:id": `/can-bo/bao-cao/${report.id}`,
    "/can-bo/bao-cao/:id/chot": `/can-bo/bao-cao/${report.id}/chot`,
    "/can-bo/bao-cao/:id/docx": `/can-bo/bao-cao/${report.id}/docx`,
    "/can-bo/bao-cao/:id/xlsx": `/can-bo/bao-cao/${report.id}/xlsx`,
    "/can-bo/bao-cao/:id/trich": `/can-bo/bao-cao/${report.id}/trich?gui=iv2`,
  };
}
