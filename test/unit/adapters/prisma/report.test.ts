import { join } from "node:path";
import { expect, it } from "vitest";
import { readCommunes } from "../../../../src/adapters/files/communes-file.ts";
import { fillDemo } from "../../../../src/adapters/prisma/demo/fill.ts";
import { createFactSource } from "../../../../src/adapters/prisma/console/report-facts.ts";
import { createReports } from "../../../../src/adapters/prisma/console/reports.ts";
import { recordAttendance } from "../../../../src/adapters/prisma/staff/attendance.ts";
import { createCertificateActions } from "../../../../src/adapters/prisma/staff/certificates.ts";
import { createReportActions } from "../../../../src/adapters/prisma/staff/reports.ts";
import { createResultActions } from "../../../../src/adapters/prisma/staff/results.ts";
import { figureOf, rowsOf, type FigureRef } from "../../../../src/registry/report/figure-rows.ts";
import { yearPeriod } from "../../../../src/registry/report/period.ts";
import { reportSections } from "../../../../src/registry/report/sections.ts";
import { targetInWords, targetLines } from "../../../../src/registry/report/targets.ts";
import { eachDatabase } from "../../../support/database.ts";
import { repository } from "../../../support/knowledge.ts";
import { by, DAY, deskOver, enterprise, later, NOW, people } from "../../../support/registry.ts";

const YEAR = yearPeriod(2026);

/** Counted by hand from demo-results.ts: the places of the enterprises say what kind they are of. */
const BY_HAND: readonly [ref: FigureRef, here: number, before: number][] = [
  [{ set: "supported" }, 5, 2],
  [{ set: "supported", theo: "pham_vi", la: "doanh_nghiep" }, 2, 1],
  [{ set: "supported", theo: "pham_vi", la: "ca_htx" }, 4, 2],
  [{ set: "supported", theo: "loai", la: "ho_kinh_doanh" }, 1, 0],
  [{ set: "results" }, 6, 2],
  [{ set: "results", theo: "nhom", la: "chung_nhan" }, 2, 0],
  [{ set: "recorded" }, 1, 0],
  [{ set: "pilots", theo: "pham_vi", la: "doanh_nghiep" }, 1, 0],
  [{ set: "pilots", theo: "pham_vi", la: "ca_htx" }, 2, 1],
  [{ set: "pilot_work", theo: "tinh_trang", la: "monitored" }, 1, 0],
  [{ set: "inspections" }, 3, 1],
  [{ set: "activities" }, 6, 0],
  [{ set: "activities", theo: "viec", la: "4" }, 1, 0],
  [{ set: "needs" }, 5, 0],
  [{ set: "needs", theo: "dap_ung|nguon", la: "roi|Liên minh Hợp tác xã (demo)" }, 2, 0],
  [{ set: "requests" }, 18, 0],
  [{ set: "money" }, 213_000_000, 12_000_000],
  [{ set: "money", theo: "nguon", la: "ngan_sach_tinh" }, 158_000_000, 12_000_000],
  [{ set: "money", theo: "nguon|khoan", la: "co_so|ket_qua" }, 35_000_000, 0],
];

