import type { ReachOf } from "./announce/reach.ts";
import { createAccess } from "./adapters/better-auth/access.ts";
import { passwordHash } from "./adapters/better-auth/password-hash.ts";
import { createNeedSheets } from "./adapters/exports/need-sheets.ts";
import { createAssociationDesk } from "./adapters/prisma/console/association-desk.ts";
import { createEnterpriseRecords } from "./adapters/prisma/console/enterprise-records.ts";
import { createPersonSheets } from "./adapters/exports/person-sheets.ts";
import { createAccessLog } from "./adapters/prisma/console/access-log.ts";
import { createBreaches } from "./adapters/prisma/console/breaches.ts";
import { createDataRequests } from "./adapters/prisma/console/data-requests.ts";
import { createAnnouncements } from "./adapters/prisma/console/announcements.ts";
import { createAssociations } from "./adapters/prisma/console/associations.ts";
import { createAuditTrail } from "./adapters/prisma/console/audit-trail.ts";
import { createClasses } from "./adapters/prisma/console/classes.ts";
import { writeSheet } from "./adapters/exports/xlsx.ts";
import { createConversationDesk } from "./adapters/prisma/console/conversations.ts";
import { createDutyRoster } from "./adapters/prisma/console/duty.ts";
import { createEnterpriseDesk } from "./adapters/prisma/console/enterprises.ts";
import { createRequestDesk } from "./adapters/prisma/console/requests.ts";
import { createStaffRooms } from "./adapters/prisma/console/staff-rooms.ts";
import { createChannelStandings } from "./adapters/prisma/console/channels.ts";
import { createGaps } from "./adapters/prisma/console/gaps.ts";
import { createItems, createSources } from "./adapters/prisma/console/knowledge.ts";
import { createQuestions } from "./adapters/prisma/console/questions.ts";
import { createSettingsDesk } from "./adapters/prisma/console/settings.ts";
import { createStaffList } from "./adapters/prisma/console/staff-list.ts";
import { createCertificateActions } from "./adapters/prisma/staff/certificates.ts";
import { createClassActions } from "./adapters/prisma/staff/classes.ts";
import { createSeal } from "./adapters/prisma/sealed.ts";
import { createLinks } from "./adapters/prisma/staff/links.ts";
import { createStaffActions } from "./adapters/prisma/staff/members.ts";
import { createRegistrationActions } from "./adapters/prisma/staff/registrations.ts";
import type { Desk } from "./adapters/prisma/staff/act.ts";
import { announcementsFeature } from "./console/announcements/routes.tsx";
import type { ChannelPreview } from "./console/announcements/port.ts";
import { classesFeature } from "./console/classes/routes.tsx";
import { channelsFeature } from "./console/channels/routes.tsx";
import { createConsole, type Console } from "./console/console.ts";
import { conversationsFeature } from "./console/conversations/routes.tsx";
import { dutyFeature } from "./console/duty/routes.tsx";
import { identitiesFeature } from "./console/identities/routes.tsx";
import type { Feature } from "./console/feature.ts";
import { consentTo } from "./dialogue/privacy-notice.ts";
import { writeReportDocx } from "./adapters/exports/report-docx.ts";
import { writeReportXlsx, writeTables } from "./adapters/exports/tables-xlsx.ts";
import { createActivities } from "./adapters/prisma/console/activities.ts";
import { createAnalytics } from "./adapters/prisma/console/analytics.ts";
import { createEnterprisePick } from "./adapters/prisma/console/enterprise-pick.ts";
import { createPilots } from "./adapters/prisma/console/pilots.ts";
import { createFactSource } from "./adapters/prisma/console/report-facts.ts";
import { createReports } from "./adapters/prisma/console/reports.ts";
import { createResults } from "./adapters/prisma/console/results.ts";
import { createTargets } from "./adapters/prisma/console/targets.ts";
import { createActivityActions } from "./adapters/prisma/staff/activities.ts";
import { createPilotActions } from "./adapters/prisma/staff/pilots.ts";
import { createReportActions } from "./adapters/prisma/staff/reports.ts";
import { createResultActions } from "./adapters/prisma/staff/results.ts";
import { createTargetActions } from "./adapters/prisma/staff/targets.ts";
import { activitiesFeature } from "./console/activities/routes.tsx";
import { analyticsFeature } from "./console/analytics/routes.tsx";
import { figuresFeature } from "./console/figures/routes.tsx";
import { pilotsFeature } from "./console/pilots/routes.tsx";
import { reportFeature } from "./console/report/routes.tsx";
import { resultsFeature } from "./console/results/routes.tsx";
import { associationsFeature } from "./console/associations/routes.tsx";
import { personalDataFeature } from "./console/personal-data/routes.tsx";
import { enterprisesFeature } from "./console/enterprises/routes.tsx";
import { partnerFeature } from "./console/partner/routes.tsx";
import type { Communes } from "./registry/communes.ts";
import { requestsFeature } from "./console/requests/routes.tsx";
import { staffRoomFeature } from "./console/staff-room/routes.tsx";
import { staffFeature } from "./console/staff/routes.tsx";
import { targetsFeature } from "./console/targets/routes.tsx";
import { gapsFeature } from "./console/gaps/routes.tsx";
import { knowledgeFeature } from "./console/knowledge/routes.tsx";
import { questionsFeature } from "./console/questions/routes.tsx";
import { settingsFeature } from "./console/settings/routes.tsx";
import type { Reply } from "./conversation/reply.ts";
import type { KnowledgeDocument } from "./knowledge/document.ts";

