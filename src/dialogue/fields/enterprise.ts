import { readEnterpriseName } from "../../registry/names.ts";
import { readTaxId } from "../../registry/tax-id.ts";
import { ENTERPRISE_KINDS, type EnterpriseKind } from "../../registry/views.ts";
import { picked, wordsOf } from "../choosing.ts";
import { field, type Field } from "../form.ts";
import type { EnterpriseAnswers } from "./answers.ts";
import { fromName, fromTaxId } from "./reading.ts";
import { fieldTexts as texts } from "./texts.ts";

const KINDS = (Object.entries(ENTERPRISE_KINDS) as [EnterpriseKind, string][]).map(([value, label]) => ({
  label,
  value,
}));

/** How people name a kind of enterprise, besides its label. */
export const KIND_SAYINGS: Readonly<Record<EnterpriseKind, readonly string[]>> = {
  doanh_nghiep: ["dn", "cong ty", "cty", "cong ty tnhh", "cong ty co phan", "doanh nghiep tu nhan"],
  htx: ["htx", "hop tac", "hop tac xa nong nghiep"],
  lien_hiep_htx: ["lien hiep", "lien hiep htx"],
  to_hop_tac: ["tht", "to"],
  ho_kinh_doanh: ["hkd", "ho", "ho ca the", "ho kd", "ca the", "co so", "ho gia dinh"],
  khac: ["khong ro", "chua ro", "khong biet", "hoi", "hiep hoi", "trang trai"],
};

const SKIP = { label: texts.skip, value: "skip" } as const;
const SKIPPING = { skip: ["bo", "khong", "ko", "khong co", "chua co", "khong nho", "khong biet", "k"] };

export function enterpriseKindField<A extends Pick<EnterpriseAnswers, "enterpriseKind">>(): Field<A> {
  return field<Pick<EnterpriseAnswers, "enterpriseKind">, "enterpriseKind">({
    id: "enterpriseKind",
    label: texts.kindLabel,
    ask: () => ({ text: texts.askKind, choices: KINDS }),
    read(input) {
      const kind = picked(input, KINDS, KIND_SAYINGS);
      if (kind === null) return { kind: "mistake", text: texts.chooseKind, unfit: true };
      return { kind: "value", value: kind };
    },
    show: ({ enterpriseKind }) =>
      enterpriseKind === undefined ? null : `${texts.kindLabel}: ${ENTERPRISE_KINDS[enterpriseKind]}`,
  }) as unknown as Field<A>;
}

type Named = Pick<EnterpriseAnswers, "enterpriseKind" | "enterpriseName">;

export function enterpriseNameField<A extends Named>(): Field<A> {
  return field<Named, "enterpriseName">({
    id: "enterpriseName",
    label: texts.enterpriseNameLabel,
    ask: ({ enterpriseKind }) => ({
      text: enterpriseKind === "ho_kinh_doanh" ? texts.askHouseholdName : texts.askEnterpriseName,
    }),
    read: (input) => fromName(readEnterpriseName(wordsOf(input) ?? "")),
    show: ({ enterpriseName }) =>
      enterpriseName === undefined ? null : `${texts.enterpriseNameLabel}: ${enterpriseName}`,
  }) as unknown as Field<A>;
}

type Taxed = Pick<EnterpriseAnswers, "enterpriseKind" | "taxId">;

/** Optional; a number that looks wrong is told of and kept all the same. */
export function taxIdField<A extends Taxed>(): Field<A> {
  return field<Taxed, "taxId">({
    id: "taxId",
    label: texts.taxIdLabel,
    ask: ({ enterpriseKind }) => ({
      text: enterpriseKind === "ho_kinh_doanh" ? texts.askHouseholdTaxId : texts.askTaxId,
      choices: [SKIP],
    }),
    read(input) {
      if (picked(input, [SKIP], SKIPPING) !== null) return { kind: "value", value: null };
      return fromTaxId(readTaxId(wordsOf(input) ?? ""));
    },
    show({ taxId }) {
      if (taxId === undefined) return null;
      return taxId === null ? texts.taxIdSkipped : `${texts.taxIdLabel}: ${taxId}`;
    },
  }) as unknown as Field<A>;
}