eachDatabase("the report", (given) => {
  const demo = async () => {
    const { desk } = deskOver(given.database);
    await fillDemo(desk, await readCommunes(join(repository, "knowledge")), NOW);
    return { desk, source: createFactSource(given.database) };
  };

  it("given the demo data, then its figures are those counted by hand", { timeout: 120_000 }, async () => {
    const { source } = await demo();
    const facts = await source.facts(YEAR, NOW);
    const counted = BY_HAND.map(([ref]) => [
      ref,
      figureOf(ref, facts, YEAR),
      figureOf(ref, facts, yearPeriod(2025)),
    ]);
    expect(counted).toEqual(BY_HAND);
  });

  it("given classes that took place, then their people and enterprises are those counted by hand", async () => {
    const { desk, event, person } = deskOver(given.database);
    const { client } = given.database;
    const after = { ...by, now: later(11 * DAY) };
    const [an, binh] = [await person("an"), await person("binh")];
    const held = (keyword: string) => event({ keyword, title: `Lớp ${keyword}`, capacity: 3 });
    const [first, second, open] = [await held("31"), await held("32"), await held("33")];
    // Three have a seat in the first class, one waits; in the second there are people of two enterprises.
    await an.registers(first, people(4, "An"), { enterprise: enterprise({ name: "HTX An" }) });
    await an.registers(second, people(1, "An"), { enterprise: enterprise({ name: "HTX An" }) });
    await binh.registers(second, people(2, "Bình"), { enterprise: enterprise({ name: "HTX Bình" }) });
    await binh.registers(open, people(2, "Bình"), { enterprise: enterprise({ name: "HTX Bình" }) });
    const on = async (eventId: string) =>
      (await client.attendee.findMany({ where: { eventId }, orderBy: { id: "asc" } })).map(({ id }) => id);
    const [one = "", two = "", three = ""] = await on(first);
    await recordAttendance(desk, after, first, { attended: [one, two], absent: [three] });
    await recordAttendance(desk, after, second, { attended: await on(second), absent: [] });
    await createCertificateActions(desk).issue(after, first, [one]);
    await client.event.updateMany({ where: { id: { in: [first, second] } }, data: { status: "held" } });

    const facts = await createFactSource(given.database).facts(YEAR, NOW);
    const section = reportSections(facts, YEAR).find(({ key }) => key === "lop");
    expect(section?.tables[0]?.rows.map((row) => row[1])).toEqual([2, 6, 5, 1, 2]);
    const rows = section?.tables[1]?.rows.map(([title, , ...figures]) => [title, ...figures]);
    expect(rows?.toSorted()).toEqual([
      ["Lớp 31", 3, 2, 1, 1, 0],
      ["Lớp 32", 3, 3, 0, 2, 0],
    ]);
    // Every figure of a class leads to as many rows as it says.
    for (const [at, row] of (section?.tables[1]?.rows ?? []).entries()) {
      const refs = Object.entries(section?.tables[1]?.figures?.[at] ?? {});
      expect(refs).toHaveLength(3);
      for (const [column, ref] of refs)
        expect(rowsOf(ref, facts, YEAR)).toHaveLength(Number(row[Number(column)]));
    }
  });

  it("given the plan, then targets are there for 2021 to 2025 and none after", async () => {
    const source = createFactSource(given.database);
    const targets = async (year: number) => {
      const period = yearPeriod(year);
      const lines = targetLines(await source.facts(period, NOW), period);
      return lines.map(({ target }) => targetInWords(target, period));
    };
    expect(await targets(2021)).toEqual([
      "chưa có chỉ tiêu",
      "30",
      "30",
      "10 (đến năm 2025)",
      "10 (đến năm 2025)",
    ]);
    expect(await targets(2025)).toEqual(["chưa có chỉ tiêu", "30", "30", "10", "10"]);
    expect(new Set(await targets(2026))).toEqual(new Set(["chưa có chỉ tiêu"]));
    expect(await given.database.client.plan.count()).toBe(1);
  });

  it(
    "given a frozen report, when data change, then it stays and the next version has them",
    { timeout: 120_000 },
    async () => {
      const { desk, source } = await demo();
      const actions = createReportActions(desk);
      const reports = createReports(given.database);
      const { id } = await actions.begin(by, YEAR);
      expect(await actions.begin(by, YEAR)).toEqual({ id });
      const freeze = async (revision: number) => {
        const facts = await source.facts(YEAR, NOW);
        return actions.freeze(by, id, revision, { sections: reportSections(facts, YEAR), facts });
      };

      const first = await freeze(0);
      const recorded = await given.database.client.supportResult.findFirstOrThrow({
        where: { status: "recorded" },
      });
      expect(await createResultActions(desk).confirm(by, recorded.id, recorded.revision)).toEqual({
        kind: "done",
      });
      // Whoever saw the draft of before does not freeze another one.
      expect((await freeze(0)).kind).toBe("conflict");
      const second = await freeze(1);
      if (first.kind !== "frozen" || second.kind !== "frozen") throw new Error("not frozen");
      expect([first.version, second.version]).toEqual([1, 2]);

      const supported = async (one: string) =>
        (await reports.find(one))?.frozen?.sections[0]?.tables[0]?.rows.map((row) => row[1]);
      expect(await supported(first.id)).toEqual([0, 2, 4, 1, 2]);
      expect(await supported(second.id)).toEqual([0, 3, 5, 1, 2]);
      expect((await reports.find(first.id))?.frozen?.facts.requests[0]?.dueAt).toBeInstanceOf(Date);
      // A frozen version cannot be written into.
      expect((await actions.write(by, first.id, 0, { nhan_xet: "khác" })).kind).toBe("not_allowed");
    },
  );
});

eachDatabase("support results", (given) => {
  it("given two who edit, then the second is told and nothing is overwritten; what is voided can be recorded again", async () => {
    const over = deskOver(given.database);
    const actions = createResultActions(over.desk);
    await given.database.client.enterprise.create({
      data: { id: "e1", kind: "htx", name: "HTX", searchText: "htx", createdAt: NOW, updatedAt: NOW },
    });
    const details = {
      year: 2026,
      kind: "chung_nhan",
      standard: "ISO",
      startedAt: null,
      finishedAt: NOW,
      contract: null,
      amounts: { co_so: 1 },
      evidence: null,
    } as const;
    const recorded = await actions.record(by, "e1", null, details);
    if (recorded.kind !== "recorded") throw new Error(recorded.kind);
    const { id } = recorded;
    expect(await actions.record(by, "e1", null, details)).toEqual({ kind: "duplicate", id });
    expect(await actions.edit(by, id, 0, { ...details, standard: "HACCP" })).toEqual({ kind: "done" });
    const second = await actions.edit(by, id, 0, { ...details, standard: "VietGAP" });
    expect(second).toMatchObject({ kind: "conflict", current: { standard: "HACCP", revision: 1 } });
    expect(await actions.confirm(by, id, 1)).toEqual({ kind: "done" });
    expect(await actions.edit(by, id, 2, details)).toEqual({ kind: "not_allowed" });
    expect(await actions.void(by, id, 2, "nhầm")).toEqual({ kind: "done" });
    expect(await actions.confirm(by, id, 3)).toEqual({ kind: "not_allowed" });
    expect(await actions.record(by, "e1", null, { ...details, standard: "HACCP" })).toEqual({
      kind: "recorded",
      id,
    });
    const written = await given.database.client.auditEntry.findMany({
      where: { subject: id },
      orderBy: { id: "asc" },
    });
    expect(written.map(({ action }) => action)).toEqual([
      "result.recorded",
      "result.edited",
      "result.confirmed",
      "result.voided",
      "result.recorded",
    ]);
  });
});
