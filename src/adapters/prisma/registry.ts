import type { Address } from "../../conversation/message.ts";
import type { Registry } from "../../registry/registry.ts";
import type { ContactStatus } from "../../registry/states.ts";
import {
  NOTHING_OF_MINE,
  type ConsentPurpose,
  type EnterpriseKind,
  type EnterpriseView,
  type EventView,
  type Mine,
  type Topic,
} from "../../registry/views.ts";
import { findContact } from "./commands/contacts.ts";
import type { Database, Tx } from "./database.ts";
import type { EnterpriseContact, Enterprise } from "./generated/sqlite/client.ts";
import { placesOf } from "./places.ts";
import { REQUEST_PARTS, requestView } from "./requests.ts";
import { EVENT_PARTS, eventView, registrationView } from "./rows.ts";

/** How long a class whose registration is over is still found by its keyword. */
const STILL_FOUND_MS = 60 * 86_400_000;

/** Events people may see: not drafts, and not those long over. */
const VISIBLE = ["approved", "open", "closed", "postponed", "cancelled", "held", "reported"];

/** Reads of the registry. */
export function createRegistry({ client }: Database): Registry {
  return {
    events: (now) => events(client, now),
    mine: (address, sender) => mine(client, address, sender),
  };
}

async function events(tx: Tx, now: Date): Promise<readonly EventView[]> {
  const rows = await tx.event.findMany({
    where: { status: { in: VISIBLE }, closesAt: { gte: new Date(now.getTime() - STILL_FOUND_MS) } },
    include: EVENT_PARTS,
  });
  return rows.map(eventView).sort((a, b) => beginning(a) - beginning(b));
}

function beginning({ sessions, closesAt }: EventView): number {
  return (sessions[0]?.startsAt ?? closesAt).getTime();
}

async function mine(tx: Tx, address: Address, sender: string): Promise<Mine> {
  const contactId = await findContact(tx, { address, sender });
  if (contactId === null) return NOTHING_OF_MINE;
  const contact = await tx.contact.findUnique({
    where: { id: contactId },
    include: {
      enterprises: { include: { enterprise: true }, orderBy: [{ updatedAt: "desc" }, { id: "desc" }] },
      registrations: {
        include: {
          attendees: { orderBy: { id: "asc" } },
          enterprise: true,
          event: { include: EVENT_PARTS },
        },
        orderBy: { createdAt: "desc" },
      },
      requests: { include: REQUEST_PARTS, orderBy: { createdAt: "desc" } },
      follows: { orderBy: { createdAt: "asc" } },
      consents: { where: { withdrawnAt: null }, orderBy: { givenAt: "asc" } },
    },
  });
  if (contact === null) return NOTHING_OF_MINE;
  const { name, phone, enterprises, registrations } = contact;
  const waiting = registrations.flatMap(({ attendees }) =>
    attendees.filter(({ status }) => status === "waiting"),
  );
  const places = await placesOf(tx, waiting);
  const links = new Map(enterprises.map((link) => [link.enterpriseId, link]));
  const last = enterprises.find(({ status }) => status !== "revoked");
  return {
    person: name !== null && phone !== null ? { name, phone } : null,
    enterprise: last ? enterpriseView(last.enterprise, last) : null,
    registrations: registrations.map((row) =>
      registrationView(row, enterpriseView(row.enterprise, links.get(row.enterpriseId)), places),
    ),
    requests: contact.requests.map(requestView),
    topics: contact.follows.map(({ topic }) => topic as Topic),
    consents: contact.consents.map(({ purpose, noticeVersion, givenAt }) => ({
      purpose: purpose as ConsentPurpose,
      noticeVersion,
      givenAt,
    })),
  };
}

function enterpriseView(row: Enterprise, link: EnterpriseContact | undefined): EnterpriseView {
  return {
    id: row.id,
    kind: row.kind as EnterpriseKind,
    name: row.name,
    taxId: row.taxId,
    communeCode: row.communeCode,
    communeText: row.communeText,
    contact: (link?.status ?? "revoked") as ContactStatus,
  };
}
