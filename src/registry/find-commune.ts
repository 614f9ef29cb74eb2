import { fold, normalise } from "../search/index.ts";
import type { OtherName } from "./commune-list.ts";
import { mentionsIn, type Mention, type PlaceKind } from "./commune-mentions.ts";
import type { Commune, CommuneMatch, Communes } from "./communes.ts";

/** A name that leads to a commune: its own, or one of a unit that became part of it. */
interface Unit {
  commune: Commune;
  /** one spelling, diacritics kept */
  exact: string;
  kind: PlaceKind | null;
  /** folded name of the district it lay in, without its kind */
  district: string;
  former: boolean;
}

/** Finds communes among `list`, by today's names, by those before 1/7/2025 and by `others`. */
export function createCommunes(list: readonly Commune[], others: readonly OtherName[] = []): Communes {
  const byCode = new Map(list.map((commune) => [commune.code, commune]));
  const units = new Map<string, Unit[]>();
  for (const [key, unit] of list.flatMap(unitsOf)) units.set(key, [...(units.get(key) ?? []), unit]);
  for (const { name, code } of others) {
    const commune = byCode.get(code);
    if (commune)
      units.set(keyOf(name), [...(units.get(keyOf(name)) ?? []), formerUnit(commune, name, null, "")]);
  }
  const districts = communesByDistrict(list);
  const provinces = new Set(list.map(({ formerProvince }) => keyOf(bareName(formerProvince).name)));
  const names = new Set([...units.keys(), ...districts.keys(), ...provinces]);

  return { find, byCode: (code) => byCode.get(code) ?? null, all: list };

  function find(words: string): CommuneMatch {
    const mentions = mentionsIn(words, names, keyOf);
    const meant = communeMentioned(mentions);
    if (!meant) return inDistrict(mentions);
    const places = mentions.filter((one) => one !== meant && !isPlaceInside(one)).map(({ key }) => key);
    return matchOf(narrowed(units.get(meant.key) ?? [], meant, places));
  }

  /** The first that is called a commune, or else the first that may be one. */
  function communeMentioned(mentions: readonly Mention[]): Mention | undefined {
    const possible = mentions.filter(
      ({ key, kind }) => units.has(key) && kind !== "huyen" && kind !== "tinh" && kind !== "inside",
    );
    return possible.find(({ kind }) => kind !== null) ?? possible[0];
  }

  /** Only the district is named: whoever wrote it chooses among its communes. */
  function inDistrict(mentions: readonly Mention[]): CommuneMatch {
    const district = mentions.find(
      // "Quảng Ngãi" alone is the province, not the city.
      ({ key, kind }) => districts.has(key) && (kind === "huyen" || (kind === null && !provinces.has(key))),
    );
    const communes = district ? (districts.get(district.key) ?? []) : [];
    const [only, second] = communes;
    if (!only) return { kind: "none" };
    return second ? { kind: "several", communes } : { kind: "found", commune: only, former: true };
  }
}

function isPlaceInside({ kind }: Mention): boolean {
  return kind === "inside";
}

/** Each thing the words say besides the name counts, unless nothing would be left. */
function narrowed(units: readonly Unit[], meant: Mention, places: readonly string[]): readonly Unit[] {
  const tests: ((unit: Unit) => boolean)[] = [
    ({ exact }) => exact === meant.exact,
    ({ district, commune }) =>
      places.includes(district) || places.includes(keyOf(bareName(commune.formerProvince).name)),
    ({ district }) => places.includes(district),
    ({ kind }) => meant.kind === null || kind === meant.kind,
  ];
  return tests.reduce((left, test) => {
    const kept = left.filter(test);
    return kept.length > 0 ? kept : left;
  }, units);
}

function matchOf(units: readonly Unit[]): CommuneMatch {
  const communes = [...new Set(units.map(({ commune }) => commune))];
  const [only, second] = communes;
  if (!only) return { kind: "none" };
  if (second) return { kind: "several", communes };
  return { kind: "found", commune: only, former: units.every(({ former }) => former) };
}

function unitsOf(commune: Commune): [string, Unit][] {
  const own: Unit = {
    ...formerUnit(commune, commune.name, kindOf(commune.kind), commune.formerDistrict),
    former: false,
  };
  const former = commune.formerUnits.map((written): [string, Unit] => {
    const { name, kind } = bareName(written.replace(/\(.*$/u, ""));
    const elsewhere = /thuộc ([^)]+)/u.exec(written)?.[1];
    return [keyOf(name), formerUnit(commune, name, kind, elsewhere ?? commune.formerDistrict)];
  });
  return [[keyOf(commune.name), own], ...former];
}

function formerUnit(commune: Commune, name: string, kind: PlaceKind | null, district: string): Unit {
  const [first = ""] = district.split(";");
  return { commune, exact: exactOf(name), kind, district: keyOf(bareName(first).name), former: true };
}

function communesByDistrict(list: readonly Commune[]): ReadonlyMap<string, readonly Commune[]> {
  const districts = new Map<string, Commune[]>();
  for (const commune of list) {
    for (const district of commune.formerDistrict.split(";")) {
      const key = keyOf(bareName(district).name);
      if (key !== "") districts.set(key, [...(districts.get(key) ?? []), commune]);
    }
  }
  return districts;
}

const KIND_IN_FRONT = /^(xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|tỉnh)\s+/iu;

/** "Thị trấn Di Lăng" → Di Lăng, a thị trấn */
function bareName(written: string): { name: string; kind: PlaceKind | null } {
  const text = written.normalize("NFC").trim();
  const [whole = "", kind] = KIND_IN_FRONT.exec(text) ?? [];
  return { name: text.slice(whole.length).trim(), kind: kind === undefined ? null : kindOf(kind) };
}

function kindOf(written: string): PlaceKind {
  switch (written.toLowerCase()) {
    case "xã":
      return "xa";
    case "phường":
      return "phuong";
    case "thị trấn":
      return "thi_tran";
    case "đặc khu":
      return "dac_khu";
    case "tỉnh":
      return "tinh";
    default:
      return "huyen";
  }
}

/** Spellings that stand for one another: Đăk, Đắk, Dak, Đắc; Ngọk, Ngok, Ngọc. */
function keyOf(name: string): string {
  return exactOf(fold(normalise(name)))
    .replace(/\b(?:dac|dack)\b/gu, "dak")
    .replace(/\bngoc\b/gu, "ngok");
}

function exactOf(name: string): string {
  return normalise(name)
    .replace(/['’]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}
