import { MONEY_SOURCES, MONEY_SOURCE_KEYS, type Amounts, type MoneySource } from "../../registry/money.ts";
import { Field, type Mistakes } from "./form.tsx";
import type { SentForm } from "./read-form.ts";
import { kitTexts } from "./texts.ts";

const LARGEST = 1_000_000_000_000;

/** A field for each source, in đồng. */
export function MoneyFields({
  stored,
  form,
  mistakes = {},
}: {
  stored: Amounts;
  form?: SentForm | undefined;
  mistakes?: Mistakes | undefined;
}) {
  return (
    <fieldset class="field">
      <legend>{kitTexts.money}</legend>
      {MONEY_SOURCE_KEYS.map((source) => (
        <Field
          name={fieldOf(source)}
          label={MONEY_SOURCES[source]}
          value={form?.text(fieldOf(source)) ?? inWords(stored[source])}
          mistake={mistakes[fieldOf(source)]}
          inputmode="numeric"
          autocomplete="off"
          optional
        />
      ))}
    </fieldset>
  );
}

/** "1.500.000" and "1500000" are the same; nothing is nothing. */
export function readMoney(form: SentForm): { amounts: Amounts; mistakes: Mistakes } {
  const amounts: Partial<Record<MoneySource, number>> = {};
  const mistakes: Record<string, string> = {};
  for (const source of MONEY_SOURCE_KEYS) {
    const typed = form
      .text(fieldOf(source))
      .replace(/(?:đồng|đ|vnđ)$/iu, "")
      .replace(/[\s.,]/g, "");
    if (typed === "") continue;
    const amount = /^\d{1,13}$/.test(typed) ? Number(typed) : null;
    if (amount === null || amount > LARGEST) mistakes[fieldOf(source)] = kitTexts.moneyWrong;
    else if (amount > 0) amounts[source] = amount;
  }
  return { amounts, mistakes };
}

/** "Sự nghiệp KH&CN, ngân sách tỉnh: 30.000.000 đồng" */
export function moneyInWords(amounts: Amounts): string {
  return MONEY_SOURCE_KEYS.filter((source) => amounts[source] !== undefined)
    .map((source) => `${MONEY_SOURCES[source]}: ${inWords(amounts[source])} đồng`)
    .join("; ");
}

function inWords(amount: number | undefined): string {
  return amount === undefined ? "" : amount.toLocaleString("vi-VN");
}

function fieldOf(source: MoneySource): string {
  return `tien_${source}`;
}
