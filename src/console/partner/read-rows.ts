import type { Communes } from "../../registry/communes.ts";
import { readEnterpriseName, readPersonName } from "../../registry/names.ts";
import { readPhone } from "../../registry/phone.ts";
import { readTaxId } from "../../registry/tax-id.ts";
import type { EnterpriseDetails, EnterpriseKind, PersonDetails } from "../../registry/views.ts";
import { fold, normalise } from "../../search/index.ts";
import { COLUMN_KEYS, COLUMNS, KIND_WORDS, type ColumnKey } from "./columns.ts";
import { NEED_TOPICS, type NeedTopic } from "../../registry/need-topics.ts";
import type { Cell } from "./sheet.ts";
import { rowTexts as texts } from "./row-texts.ts";

/** One need of one member, as it will be kept. */
export interface NeedRow {
  /** in the sheet */
  line: number;
  enterprise: EnterpriseDetails;
  /** whom the Department may call; null where none was given */
  person: PersonDetails | null;
  topic: NeedTopic;
  year: number;
  quarter: number | null;
  people: number | null;
  note: string;
  /** taken all the same */
  warnings: readonly string[];
}

export interface RefusedRow {
  line: number;
  /** as typed, in the order of the template */
  cells: readonly string[];
  reasons: readonly string[];
}

export interface NeedList {
  good: readonly NeedRow[];
  refused: readonly RefusedRow[];
}

export type ReadNeeds =
  | { kind: "list"; list: NeedList }
  | { kind: "missing_columns"; headers: readonly string[] }
  | { kind: "empty" };

const LONGEST_NOTE = 500;
const MOST_PEOPLE = 1_000;

type Cells = Readonly<Record<ColumnKey, Cell>>;

/**
 * Reads a list of needs as it stands in a sheet, headers in its first row. What is right in a row is read by the same
 * functions as in the chat; a row with any mistake is refused with all its reasons.
 */
export function readNeeds(
  rows: readonly (readonly Cell[])[],
  communes: Communes,
  thisYear: number,
): ReadNeeds {
  const [headers = [], ...body] = rows;
  const places = placesOf(headers);
  const missing = COLUMN_KEYS.filter((key) => COLUMNS[key].required && places.get(key) === undefined);
  if (missing.length > 0) {
    return { kind: "missing_columns", headers: missing.map((key) => COLUMNS[key].header) };
  }
  const good: NeedRow[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of body.entries()) {
    const line = index + 2;
    const cells = cellsOf(row, places);
    if (COLUMN_KEYS.every((key) => cells[key] === null)) continue;
    const read = readRow(cells, line, communes, thisYear);
    const same = "reasons" in read ? undefined : seen.get(sameness(read));
    if ("reasons" in read) refused.push(read);
    else if (same !== undefined) refused.push(refusal(cells, line, [texts.duplicate(same)]));
    else {
      seen.set(sameness(read), line);
      good.push(read);
    }
  }
  return good.length + refused.length === 0 ? { kind: "empty" } : { kind: "list", list: { good, refused } };
}

function readRow(cells: Cells, line: number, communes: Communes, thisYear: number): NeedRow | RefusedRow {
  const reasons: string[] = [];
  const warnings: string[] = [];
  const wrong = (key: ColumnKey, words: string) => {
    reasons.push(texts.inColumn(COLUMNS[key].header, firstSentence(words)));
  };

  const name = readEnterpriseName(written(cells.name));
  if (name.kind === "mistake") wrong("name", cells.name === null ? texts.empty : name.text);
  const kind = kindOf(written(cells.kind));
  if (kind === null) wrong("kind", cells.kind === null ? texts.empty : texts.kindUnknown);
  const commune = communes.find(written(cells.commune));
  if (commune.kind !== "found") {
    wrong("commune", cells.commune === null ? texts.empty : communeMistake(commune));
  }
  const taxId = cells.taxId === null ? null : readTaxId(withZeros(cells.taxId));
  if (taxId?.kind === "unreadable") wrong("taxId", taxId.mistake);
  if (taxId?.kind === "suspicious") warnings.push(firstSentence(taxId.warning));
  const topic = topicOf(written(cells.topic));
  if (topic === null) wrong("topic", cells.topic === null ? texts.empty : texts.topicUnknown);
  const year = wholeNumber(cells.year);
  if (year === null || year < thisYear || year > thisYear + 5) {
    wrong("year", cells.year === null ? texts.empty : texts.year(thisYear));
  }
  const quarter = cells.quarter === null ? null : quarterOf(written(cells.quarter));
  if (quarter === undefined) wrong("quarter", texts.quarter);
  const people = cells.people === null ? null : wholeNumber(cells.people);
  if (cells.people !== null && (people === null || people < 1 || people > MOST_PEOPLE)) {
    wrong("people", texts.people(MOST_PEOPLE));
  }
  const note = written(cells.note);
  if (note.length > LONGEST_NOTE) wrong("note", texts.noteLong(LONGEST_NOTE));
  const person = readPerson(cells, wrong);

  if (
    reasons.length > 0 ||
    name.kind === "mistake" ||
    kind === null ||
    commune.kind !== "found" ||
    topic === null ||
    year === null ||
    quarter === undefined
  ) {
    return refusal(cells, line, reasons);
  }
  return {
    line,
    enterprise: {
      kind,
      name: name.name,
      taxId: taxId !== null && "taxId" in taxId ? taxId.taxId : null,
      communeCode: commune.commune.code,
      communeText: written(cells.commune),
    },
    person,
    topic,
    year,
    quarter,
    people,
    note,
    warnings,
  };
}

