import type { Commune } from "./communes.ts";

/** A spelling or an older name that the list of communes does not have, and the commune it means today. */
export interface OtherName {
  name: string;
  code: string;
}

export type ListRead<T> = { ok: true; value: readonly T[] } | { ok: false; problems: readonly string[] };

const KINDS: ReadonlySet<string> = new Set(["Xã", "Phường", "Đặc khu"]);

/** Reads `xa-phuong.csv`: code,name,type,former_units,former_district,former_province,source. */
export function parseCommunes(csv: string): ListRead<Commune> {
  const problems: string[] = [];
  const communes: Commune[] = [];
  for (const { number, cells } of rowsOf(csv)) {
    const [code = "", name = "", kind = "", units = "", district = "", province = ""] = cells;
    if (!/^\d{5}$/.test(code) || name === "" || !KINDS.has(kind)) {
      problems.push(`dòng ${number}: cần mã 5 chữ số, tên và loại (Xã, Phường, Đặc khu)`);
      continue;
    }
    communes.push({
      code,
      name,
      kind: kind as Commune["kind"],
      formerUnits: units
        .split(";")
        .map((unit) => unit.trim())
        .filter(Boolean),
      formerDistrict: district,
      formerProvince: province,
    });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: communes };
}

/** Reads `ten-khac.csv`: name,code,note. */
export function parseOtherNames(csv: string, communes: readonly Commune[]): ListRead<OtherName> {
  const known = new Set(communes.map(({ code }) => code));
  const problems: string[] = [];
  const names: OtherName[] = [];
  for (const { number, cells } of rowsOf(csv)) {
    const [name = "", code = ""] = cells;
    if (name === "" || !known.has(code))
      problems.push(`dòng ${number}: cần tên và mã của một xã, phường trong danh mục`);
    else names.push({ name, code });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: names };
}

/** Rows after the heading; cells in quotes may hold commas. */
function rowsOf(csv: string): { number: number; cells: string[] }[] {
  return csv
    .normalize("NFC")
    .split(/\r?\n/u)
    .map((line, index) => ({ number: index + 1, cells: cellsOf(line) }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, bare]) =>
    (quoted?.replaceAll('""', '"') ?? bare ?? "").trim(),
  );
}
