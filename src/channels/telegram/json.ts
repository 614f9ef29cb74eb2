export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object at `key`; an empty one where there is none. */
export function objectIn(json: Json, key: string): Json {
  const value = json[key];
  return isRecord(value) ? value : {};
}

/** Words at `key`, without what no database takes. */
export function textIn(json: Json, key: string): string | null {
  const value = json[key];
  return typeof value === "string" ? value.replaceAll("\u0000", "") : null;
}

export function numberIn(json: Json, key: string): number | null {
  const value = json[key];
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}