/** Both or neither: a number without a name is nobody to ask for, a name without a number nobody to call. */
function readPerson(cells: Cells, wrong: (key: ColumnKey, words: string) => void): PersonDetails | null {
  if (cells.person === null && cells.phone === null) return null;
  const name = readPersonName(written(cells.person));
  const phone = readPhone(written(cells.phone));
  if (name.kind === "mistake") wrong("person", cells.person === null ? texts.personMissing : name.text);
  if (phone.kind === "mistake") wrong("phone", cells.phone === null ? texts.phoneMissing : phone.text);
  return name.kind === "name" && phone.kind === "phone" ? { name: name.name, phone: phone.phone } : null;
}

function placesOf(headers: readonly Cell[]): ReadonlyMap<ColumnKey, number> {
  const known = headers.map((header) => keyOf(written(header)).replace(/ bat buoc$/, ""));
  return new Map(
    COLUMN_KEYS.map((key): [ColumnKey, number] => [key, known.indexOf(keyOf(COLUMNS[key].header))]).filter(
      ([, place]) => place !== -1,
    ),
  );
}

function cellsOf(row: readonly Cell[], places: ReadonlyMap<ColumnKey, number>): Cells {
  return Object.fromEntries(COLUMN_KEYS.map((key) => [key, row[places.get(key) ?? -1] ?? null])) as Record<
    ColumnKey,
    Cell
  >;
}

function refusal(cells: Cells, line: number, reasons: readonly string[]): RefusedRow {
  return { line, cells: COLUMN_KEYS.map((key) => written(cells[key])), reasons };
}

function written(cell: Cell): string {
  if (cell === null) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** A cell that holds a number lost its zeros in front: codes of 10 and of 12 digits may begin with one. */
function withZeros(cell: Cell): string {
  const digits = written(cell);
  return typeof cell === "number" && (digits.length === 9 || digits.length === 11) ? `0${digits}` : digits;
}

function wholeNumber(cell: Cell): number | null {
  const digits = written(cell);
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

const ROMAN = ["i", "ii", "iii", "iv"];

/** "3", "Quý 3", "III"; undefined where it is none */
function quarterOf(words: string): number | undefined {
  const bare = keyOf(words).replace(/^(?:quy|q) ?/, "");
  const number = /^[1-4]$/.test(bare) ? Number(bare) : ROMAN.indexOf(bare) + 1;
  return number === 0 ? undefined : number;
}

function kindOf(words: string): EnterpriseKind | null {
  const wanted = keyOf(words);
  const found = Object.entries(KIND_WORDS).find(([, all]) => all.some((one) => keyOf(one) === wanted));
  return (found?.[0] as EnterpriseKind | undefined) ?? null;
}

function topicOf(words: string): NeedTopic | null {
  const wanted = keyOf(words);
  const found = Object.entries(NEED_TOPICS).find(([, label]) => keyOf(label) === wanted);
  return (found?.[0] as NeedTopic | undefined) ?? null;
}

function communeMistake(
  match: { kind: "none" } | { kind: "several"; communes: readonly { name: string }[] },
) {
  if (match.kind === "none") return texts.communeUnknown;
  return texts.communeSeveral(match.communes.slice(0, 4).map(({ name }) => name));
}

/** In a chat a mistake ends with a friendly request; a list of them says only what is wrong. */
function firstSentence(words: string): string {
  return (words.split(/\. /)[0] ?? words).replace(/\.$/, "");
}

/** The same need told twice. */
function sameness({ enterprise, topic, year }: NeedRow): string {
  const who = enterprise.taxId ?? `${keyOf(enterprise.name)} ${enterprise.communeCode ?? ""}`;
  return `${who} ${topic} ${year}`;
}

function keyOf(words: string): string {
  return fold(normalise(words))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
