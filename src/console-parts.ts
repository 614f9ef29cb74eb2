import { createAccess } from "./adapters/better-auth/access.ts";
import { passwordHash } from "./adapters/better-auth/password-hash.ts";
import { classExports } from "./adapters/exports/classes.ts";
import { createAuditTrail } from "./adapters/prisma/console/audit-trail.ts";
import { createClasses } from "./adapters/prisma/console/classes.ts";
import { createStaffList } from "./adapters/prisma/console/staff-list.ts";
import { createCertificateActions } from "./adapters/prisma/staff/certificates.ts";
import { createClassActions } from "./adapters/prisma/staff/classes.ts";
import { createLinks } from "./adapters/prisma/staff/links.ts";
import { createStaffActions } from "./adapters/prisma/staff/members.ts";
import { createRegistrationActions } from "./adapters/prisma/staff/registrations.ts";
import type { Desk } from "./adapters/prisma/staff/act.ts";
import { classesFeature } from "./console/classes/routes.tsx";
import { createConsole, type Console } from "./console/console.ts";
import type { Feature } from "./console/feature.ts";
import { consentTo } from "./dialogue/privacy-notice.ts";
import { staffFeature } from "./console/staff/routes.tsx";

/** What the console is made of; everything a feature works with comes from here. */
export interface ConsoleNeeds {
  desk: Desk;
  organisation: string;
  /** how long personal data are kept, in words */
  retention: string;
  /** opens second factors and signs sessions; the same on every replica */
  secret: string;
  trustedProxies: number;
  fromAnywhere: boolean;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** The console with everything wired; loaded at the first request to it. */
export function wireConsole(needs: ConsoleNeeds): Console {
  const { desk, secret, now, onError } = needs;
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
    const classes = createClasses(database);
    return [
      classesFeature({
        classes,
        actions: createClassActions(desk, classes),
        registrations: createRegistrationActions(desk, consentTo("registration", needs)),
        certificates: createCertificateActions(desk),
        exports: classExports,
      }),
      staffFeature({
        list: staffList,
        actions: createStaffActions({ database, now, find: (id) => staffList.find(id) }),
      }),
    ];
  }
}
