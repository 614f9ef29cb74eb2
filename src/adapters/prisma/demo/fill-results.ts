import { isoDay, readDay } from "../../../console/kit/when.ts";
import { yearOf } from "../../../registry/report/period.ts";
import { newId } from "../ids.ts";
import { createActivityActions } from "../staff/activities.ts";
import type { By, Desk } from "../staff/act.ts";
import { createPilotActions } from "../staff/pilots.ts";
import { createResultActions } from "../staff/results.ts";
import { ACTIVITIES, NEEDS, PILOTS, RESULTS } from "./demo-results.ts";

/** Sizes, branches and stars that nothing asks for in the chat yet. */
const SIZES = ["sieu_nho", "nho", "vua", null] as const;
const SECTORS = ["Chế biến thực phẩm", "Trồng trọt", "Cơ khí", null] as const;

/** What was reached: results, pilot models, activities and needs of the invented enterprises, in their order. */
export async function fillResults(desk: Desk, by: By, enterpriseIds: readonly string[]): Promise<void> {
  const { client } = desk.database;
  const thisYear = yearOf(isoDay(by.now));
  const enterprise = (at: number) => enterpriseIds[at % enterpriseIds.length] ?? "";
  const inYear = (yearsAgo: number) => readDay(`${thisYear - yearsAgo}-01-15`) ?? by.now;

  for (const [at, id] of enterpriseIds.entries()) {
    const details = { size: SIZES[at % 4] ?? null, sector: SECTORS[at % 4] ?? null };
    await client.enterprise.update({
      where: { id },
      data: { ...details, ocopStars: at % 6 === 1 ? 3 : null },
    });
  }

  const results = createResultActions(desk);
  for (const { at, yearsAgo, status, ...kept } of RESULTS) {
    const recorded = await results.record(by, enterprise(at), null, {
      ...kept,
      year: thisYear - yearsAgo,
      startedAt: null,
      finishedAt: inYear(yearsAgo),
      contract: null,
      evidence: "Biên bản nghiệm thu demo",
    });
    if (recorded.kind !== "recorded") continue;
    if (status === "confirmed") await results.confirm(by, recorded.id, 0);
    if (status === "voided") await results.void(by, recorded.id, 0, "Ghi nhầm (demo)");
  }

  const pilots = createPilotActions(desk);
  for (const { at, yearsAgo, way, inspections, title, standard } of PILOTS) {
    const details = { title, standard, year: thisYear - yearsAgo, evidence: null };
    const proposed = await pilots.propose(by, enterprise(at), details);
    if (proposed.kind !== "done") continue;
    for (const [revision, to] of way.entries()) await pilots.move(by, proposed.id, revision, to);
    for (let count = 0; count < inspections; count += 1)
      await pilots.inspect(by, proposed.id, {
        at: inYear(yearsAgo),
        findings: "Đạt yêu cầu (demo).",
        by: "Đoàn kiểm tra demo",
      });
  }

  const activities = createActivityActions(desk);
  for (const { yearsAgo, ...details } of ACTIVITIES)
    await activities.add(by, { ...details, year: thisYear - yearsAgo });

  await client.trainingNeed.createMany({
    data: NEEDS.map(({ at, met, ...need }) => ({
      ...need,
      id: newId(),
      enterpriseId: enterprise(at),
      year: thisYear,
      metAt: met ? by.now : null,
      createdAt: by.now,
    })),
  });
}
