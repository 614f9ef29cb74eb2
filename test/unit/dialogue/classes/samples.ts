import type { DialogueContext } from "../../../../src/dialogue/dialogue.ts";
import type { Commune, Communes } from "../../../../src/registry/communes.ts";
import {
  NOTHING_OF_MINE,
  type AttendeeView,
  type EventView,
  type RegistrationView,
} from "../../../../src/registry/views.ts";
import { canaries } from "../../../support/canaries.ts";

export const NOW = new Date("2026-11-24T02:00:00Z");

export const EVENT: EventView = {
  id: "019ab000-0000-7000-8000-000000000012",
  keyword: "12",
  title: "Tập huấn truy xuất nguồn gốc; nhãn hàng hóa, mã vạch",
  description: "Hướng dẫn lập hồ sơ.",
  audience: "Doanh nghiệp, hợp tác xã",
  audienceKinds: ["doanh_nghiep", "htx"],
  status: "open",
  sessions: [
    {
      startsAt: new Date("2026-12-04T01:00:00Z"),
      endsAt: new Date("2026-12-04T04:30:00Z"),
      place: "Hội trường Sở",
    },
  ],
  capacity: 30,
  seatsLeft: 18,
  waiting: 0,
  capPerEnterprise: null,
  opensAt: new Date("2026-11-01T00:00:00Z"),
  closesAt: new Date("2026-12-02T10:00:00Z"),
  cost: "miễn phí",
  invitation: "45/GM-SKHCN",
  planRef: null,
};

const COMMUNES: readonly Commune[] = [
  commune("21040", "Bình Sơn", "Xã", ["Xã Bình Thạnh"]),
  commune("21025", "Cẩm Thành", "Phường", ["Phường Nghĩa Chánh"]),
  commune("21490", "Bình Sơn Đông", "Xã", []),
];

function commune(code: string, name: string, kind: Commune["kind"], formerUnits: readonly string[]): Commune {
  return {
    code,
    name,
    kind,
    formerUnits,
    formerDistrict: "Huyện Bình Sơn",
    formerProvince: "Tỉnh Quảng Ngãi",
  };
}

/** A small list of communes: a name, a former name, and "Sơn" which fits two. */
const communes: Communes = {
  find(words) {
    const wanted = words.toLowerCase();
    const one = COMMUNES.find(({ name }) => name.toLowerCase() === wanted);
    if (one) return { kind: "found", commune: one, former: false };
    const former = COMMUNES.find(({ formerUnits }) =>
      formerUnits.some((unit) => unit.toLowerCase().endsWith(wanted)),
    );
    if (former) return { kind: "found", commune: former, former: true };
    const several = COMMUNES.filter(({ name }) => name.toLowerCase().includes(wanted));
    return several.length > 1 ? { kind: "several", communes: several } : { kind: "none" };
  },
  byCode: (code) => COMMUNES.find((one) => one.code === code) ?? null,
  all: COMMUNES,
};

export function contextWith(changes: Partial<DialogueContext> = {}): DialogueContext {
  return {
    now: NOW,
    organisation: "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
    communes,
    calendar: {
      isWorkingTime: () => true,
      nextWorkingTime: (at) => at,
      addWorkingDays: (at) => at,
      hoursInWords: "thứ Hai đến thứ Sáu",
    },
    events: [EVENT],
    mine: NOTHING_OF_MINE,
    cite: () => null,
    ...changes,
  };
}

export function eventWith(changes: Partial<EventView>): EventView {
  return { ...EVENT, ...changes };
}

export function attendee(number: number, changes: Partial<AttendeeView> = {}): AttendeeView {
  return {
    id: `019ab000-0000-7000-8000-0000000001${String(number).padStart(2, "0")}`,
    name: `Nguyễn Văn ${"ABCDEFGH"[number - 1] ?? "X"}`,
    phone: null,
    position: null,
    status: "confirmed",
    waitingPosition: null,
    offerExpiresAt: null,
    ...changes,
  };
}

export function registrationWith(
  attendees: readonly AttendeeView[],
  event: EventView = EVENT,
): RegistrationView {
  return {
    id: `019ab000-0000-7000-8000-0000000002${event.keyword.padStart(2, "0")}`,
    code: `ĐK-7F3K${event.keyword}`,
    event,
    enterprise: {
      id: "019ab000-0000-7000-8000-000000000301",
      kind: "htx",
      name: "HTX Rau sạch Bình Sơn",
      taxId: null,
      communeCode: "21040",
      communeText: "xã Bình Sơn",
      contact: "claimed",
    },
    submitter: { name: "Trần Thị Hoa", phone: canaries.phone },
    attendees,
  };
}
