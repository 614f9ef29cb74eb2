import type { Candidate, Claim, EnterpriseDesk, EnterpriseFacts } from "../../../console/identities/port.ts";
import type { ContactStatus } from "../../../registry/states.ts";
import type { EnterpriseKind } from "../../../registry/views.ts";
import { foldedName } from "../commands/enterprises.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import type { Desk } from "../staff/act.ts";
import { verifyContact } from "../staff/contacts.ts";
import { keepApart, mergeEnterprises } from "../staff/merge-enterprises.ts";
import { windowOf } from "../../../console/kit/list-query.ts";

/** Enough to tell two people apart, too little to call one. */
const SHOWN_OF_PHONE = 3;

const FACTS = {
  contacts: { include: { contact: { select: { name: true } } }, orderBy: { createdAt: "asc" } },
  _count: { select: { registrations: true, requests: true, results: true } },
} as const satisfies Prisma.EnterpriseInclude;

type FactsRow = Prisma.EnterpriseGetPayload<{ include: typeof FACTS }>;

export function createEnterpriseDesk(desk: Desk): EnterpriseDesk {
  const { client } = desk.database;
  return {
    async candidates(window) {
      const where = { status: "open" };
      const [rows, total] = await Promise.all([
        client.mergeCandidate.findMany({
          where,
          include: { first: { include: FACTS }, second: { include: FACTS } },
          orderBy: [{ createdAt: "asc" }, { id: "asc" }],
          ...windowOf(window),
        }),
        client.mergeCandidate.count({ where }),
      ]);
      const candidates = rows.map(({ id, reason, createdAt, first, second }): Candidate => ({
        id,
        reason: reason as Candidate["reason"],
        createdAt,
        first: facts(first),
        second: facts(second),
      }));
      return { candidates, total };
    },
    merge: (by, candidateId, keepId) => mergeEnterprises(desk, by, candidateId, keepId),
    different: (by, candidateId) => keepApart(desk, by, candidateId),
    async claims({ status, words }, window) {
      const folded = foldedName(words);
      const where: Prisma.EnterpriseContactWhereInput = {
        status,
        ...(folded !== "" && {
          OR: [
            { enterprise: { searchText: { contains: folded } } },
            { enterprise: { taxId: { contains: words.trim() } } },
            { contact: { name: { contains: words.trim() } } },
          ],
        }),
      };
      const [rows, total] = await Promise.all([
        client.enterpriseContact.findMany({
          where,
          include: { contact: true, enterprise: { include: { contacts: true } } },
          orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
          ...windowOf(window),
        }),
        client.enterpriseContact.count({ where }),
      ]);
      const claims = rows.map((row): Claim => ({
        enterpriseId: row.enterpriseId,
        contactId: row.contactId,
        enterprise: row.enterprise.name,
        taxId: row.enterprise.taxId,
        name: row.contact.name,
        phoneEnd: row.contact.phone?.slice(-SHOWN_OF_PHONE) ?? null,
        status: row.status as ContactStatus,
        since: row.updatedAt,
        verifiedOthers: row.enterprise.contacts.filter(
          (other) => other.id !== row.id && other.status === "verified",
        ).length,
      }));
      return { claims, total };
    },
    decide: (by, claim, to) => verifyContact(desk, by, claim, to),
  };
}

function facts({ contacts, _count, ...row }: FactsRow): EnterpriseFacts {
  return {
    id: row.id,
    kind: row.kind as EnterpriseKind,
    name: row.name,
    taxId: row.taxId,
    commune: row.communeText,
    address: row.address,
    createdAt: row.createdAt,
    contacts: contacts.map(({ contact, status }) => ({
      name: contact.name,
      status: status as ContactStatus,
    })),
    registrations: _count.registrations,
    requests: _count.requests,
    results: _count.results,
  };
}
