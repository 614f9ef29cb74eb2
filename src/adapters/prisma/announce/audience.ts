import { asksOfEnterprise, type AudienceFilter, type ClassHistory } from "../../../announce/audience.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { LIVE } from "../rows.ts";

/** Everybody whom a filter fits. */
export function contactsFor(filter: AudienceFilter): Prisma.ContactWhereInput {
  const { topics, classes } = filter;
  return {
    AND: [
      SOMEBODY,
      ...(topics.length > 0 ? [{ follows: { some: { topic: { in: [...topics] } } } }] : []),
      ...(asksOfEnterprise(filter) ? [{ enterprises: { some: enterpriseFor(filter) } }] : []),
      ...(classes ? [historyOf(classes)] : []),
    ],
  };
}

/** Not those whose rows are only counted on. */
const SOMEBODY: Prisma.ContactWhereInput = { OR: [{ addresses: { some: {} } }, { phone: { not: null } }] };

function enterpriseFor(filter: AudienceFilter): Prisma.EnterpriseContactWhereInput {
  const { kinds, sectors, communeCodes, formerProvince, ocopStars, associationIds } = filter;
  return {
    status: { not: "revoked" },
    enterprise: {
      ...(kinds.length > 0 && { kind: { in: [...kinds] } }),
      ...(sectors.length > 0 && { sector: { in: [...sectors] } }),
      ...(communeCodes.length > 0 && { communeCode: { in: [...communeCodes] } }),
      ...(formerProvince !== null && { formerProvince }),
      ...(ocopStars !== null && { ocopStars: { gte: ocopStars } }),
      ...(associationIds.length > 0 && {
        needs: { some: { upload: { associationId: { in: [...associationIds] } } } },
      }),
    },
  };
}

const CAME = ["attended", "certified"];

function historyOf({ kind, eventIds }: ClassHistory): Prisma.ContactWhereInput {
  const where = eventIds.length > 0 ? { eventId: { in: [...eventIds] } } : {};
  const came = { ...where, attendees: { some: { status: { in: CAME } } } };
  switch (kind) {
    case "attended":
      return { registrations: { some: came } };
    case "never_attended":
      return { registrations: { none: came } };
    case "registered":
      return {
        registrations: { some: { ...where, attendees: { some: { status: { in: [...LIVE, ...CAME] } } } } },
      };
  }
}
