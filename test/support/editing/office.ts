import { createClasses } from "../../../src/adapters/prisma/console/classes.ts";
import { createBreaches } from "../../../src/adapters/prisma/console/breaches.ts";
import { createDataRequests } from "../../../src/adapters/prisma/console/data-requests.ts";
import { createEnterpriseRecords } from "../../../src/adapters/prisma/console/enterprise-records.ts";
import { createSettingsDesk } from "../../../src/adapters/prisma/console/settings.ts";
import { createStaffList } from "../../../src/adapters/prisma/console/staff-list.ts";
import { createClassActions } from "../../../src/adapters/prisma/staff/classes.ts";
import { createStaffActions } from "../../../src/adapters/prisma/staff/members.ts";
import { createRegistrationActions } from "../../../src/adapters/prisma/staff/registrations.ts";
import type { ClassDetails } from "../../../src/console/classes/port.ts";
import type { BreachDetails } from "../../../src/console/personal-data/port.ts";
import type { SettingsDesk } from "../../../src/console/settings/port.ts";
import { readCommunes } from "../../../src/adapters/files/communes-file.ts";
import { staffOf } from "../console.ts";
import { repository } from "../knowledge.ts";
import { agree, by, DAY, deskOver, enterprise, HOUR, later, NOW, people } from "../registry.ts";
import { revisionIn, type Edit, type Edits } from "./edit.ts";

const communes = await readCommunes(`${repository}/knowledge`);

const CLASS: ClassDetails = {
  keyword: "5s",
  title: "Lớp 5S",
  description: "",
  audience: "",
  audienceKinds: [],
  sessions: [{ startsAt: later(10 * DAY), endsAt: later(10 * DAY + 3 * HOUR), place: "Hội trường Sở" }],
  capacity: 30,
  capPerEnterprise: null,
  opensAt: NOW,
  closesAt: later(9 * DAY),
  cost: "miễn phí",
  invitation: null,
  planRef: null,
  annexItem: null,
  costs: {},
};
const PROFILE = { sector: null, size: "nho", ocopStars: 4, products: "Rau" } as const;

const BREACH: BreachDetails = {
  discoveredAt: NOW,
  occurredAt: null,
  description: "Gửi nhầm danh sách",
  dataKinds: "Họ tên",
  people: 12,
  consequences: "",
  measures: "",
  reportedAt: null,
  closedAt: null,
};

