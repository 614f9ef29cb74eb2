import { createAccess } from "./adapters/better-auth/access.ts";
import { passwordHash } from "./adapters/better-auth/password-hash.ts";
import { requestExports } from "./adapters/exports/requests.ts";
import { createAuditTrail } from "./adapters/prisma/console/audit-trail.ts";
import { createConversationDesk } from "./adapters/prisma/console/conversations.ts";
import { createDutyRoster } from "./adapters/prisma/console/duty.ts";
import { createEnterpriseDesk } from "./adapters/prisma/console/enterprises.ts";
import { createRequestDesk } from "./adapters/prisma/console/requests.ts";
import { createStaffRooms } from "./adapters/prisma/console/staff-rooms.ts";
import { createStaffList } from "./adapters/prisma/console/staff-list.ts";
import { createLinks } from "./adapters/prisma/staff/links.ts";
import { createStaffActions } from "./adapters/prisma/staff/members.ts";
import type { Desk } from "./adapters/prisma/staff/act.ts";
import { createConsole, type Console } from "./console/console.ts";
import { conversationsFeature } from "./console/conversations/routes.tsx";
import { dutyFeature } from "./console/duty/routes.tsx";
import { enterprisesFeature } from "./console/enterprises/routes.tsx";
import type { Feature } from "./console/feature.ts";
import { requestsFeature } from "./console/requests/routes.tsx";
import { staffRoomFeature } from "./console/staff-room/routes.tsx";
import { staffFeature } from "./console/staff/routes.tsx";

/** What the console is made of; everything a feature works with comes from here. */
export interface ConsoleNeeds {
  desk: Desk;
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
    const requests = createRequestDesk(desk);
    return [
      conversationsFeature(createConversationDesk(desk)),
      requestsFeature({ requests, exports: requestExports, calendar: desk.calendar }),
      dutyFeature({ duty: createDutyRoster(desk), staff: () => requests.staff() }),
      enterprisesFeature(createEnterpriseDesk(desk)),
      staffRoomFeature(createStaffRooms(desk)),
      staffFeature({
        list: staffList,
        actions: createStaffActions({ database, now, find: (id) => staffList.find(id) }),
      }),
    ];
  }
}
