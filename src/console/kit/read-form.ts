import { CSRF_FIELD } from "../same-site.ts";
import type { ConsoleContext } from "../visit.ts";
import { REVISION_FIELD } from "./form.tsx";

/** What was filled in. Missing fields are empty; nothing here throws. */
export interface SentForm {
  /** without blanks around it */
  text(name: string): string;
  /** as typed, for passwords */
  raw(name: string): string;
  /** all values of a field that may be ticked several times */
  texts(name: string): readonly string[];
  ticked(name: string): boolean;
  /** null where it is no whole number */
  number(name: string): number | null;
  file(name: string): File | null;
  revision(): number;
  /** everything typed, to be carried into the next page; passwords and files are not */
  carried(): readonly (readonly [name: string, value: string])[];
}

/** Never carried from page to page. */
const SECRET = "mat_khau";

export async function readForm(c: ConsoleContext): Promise<SentForm> {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string) => [body[name] ?? []].flat();
  const texts = (name: string) => all(name).filter((value) => typeof value === "string");
  const raw = (name: string) => texts(name)[0] ?? "";
  const number = (name: string) => (/^-?\d{1,15}$/.test(raw(name).trim()) ? Number(raw(name)) : null);
  return {
    raw,
    texts,
    number,
    text: (name) => raw(name).replaceAll("\r\n", "\n").trim(),
    ticked: (name) => raw(name) !== "",
    file: (name) =>
      (all(name).find((value) => value instanceof File && value.size > 0) as File | undefined) ?? null,
    revision: () => number(REVISION_FIELD) ?? -1,
    carried: () =>
      Object.keys(body)
        .filter((name) => name !== CSRF_FIELD && !name.includes(SECRET))
        .flatMap((name) => texts(name).map((value) => [name, value] as const)),
  };
}