/** Classes, enterprises, personal data, and the office itself. */
export const OFFICE_EDITS: Edits = {
  "ClassActions.edit": {
    model: "Event",
    async open(database) {
      const actions = createClassActions(deskOver(database).desk, createClasses(database));
      const created = await actions.create(by, CLASS);
      if (created.kind !== "created") throw new Error(created.kind);
      const { id } = created;
      return {
        seen: () => revisionIn(database, "Event", id),
        faster: () => actions.edit(by, id, 0, { ...CLASS, title: "Lớp Kaizen" }),
        second: (revision) => actions.edit(by, id, revision, { ...CLASS, cost: "50.000 đồng" }),
      };
    },
  },
  "RegistrationActions.correct": {
    model: "Attendee",
    async open(database) {
      const { desk, event, person } = deskOver(database);
      const actions = createRegistrationActions(desk, agree("registration"));
      const classId = await event();
      await (await person("hoa")).registers(classId, people(1));
      const { id } = await database.client.attendee.findFirstOrThrow();
      const seen = async () => (await createClasses(database).attendees(classId))[0]?.revision ?? Number.NaN;
      const correct = (revision: number, name: string) =>
        actions.correct(by, id, revision, { name, phone: "0905111222", position: null });
      return {
        seen,
        faster: async () => correct(await seen(), "Lê Thị Hòa"),
        second: (revision) => correct(revision, "Lê Thị Hoà"),
      };
    },
  },
  "EnterpriseRecords.edit": {
    model: "Enterprise",
    async open(database) {
      const { desk, event, person } = deskOver(database);
      const records = createEnterpriseRecords(desk, communes);
      await (await person("hoa")).registers(await event(), people(1));
      const { id } = await database.client.enterprise.findFirstOrThrow();
      return {
        seen: () => revisionIn(database, "Enterprise", id),
        faster: () => records.edit(by, id, 0, { ...enterprise(), ...PROFILE, sector: "Trồng trọt" }),
        second: (revision) => records.edit(by, id, revision, { ...enterprise(), ...PROFILE }),
      };
    },
  },
  "DataRequests.answered": dataRequest((requests, id, revision) => requests.answered(by, id, revision)),
  "DataRequests.assign": dataRequest((requests, id, revision) => requests.assign(by, id, revision)),
  "DataRequests.complete": dataRequest((requests, id, revision) =>
    requests.complete(by, id, revision, "Đã gửi bản in."),
  ),
  "DataRequests.correct": dataRequest((requests, id, revision) =>
    requests.correct(by, id, revision, { name: "Lê Thị Hòa", phone: "0905111222" }),
  ),
  "DataRequests.erase": dataRequest((requests, id, revision) => requests.erase(by, id, revision)),
  "Breaches.edit": {
    model: "DataBreach",
    async open(database) {
      const breaches = createBreaches(deskOver(database).desk);
      const id = await breaches.record(by, BREACH);
      return {
        seen: () => revisionIn(database, "DataBreach", id),
        faster: () => breaches.edit(by, id, 0, { ...BREACH, reportedAt: NOW }),
        second: (revision) => breaches.edit(by, id, revision, { ...BREACH, measures: "Đã thu hồi" }),
      };
    },
  },
  "SettingsDesk.pause": setting("paused", (settings, seen) => settings.pause(by, true, seen)),
  "SettingsDesk.onePerson": setting("onePerson", (settings, seen) => settings.onePerson(by, true, seen)),
  "SettingsDesk.announcingAlone": setting("announcingAlone", (settings, seen) =>
    settings.announcingAlone(by, true, seen),
  ),
  "SettingsDesk.notice": setting("notice", (settings, seen) =>
    settings.notice(by, { text: "Nghỉ bão", from: NOW, until: later(DAY) }, seen),
  ),
  "StaffActions.edit": {
    model: "Staff",
    async open(database) {
      const { setUp, member } = staffOf(database);
      const list = createStaffList(database);
      const actions = createStaffActions({ database, now: () => NOW, find: (id) => list.find(id) });
      const [admin, { id }] = [await setUp(), await member("officer")];
      const edit = (revision: number, name: string) =>
        actions.edit(admin, id, revision, { name, role: "officer", associationId: null });
      return {
        seen: () => revisionIn(database, "Staff", id),
        faster: async () => edit(await revisionIn(database, "Staff", id), "Lê Văn Chuyên Viên"),
        second: (revision) => edit(revision, "Lê Văn Chuyền"),
      };
    },
  },
};

/** A request about one's own data that somebody else takes over first. */
function dataRequest(
  send: (
    requests: ReturnType<typeof createDataRequests>,
    id: string,
    revision: number,
  ) => Promise<{ kind: string }>,
): Edit {
  return {
    model: "DataRequest",
    async open(database) {
      const { desk, event, person } = deskOver(database);
      const requests = createDataRequests(desk);
      await (await person("hoa")).registers(await event(), people(1));
      const contact = await database.client.contact.findFirstOrThrow();
      const opened = await requests.open(by, contact.id, "correct");
      if (opened.kind !== "opened") throw new Error(opened.kind);
      return {
        seen: () => revisionIn(database, "DataRequest", opened.id),
        faster: () => requests.assign({ ...by, actor: "minh" }, opened.id, 0),
        second: (revision) => send(requests, opened.id, revision),
      };
    },
  };
}

/** A switch that somebody else used first, to no effect in the end. */
function setting(
  which: "paused" | "notice" | "onePerson" | "announcingAlone",
  send: (settings: SettingsDesk, seen: number) => Promise<{ kind: string }>,
): Edit {
  return {
    model: "Setting",
    open(database) {
      const settings = createSettingsDesk(deskOver(database).desk);
      const faster = {
        paused: () => settings.pause(by, false, 0),
        onePerson: () => settings.onePerson(by, false, 0),
        announcingAlone: () => settings.announcingAlone(by, false, 0),
        notice: () => settings.notice(by, null, 0),
      };
      return Promise.resolve({
        seen: async () => (await settings.now())[which].revision,
        faster: faster[which],
        second: (seen) => send(settings, seen),
      });
    },
  };
}
