import type { Communes } from "../../../registry/communes.ts";

/** Today's name where the commune was recognised, or else what was written. */
export function communeName(
  communes: Communes,
  { communeCode, communeText }: { communeCode: string | null; communeText: string },
): string {
  const commune = communeCode === null ? null : communes.byCode(communeCode);
  return commune ? `${commune.kind} ${commune.name}` : communeText;
}

/** The district of before 1/7/2025: how the office still cuts the province into parts. */
export function areaName(communes: Communes, communeCode: string | null): string | null {
  const district = communeCode === null ? undefined : communes.byCode(communeCode)?.formerDistrict;
  return district?.split(";")[0]?.trim() ?? null;
}