/** What the console is made of; everything a feature works with comes from here. */
export interface ConsoleNeeds {
  desk: Desk;
  communes: Communes;
  /** what answers may rest on */
  documents: readonly KnowledgeDocument[];
  /** what channels in use allow to be told unasked */
  channels: ReachOf;
  /** how each of them would show something */
  previews: (reply: Reply) => readonly ChannelPreview[];
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
  const { desk, communes, channels, previews, secret, now, onError } = needs;
  const { database } = desk;
  const staffList = createStaffList(database);
  return createConsole({
    ...needs,
    access: createAccess({ database, secret, onError }),
    links: createLinks({ database, hash: passwordHash, now }),
    audit: createAuditTrail(database),
    writeSheet,
    features: features(),
  });

  /** In the order of the navigation. */
  function features(): readonly Feature[] {
    const classes = createClasses(database);
    const requests = createRequestDesk(desk);
    return [
      conversationsFeature(createConversationDesk(desk)),
      requestsFeature({ requests, calendar: desk.calendar }),
      dutyFeature({ duty: createDutyRoster(desk), staff: () => requests.staff() }),
      identitiesFeature(createEnterpriseDesk(desk)),
      staffRoomFeature(createStaffRooms(desk)),
      classesFeature({
        classes,
        actions: createClassActions(desk, classes),
        registrations: createRegistrationActions(desk, consentTo("registration", needs)),
        certificates: createCertificateActions(desk),
      }),
      announcementsFeature({
        announcements: createAnnouncements({ desk, channels, previews }),
        communes,
      }),
      ...figures(),
      partnerFeature({
        desk: createAssociationDesk(desk, communes),
        sheets: createNeedSheets(),
        envelope: createSeal(secret),
        communes,
      }),
      enterprisesFeature({
        records: createEnterpriseRecords(desk, communes),
        communes,
      }),
      associationsFeature(createAssociations(desk, communes)),
      personalDataFeature({
        requests: createDataRequests(desk),
        breaches: createBreaches(desk),
        log: createAccessLog(database),
        sheets: createPersonSheets(),
      }),
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

  /** What was reached, and the report of it. */
  function figures(): readonly Feature[] {
    const source = createFactSource(database);
    const pick = createEnterprisePick(database);
    const write = writeTables;
    return [
      figuresFeature(source),
      resultsFeature({ results: createResults(database), actions: createResultActions(desk), pick }),
      pilotsFeature({ pilots: createPilots(database), actions: createPilotActions(desk), pick }),
      activitiesFeature({
        activities: createActivities(database),
        actions: createActivityActions(desk),
      }),
      targetsFeature({ targets: createTargets(database), actions: createTargetActions(desk) }),
      reportFeature({
        reports: createReports(database),
        actions: createReportActions(desk),
        files: { docx: writeReportDocx, xlsx: writeReportXlsx },
        facts: (period, asOf) => source.facts(period, asOf),
      }),
      analyticsFeature({ analytics: createAnalytics(database), write }),
    ];
  }
}
