import type { Role } from "../../../console/permissions.ts";
import type { StaffLine, StaffList, StaffRecord } from "../../../console/staff/port.ts";
import { windowOf } from "../../../console/kit/list-query.ts";
import { foldedName } from "../commands/enterprises.ts";
import type { Database } from "../database.ts";

const PARTS = {
  association: { select: { name: true } },
  accounts: { select: { id: true }, take: 1 },
  sessions: { select: { updatedAt: true }, orderBy: { updatedAt: "desc" }, take: 1 },
} as const;

/** The members of staff; an office has tens of them, so lists are searched here. */
export function createStaffList({ client }: Database): StaffList {
  return {
    async list(query, filter) {
      const rows = await client.staff.findMany({ include: PARTS, orderBy: { createdAt: "asc" } });
      const words = foldedName(query.words);
      const lines = rows
        .map(recordOf)
        .filter(
          ({ role, state }) =>
            (!filter.role || role === filter.role) && (!filter.state || state === filter.state),
        )
        .filter(({ name, email }) => foldedName(`${name} ${email}`).includes(words))
        .sort(byColumn(query.sort, query.descending));
      const { skip, take } = windowOf(query);
      return { lines: lines.slice(skip, skip + take), total: lines.length };
    },
    async find(id) {
      const row = await client.staff.findUnique({ where: { id }, include: PARTS });
      return row && recordOf(row);
    },
    async counts() {
      const [invited, admins] = await Promise.all([
        client.staff.count({ where: { disabledAt: null, accounts: { none: {} } } }),
        client.staff.count({ where: { disabledAt: null, role: "admin", accounts: { some: {} } } }),
      ]);
      return { invited, admins };
    },
    associations: () =>
      client.association.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
  };
}

interface Row {
  id: string;
  name: string;
  email: string;
  role: string;
  twoFactorEnabled: boolean;
  disabledAt: Date | null;
  associationId: string | null;
  revision: number;
  association: { name: string } | null;
  accounts: readonly unknown[];
  sessions: readonly { updatedAt: Date }[];
}

function recordOf(row: Row): StaffRecord {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    association: row.association?.name ?? null,
    associationId: row.associationId,
    hasSecondFactor: row.twoFactorEnabled,
    state: row.disabledAt !== null ? "disabled" : row.accounts.length === 0 ? "invited" : "active",
    lastSeen: row.sessions[0]?.updatedAt ?? null,
    revision: row.revision,
  };
}

function byColumn(sort: string, descending: boolean) {
  const key = (line: StaffLine) =>
    sort === "vai-tro" ? line.role : sort === "gan-nhat" ? (line.lastSeen?.toISOString() ?? "") : line.name;
  return (a: StaffLine, b: StaffLine) => key(a).localeCompare(key(b), "vi") * (descending ? -1 : 1);
}
