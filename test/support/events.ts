import type { Database } from "../../src/adapters/prisma/client.ts";
import { createJobs } from "../../src/adapters/prisma/jobs/jobs.ts";
import type { NewEvent } from "../../src/adapters/prisma/staff/events.ts";
import { deskOver } from "./registry.ts";
import { logNotice } from "../../src/log.ts";
import { canaries } from "./canaries.ts";

/** Friday of the week after the tests' day, half past seven to half past four. */
const TWO_SESSIONS = [
  {
    startsAt: new Date("2026-12-04T07:30:00+07:00"),
    endsAt: new Date("2026-12-04T11:30:00+07:00"),
    place: "Hội trường Sở, 202 Trần Hưng Đạo",
  },
  {
    startsAt: new Date("2026-12-04T13:30:00+07:00"),
    endsAt: new Date("2026-12-04T16:30:00+07:00"),
    place: "Hội trường Sở, 202 Trần Hưng Đạo",
  },
];

export const CLASS_12 = "Áp dụng mã số mã vạch và truy xuất nguồn gốc";

/** A class as staff open it: number 12, thirty seats, until 2 December. Returns its id. */
export function openClass(database: Database, details: Partial<NewEvent> = {}): Promise<string> {
  return deskOver(database).event({
    keyword: "12",
    title: CLASS_12,
    description: "Hướng dẫn đăng ký mã, in mã lên nhãn và ghi nhật ký truy xuất; có thực hành.",
    audience: "Doanh nghiệp, hợp tác xã, hộ kinh doanh có sản phẩm",
    audienceKinds: [],
    sessions: TWO_SESSIONS,
    capacity: 30,
    capPerEnterprise: null,
    opensAt: new Date("2026-11-16T07:00:00+07:00"),
    closesAt: new Date("2026-12-02T17:00:00+07:00"),
    cost: "miễn phí",
    invitation: "1450/GM-SKHCN",
    planRef: null,
    ...details,
  });
}

/** What the service does by itself, at a moment of the test's choice. Returns how many things it changed. */
export function runJob(database: Database, name: string, now: Date): Promise<number> {
  const jobs = createJobs({ ...deskOver(database).desk, report: logNotice });
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  return job.run(now);
}

export interface Registrant {
  enterprise?: string;
  name?: string;
  phone?: string;
}

/** From the number of a class to the question who comes: what a household business answers. */
export function upToWhoComes({
  enterprise = canaries.household,
  name = canaries.person,
  phone = canaries.phone,
}: Registrant = {}): readonly string[] {
  return ["DK 12", "đồng ý", "hộ kinh doanh", enterprise, "bỏ qua", "Sa Huỳnh", name, phone];
}

/** Registers the person who writes, and nobody else. */
export function registersAlone(registrant: Registrant = {}): readonly string[] {
  return [...upToWhoComes(registrant), "chỉ mình tôi", "không cần", "gửi"];
}

export function codeOf(text: string): string {
  return /ĐK-[A-Z0-9]+/u.exec(text)?.[0] ?? `no code in: ${text}`;
}

/** Everybody on a class with where they stand, in the order in which they were written down. */
export async function standing({ client }: Database): Promise<string[]> {
  const rows = await client.attendee.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ name, status }) => `${name}: ${status}`);
}
