import { OCOP_STARS, SIZES, type EnterpriseProfile, type Size } from "../../registry/enterprise-profile.ts";
import { Field, Select, type Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { optionsOf } from "../kit/options.ts";
import { enterpriseTexts as texts } from "./texts.ts";

const LONGEST_SECTOR = 100;
const LONGEST_PRODUCTS = 500;
const SIZE_OPTIONS = optionsOf(SIZES);
const STAR_OPTIONS = OCOP_STARS.map((stars) => ({ value: String(stars), label: texts.stars(stars) }));
const SECTOR_LIST = "nganh-da-ghi";

interface FieldsGiven {
  stored: EnterpriseProfile;
  sectors: readonly string[];
  form: SentForm | undefined;
  mistakes: Mistakes;
}

/** What staff know of it besides, to fill in. */
export function ProfileFields({ stored, sectors, form, mistakes }: FieldsGiven) {
  const shared = (name: string, value: string) => ({
    ...{ name, mistake: mistakes[name] },
    value: form?.text(name) ?? value,
    optional: true,
  });
  return (
    <>
      <Field
        {...shared("nganh", stored.sector ?? "")}
        label={texts.sector}
        hint={texts.sectorHint}
        list={SECTOR_LIST}
        autocomplete="off"
      />
      <datalist id={SECTOR_LIST}>
        {sectors.map((sector) => (
          <option value={sector} />
        ))}
      </datalist>
      <Select
        {...shared("quy_mo", stored.size ?? "")}
        label={texts.size}
        empty={texts.unknown}
        options={SIZE_OPTIONS}
      />
      <Select
        {...shared("ocop", stored.ocopStars === null ? "" : String(stored.ocopStars))}
        label={texts.ocop}
        empty={texts.noStars}
        options={STAR_OPTIONS}
      />
      <Field {...shared("san_pham", stored.products ?? "")} label={texts.products} />
    </>
  );
}

/** What was filled in; a mistake stands beside its field. */
export function readProfile(form: SentForm): { profile: EnterpriseProfile; mistakes: Mistakes } {
  const sector = oneLine(form.text("nganh"));
  const products = oneLine(form.text("san_pham"));
  return {
    profile: {
      sector: sector || null,
      products: products || null,
      size: (Object.keys(SIZES) as Size[]).find((one) => one === form.text("quy_mo")) ?? null,
      ocopStars: OCOP_STARS.find((stars) => String(stars) === form.text("ocop")) ?? null,
    },
    mistakes: {
      ...(sector.length > LONGEST_SECTOR ? { nganh: texts.tooLong(LONGEST_SECTOR) } : {}),
      ...(products.length > LONGEST_PRODUCTS ? { san_pham: texts.tooLong(LONGEST_PRODUCTS) } : {}),
    },
  };
}

/** In the words of the page, each with its label. */
export function profileInWords(profile: EnterpriseProfile): readonly (readonly [string, string])[] {
  const { sector, size, ocopStars, products } = profile;
  return [
    [texts.sector, sector ?? texts.none],
    [texts.size, size === null ? texts.none : SIZES[size]],
    [texts.ocop, ocopStars === null ? texts.none : texts.stars(ocopStars)],
    [texts.products, products ?? texts.none],
  ];
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}
