import type {
  EnterpriseLine,
  EnterpriseRecord,
  EnterpriseRecords,
} from "../../../console/enterprises/records-port.ts";
import { windowOf } from "../../../console/kit/list-query.ts";
import type { Communes } from "../../../registry/communes.ts";
import type { EnterpriseProfile, Size } from "../../../registry/enterprise-profile.ts";
import type { ContactStatus } from "../../../registry/states.ts";
import type { EnterpriseKind } from "../../../registry/views.ts";
import { audit } from "../audit.ts";
import { columnsOf, foldedName, noteEquals } from "../commands/enterprises.ts";
import type { Enterprise } from "../generated/sqlite/client.ts";
import { act, type Desk } from "../staff/act.ts";
import { verifyContact } from "../staff/contacts.ts";
import { communeName } from "./commune-name.ts";

/** Enterprises as staff see and mend them. */
export function createEnterpriseRecords(desk: Desk, communes: Communes): EnterpriseRecords {
  const { client } = desk.database;

  const lineOf = (row: Enterprise): EnterpriseLine => ({
    ...{ id: row.id, name: row.name, taxId: row.taxId, createdAt: row.createdAt },
    kind: row.kind as EnterpriseKind,
    commune: communeName(communes, row),
    ...profileOf(row),
  });

  const find = async (id: string): Promise<EnterpriseRecord | null> => {
    const row = await client.enterprise.findUnique({
      where: { id },
      include: {
        contacts: { include: { contact: true }, orderBy: { id: "asc" } },
        registrations: {
          include: { event: true, _count: { select: { attendees: true } } },
          orderBy: { createdAt: "desc" },
        },
        requests: { orderBy: { createdAt: "desc" } },
        results: { orderBy: { year: "desc" } },
        needs: { orderBy: [{ year: "desc" }, { id: "asc" }] },
      },
    });
    if (row === null) return null;
    return {
      ...lineOf(row),
      communeText: row.communeText,
      revision: row.revision,
      people: row.contacts.map(({ contactId, contact, status }) => ({
        contactId,
        name: contact.name,
        hasPhone: contact.phone !== null,
        status: status as ContactStatus,
      })),
      registrations: row.registrations.map(({ code, event, createdAt, _count }) => ({
        ...{ code, title: event.title, at: createdAt, people: _count.attendees },
      })),
      requests: row.requests.map(({ code, kind, status, createdAt }) => ({
        code,
        kind,
        status,
        at: createdAt,
      })),
      results: row.results.map(({ year, kind, standard, status }) => ({ year, kind, standard, status })),
      needs: row.needs.map(({ topic, year, metAt }) => ({ topic, year, metAt })),
    };
  };

  return {
    async list(kind, query) {
      const words = foldedName(query.words);
      const digits = query.words.replace(/\D/g, "");
      const where = {
        ...(kind === "" ? {} : { kind }),
        ...(words === ""
          ? {}
          : {
              OR: [
                { searchText: { contains: words } },
                ...(digits.length >= 4 ? [{ taxId: { startsWith: digits } }] : []),
              ],
            }),
      };
      const order = query.descending ? "desc" : "asc";
      const [rows, total] = await Promise.all([
        client.enterprise.findMany({
          where,
          orderBy: [query.sort === "luc" ? { createdAt: order } : { searchText: order }, { id: "asc" }],
          ...windowOf(query),
        }),
        client.enterprise.count({ where }),
      ]);
      return { lines: rows.map(lineOf), total };
    },
    find,
    async sectors() {
      const rows = await client.enterprise.findMany({
        where: { sector: { not: null } },
        distinct: ["sector"],
        select: { sector: true },
        orderBy: { sector: "asc" },
      });
      return rows.flatMap(({ sector }) => sector ?? []);
    },
    async edit(by, id, revision, details) {
      const saved = await act(desk, by, async (scope) => {
        const { count } = await scope.tx.enterprise.updateMany({
          where: { id, revision },
          data: {
            ...columnsOf(details),
            ...profileOf(details),
            updatedAt: scope.now,
            revision: { increment: 1 },
          },
        });
        if (count === 0) return false;
        await noteEquals(scope, id, details);
        await audit(scope, "enterprise.corrected", id);
        return true;
      });
      if (saved) return { kind: "saved" };
      const current = await find(id);
      return current === null ? { kind: "not_found" } : { kind: "conflict", current };
    },
    phoneOf: (by, enterpriseId, contactId) =>
      act(desk, by, async (scope) => {
        const link = await scope.tx.enterpriseContact.findUnique({
          where: { enterpriseId_contactId: { enterpriseId, contactId } },
          include: { contact: true },
        });
        if (!link?.contact.phone) return null;
        await audit(scope, "contact.looked_at", contactId);
        return link.contact.phone;
      }),
    verify: (by, claim, to) => verifyContact(desk, by, claim, to),
  };
}

function profileOf(row: Pick<Enterprise, "sector" | "size" | "ocopStars" | "products">): EnterpriseProfile {
  const { sector, size, ocopStars, products } = row;
  return { sector, size: size as Size | null, ocopStars, products };
}
