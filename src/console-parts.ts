import { createAccess } from "./adapters/better-auth/access.ts";
import { passwordHash } from "./adapters/better-auth/password-hash.ts";
import { createAuditTrail } from "./adapters/prisma/console/audit-trail.ts";
import { createChannelStandings } from "./adapters/prisma/console/channels.ts";
import { createGaps } from "./adapters/prisma/console/gaps.ts";
import { createItems, createSources } from "./adapters/prisma/console/knowledge.ts";
import { createQuestions } from "./adapters/prisma/console/questions.ts";
import { createSettingsDesk } from "./adapters/prisma/console/settings.ts";
import { createStaffList } from "./adapters/prisma/console/staff-list.ts";
import { createLinks } from "./adapters/prisma/staff/links.ts";
import { createStaffActions } from "./adapters/prisma/staff/members.ts";
import type { Desk } from "./adapters/prisma/staff/act.ts";
import { channelsFeature } from "./console/channels/routes.tsx";
import { createConsole, type Console } from "./console/console.ts";
import type { Feature } from "./console/feature.ts";
import { gapsFeature } from "./console/gaps/routes.tsx";
import { knowledgeFeature } from "./console/knowledge/routes.tsx";
import { questionsFeature } from "./console/questions/routes.tsx";
import { settingsFeature } from "./console/settings/routes.tsx";
import { staffFeature } from "./console/staff/routes.tsx";
import type { KnowledgeDocument } from "./knowledge/document.ts";

/** What the console is made of; everything a feature works with comes from here. */
export interface ConsoleNeeds {
  desk: Desk;
  /** what answers may rest on */
  documents: readonly KnowledgeDocument[];
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
    return [
      gapsFeature(createGaps(desk)),
      knowledgeFeature({ items: createItems(desk), sources: createSources(needs.documents) }),
      questionsFeature(createQuestions(desk)),
      staffFeature({
        list: staffList,
        actions: createStaffActions({ database, now, find: (id) => staffList.find(id) }),
      }),
      channelsFeature(createChannelStandings(database)),
      settingsFeature(createSettingsDesk(desk)),
    ];
  }
}
