import type { Commune, Communes } from "../../registry/communes.ts";

/** A district as it was before 1/7/2025. */
interface District {
  name: string;
  province: string;
  /** what became of it; a commune that came of two districts stands in both */
  communes: readonly Commune[];
}

export interface Areas {
  districts: readonly District[];
  /** as they were before 1/7/2025 */
  provinces: readonly string[];
  communes: Communes;
}

/** What of a list of communes is a whole province or district, and what is left beside them. */
export interface ChosenAreas {
  provinces: readonly string[];
  districts: readonly string[];
  communes: readonly string[];
}

export function areasOf(communes: Communes): Areas {
  const districts = new Map<string, District>();
  for (const commune of communes.all) {
    for (const name of districtNames(commune)) {
      const known = districts.get(name);
      districts.set(name, {
        name,
        province: commune.formerProvince,
        communes: [...(known?.communes ?? []), commune],
      });
    }
  }
  return {
    districts: [...districts.values()].sort((a, b) => a.name.localeCompare(b.name, "vi")),
    provinces: [...new Set(communes.all.map(({ formerProvince }) => formerProvince))],
    communes,
  };
}

/** The communes of everything that was ticked; what is none is left out. */
export function codesIn(areas: Areas, { provinces, districts, communes }: ChosenAreas): readonly string[] {
  const whole = [
    ...areas.communes.all.filter(({ formerProvince }) => provinces.includes(formerProvince)),
    ...areas.districts.filter(({ name }) => districts.includes(name)).flatMap((one) => one.communes),
  ];
  const known = communes.filter((code) => areas.communes.byCode(code) !== null);
  return [...new Set([...whole.map(({ code }) => code), ...known])];
}

/** The same as few boxes as say it. */
export function chosenIn(areas: Areas, codes: readonly string[]): ChosenAreas {
  const chosen = new Set(codes);
  const isWhole = (communes: readonly Commune[]) => communes.every(({ code }) => chosen.has(code));
  const ofProvince = (province: string) =>
    areas.communes.all.filter(({ formerProvince }) => formerProvince === province);
  const provinces = areas.provinces.filter((one) => isWhole(ofProvince(one)));
  const districts = areas.districts.filter(
    ({ province, communes }) => !provinces.includes(province) && isWhole(communes),
  );
  const covered = new Set(
    [...provinces.flatMap(ofProvince), ...districts.flatMap(({ communes }) => communes)].map(
      ({ code }) => code,
    ),
  );
  return {
    provinces,
    districts: districts.map(({ name }) => name),
    communes: codes.filter((code) => !covered.has(code)),
  };
}

/** Without notes in brackets. */
function districtNames({ formerDistrict }: Commune): readonly string[] {
  return formerDistrict
    .replaceAll(/\s*\([^)]*\)/gu, "")
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
