/** Where money comes from, as plan 11/KH-UBND part III has it: the province's budget for science, and lawful others. */
export const MONEY_SOURCES = {
  ngan_sach_tinh: "Sự nghiệp KH&CN, ngân sách tỉnh",
  trung_uong: "Chương trình, nguồn Trung ương",
  co_so: "Cơ sở đóng góp",
  khac: "Nguồn hợp pháp khác",
} as const;
export type MoneySource = keyof typeof MONEY_SOURCES;

/** đồng by source; what is missing is nothing */
export type Amounts = Readonly<Partial<Record<MoneySource, number>>>;

export const MONEY_SOURCE_KEYS = Object.keys(MONEY_SOURCES) as readonly MoneySource[];

/** Reads stored JSON; a source that is unknown counts as another one, so that no money is lost. */
export function readAmounts(json: string): Amounts {
  const stored: unknown = JSON.parse(json);
  const amounts: Partial<Record<MoneySource, number>> = {};
  if (typeof stored !== "object" || stored === null) return amounts;
  for (const [source, amount] of Object.entries(stored)) {
    if (typeof amount !== "number" || amount === 0) continue;
    const key = MONEY_SOURCE_KEYS.find((one) => one === source) ?? "khac";
    amounts[key] = (amounts[key] ?? 0) + amount;
  }
  return amounts;
}

export function totalOf(amounts: Amounts): number {
  return MONEY_SOURCE_KEYS.reduce((sum, source) => sum + (amounts[source] ?? 0), 0);
}
