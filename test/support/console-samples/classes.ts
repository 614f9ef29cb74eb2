import { createCertificateActions } from "../../../src/adapters/prisma/staff/certificates.ts";
import { saveTemplate } from "../../../src/adapters/prisma/staff/edit-event.ts";
import { recordAttendance } from "../../../src/adapters/prisma/staff/attendance.ts";
import { STEP_PATHS } from "../../../src/console/classes/paths.ts";
import { TEST_DAY } from "../app.ts";
import type { TestConsole } from "../console.ts";
import { DAY, deskOver, HOUR, people } from "../registry.ts";

/** A class that was held yesterday: somebody came, somebody has a certificate, somebody still waits. */
export async function classSamples({ database }: TestConsole) {
  const { desk, event, person } = deskOver(database);
  const startsAt = new Date(TEST_DAY.getTime() - DAY / 2);
  const id = await event({
    keyword: "31",
    title: "Áp dụng 5S và Kaizen tại cơ sở sản xuất",
    capacity: 3,
    sessions: [{ startsAt, endsAt: new Date(startsAt.getTime() + 3 * HOUR), place: "Hội trường Sở" }],
  });
  const chat = await person("mau-lop");
  await chat.registers(id, people(4, "Học viên"));
  const attendees = await database.client.attendee.findMany({
    where: { eventId: id },
    orderBy: { id: "asc" },
  });
  const [first, second, third] = attendees.map((one) => one.id);
  if (!first || !second || !third) throw new Error("nobody is on the class");
  const by = { actor: "mau", now: TEST_DAY };
  await saveTemplate(desk, by, id, "Mẫu lớp 5S");
  await recordAttendance(desk, by, id, { attended: [first, second], absent: [third] });
  await createCertificateActions(desk).issue(by, id, [first]);
  const base = `/can-bo/lop/${id}`;
  const parts = [
    "sua",
    "doi-lich",
    "huy",
    "luu-mau",
    "dang-ky",
    "dang-ky/them",
    "ky-ten",
    "diem-danh",
    "chung-nhan",
  ];
  const ofClass = ["", ...parts, ...Object.values(STEP_PATHS)].map((part) => [
    `/can-bo/lop/:id${part && `/${part}`}`,
    base + (part && `/${part}`),
  ]);
  const ofPerson = ["", "nha-cho", "cap-lai", "thu-hoi"].map((part) => [
    `/can-bo/lop/:id/nguoi/:nguoi${part && `/${part}`}`,
    `${base}/nguoi/${first}${part && `/${part}`}`,
  ]);
  return Object.fromEntries([...ofClass, ...ofPerson]) as Record<string, string>;
}
