import { createAccess } from "./adapters/better-auth/access.ts";
import { passwordHash } from "./adapters/better-auth/password-hash.ts";
import { createAssociationSheets } from "./adapters/exports/association-sheets.ts";
import { createNeedSheets } from "./adapters/exports/need-sheets.ts";
import { createAssociationDesk } from "./adapters/prisma/console/association-desk.ts";
import { createEnterpriseSheets } from "./adapters/exports/enterprise-sheets.ts";
import { createEnterpriseRecords } from "./adapters/prisma/console/enterprise-records.ts";
import { createPersonSheets } from "./adapters/exports/person-sheets.ts";
import { createAccessLog } from "./adapters/prisma/console/access-log.ts";
import { createBreaches } from "./adapters/prisma/console/breaches.ts";
import { createDataRequests } from "./adapters/prisma/console/data-requests.ts";
import { createAssociations } from "./adapters/prisma/console/associations.ts";
import { createAuditTrail } from "./adapters/prisma/console/audit-trail.ts";
import { createStaffList } from "./adapters/prisma/console/staff-list.ts";
import { createSeal } from "./adapters/prisma/sealed.ts";
import { createLinks } from "./adapters/prisma/staff/links.ts";
import { createStaffActions } from "./adapters/prisma/staff/members.ts";
import type { Desk } from "./adapters/prisma/staff/act.ts";
import { createConsole, type Console } from "./console/console.ts";
import type { Feature } from "./console/feature.ts";
import { associationsFeature } from "./console/associations/routes.tsx";
import { personalDataFeature } from "./console/personal-data/routes.tsx";
import { enterprisesFeature } from "./console/enterprises/routes.tsx";
import { partnerFeature } from "./console/partner/routes.tsx";
import type { Communes } from "./registry/communes.ts";
import { staffFeature } from "./console/staff/routes.tsx";

/** What the console is made of; everything a feature works with comes from here. */
export interface ConsoleNeeds {
  desk: Desk;
  communes: Communes;
  organisation: string;
  /** opens second factors and signs sessions; the same on every replica */
  secret: string;
  trustedProxies: number;
  fromAnywhere: boolean;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** The console with everything wired; loaded at the first request to it. */
export function wireConsole(needs: ConsoleNeeds): Console {
  const { desk, communes, secret, now, onError } = needs;
  const { database } = desk;
  const staffList = createStaffList(database);
  return createConsole({
    ...needs,
    access: createAccess({ database, secret, onError }),
    links: createLinks({ database, hash: passwordHash, now }),
    audit: createAuditTrail(database),
    features: features(),
  });

  /** In the order of the navigation. */
  function features(): readonly Feature[] {
    return [
      partnerFeature({
        desk: createAssociationDesk(desk, communes),
        sheets: createNeedSheets(),
        envelope: createSeal(secret),
        communes,
      }),
      enterprisesFeature({
        records: createEnterpriseRecords(desk, communes),
        sheets: createEnterpriseSheets(),
        communes,
      }),
      associationsFeature({
        associations: createAssociations(desk, communes),
        sheets: createAssociationSheets(),
      }),
      personalDataFeature({
        requests: createDataRequests(desk),
        breaches: createBreaches(desk),
        log: createAccessLog(database),
        sheets: createPersonSheets(),
      }),
      staffFeature({
        list: staffList,
        actions: createStaffActions({ database, now, find: (id) => staffList.find(id) }),
      }),
    ];
  }
}
