import type { Database } from "../../src/adapters/prisma/client.ts";

type Row = Readonly<Record<string, unknown>>;

/** Rows by table, without what differs from run to run: ids, codes, moments, and where somebody wrote from. */
export type DomainState = Readonly<Record<string, readonly Row[]>>;

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
const CODE = /(ĐK|YC)-[A-Z0-9]{6,7}/g;
/** the row itself, and columns that say where or by which message */
const DIFFERS = new Set(["id", "conversationId", "messageId", "channel", "account", "chat", "sender"]);

/** Everything the domain knows; messages and what runs the service are left out. An id becomes the name of its row. */
export async function domainState({ client }: Database): Promise<DomainState> {
  const [contact, enterprise, event, registration, attendee, supportRequest] = await Promise.all([
    client.contact.findMany(),
    client.enterprise.findMany(),
    client.event.findMany(),
    client.registration.findMany(),
    client.attendee.findMany(),
    client.supportRequest.findMany(),
  ]);
  const names = new Map<string, string>([
    ...contact.map(({ id, name }) => [id, name ?? ""] as const),
    ...enterprise.map(({ id, name }) => [id, name] as const),
    ...event.map(({ id, keyword }) => [id, `lớp ${keyword}`] as const),
    ...registration.map(({ id, submitterName }) => [id, `đăng ký của ${submitterName}`] as const),
    ...attendee.map(({ id, name }) => [id, name] as const),
    ...supportRequest.map(({ id, kind }) => [id, `yêu cầu ${kind}`] as const),
  ]);
  const tables: Readonly<Record<string, readonly object[]>> = {
    ...{ contact, enterprise, event, registration, attendee, supportRequest },
    channelAddress: await client.channelAddress.findMany(),
    enterpriseContact: await client.enterpriseContact.findMany(),
    mergeCandidate: await client.mergeCandidate.findMany(),
    consent: await client.consent.findMany(),
    topicFollow: await client.topicFollow.findMany(),
    dataRequest: await client.dataRequest.findMany(),
    requestEntry: await client.requestEntry.findMany(),
    supportResult: await client.supportResult.findMany(),
    trainingNeed: await client.trainingNeed.findMany(),
    delivery: await client.delivery.findMany(),
    auditEntry: await client.auditEntry.findMany(),
  };
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([, rows]) => rows.length > 0)
      .map(([table, rows]) => [table, inOrder(rows.map((row) => normalised(row, names)))]),
  );
}

function inOrder(rows: readonly Row[]): readonly Row[] {
  return rows
    .map((row) => [JSON.stringify(row), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
}

function normalised(row: object, names: ReadonlyMap<string, string>): Row {
  const plain = (value: unknown) =>
    typeof value === "string"
      ? value.replace(UUID, (id) => names.get(id) ?? "…").replace(CODE, "$1-…")
      : value;
  const kept = Object.entries(row).filter(
    ([column, value]) => !DIFFERS.has(column) && !(value instanceof Date) && value !== null,
  );
  return Object.fromEntries(kept.map(([column, value]) => [column, plain(value)]));
}
