import type { CertificateActions } from "../../../console/classes/port.ts";
import { certificateNotice } from "../../../registry/notices.ts";
import { mayBecome, type AttendeeStatus } from "../../../registry/states.ts";
import { isoDay } from "../../../console/kit/when.ts";
import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import { EVENT_PARTS, eventView } from "../rows.ts";
import { tell } from "../tell.ts";
import { act, type Desk } from "./act.ts";

const PARTS = {
  event: { include: EVENT_PARTS },
  registration: true,
} as const satisfies Prisma.AttendeeInclude;

type Row = Prisma.AttendeeGetPayload<{ include: typeof PARTS }>;

/** 128 bits: an address that nobody guesses. */
const KEY_BYTES = 16;

export function createCertificateActions(desk: Desk): CertificateActions {
  return {
    issue: (by, classId, attendeeIds) =>
      act(desk, by, async (scope) => {
        const event = await scope.tx.event.findUnique({ where: { id: classId } });
        if (event === null) return { kind: "not_found" };
        const attendees = await scope.tx.attendee.findMany({
          where: { eventId: classId, id: { in: [...attendeeIds] }, status: "attended" },
          include: PARTS,
          orderBy: { id: "asc" },
        });
        let told = 0;
        for (const attendee of attendees) {
          const certificateNo = await nextNumber(scope);
          const certificateKey = newKey(scope);
          await scope.tx.attendee.update({
            where: { id: attendee.id },
            data: {
              status: "certified",
              certificateNo,
              certificateKey,
              certifiedAt: scope.now,
              updatedAt: scope.now,
            },
          });
          await audit(scope, "certificate.issued", attendee.id, { number: certificateNo });
          if (await tellOf(scope, attendee, certificateNo, certificateKey)) told += 1;
        }
        return { kind: "done", issued: attendees.length, told };
      }),

    reissue: (by, attendeeId) =>
      act(desk, by, async (scope) => {
        const attendee = await scope.tx.attendee.findUnique({ where: { id: attendeeId }, include: PARTS });
        if (attendee === null) return { kind: "not_found" };
        const { certificateNo } = attendee;
        if (certificateNo === null) return { kind: "not_allowed", from: attendee.status };
        const certificateKey = newKey(scope);
        await scope.tx.attendee.update({
          where: { id: attendeeId },
          data: { certificateKey, updatedAt: scope.now },
        });
        await audit(scope, "certificate.reissued", attendeeId, { number: certificateNo });
        return { kind: "done", told: await tellOf(scope, attendee, certificateNo, certificateKey) };
      }),

    void: (by, attendeeId) =>
      act(desk, by, async (scope) => {
        const attendee = await scope.tx.attendee.findUnique({ where: { id: attendeeId } });
        if (attendee === null) return { kind: "not_found" };
        const from = attendee.status as AttendeeStatus;
        if (from !== "certified" || !mayBecome("attendee", from, "attended")) {
          return { kind: "not_allowed", from };
        }
        await scope.tx.attendee.update({
          where: { id: attendeeId },
          data: {
            status: "attended",
            certificateNo: null,
            certificateKey: null,
            certifiedAt: null,
            updatedAt: scope.now,
          },
        });
        await audit(scope, "certificate.voided", attendeeId, { number: attendee.certificateNo });
        return { kind: "done" };
      }),
  };
}

/** "12/2026": counted by year in Quảng Ngãi; a number is never given twice, also when its certificate is void. */
async function nextNumber({ tx, now }: Scope): Promise<string> {
  const year = isoDay(now).slice(0, 4);
  const key = `certificates.${year}`;
  // The row is locked by its first write, so two who count wait for one another.
  await tx.setting.upsert({
    where: { key },
    create: { key, value: "0", updatedAt: now },
    update: { updatedAt: now },
  });
  const { value } = await tx.setting.findUniqueOrThrow({ where: { key } });
  const next = Number(value) + 1;
  await tx.setting.update({ where: { key }, data: { value: String(next) } });
  return `${next}/${year}`;
}

function newKey({ randomBytes }: Scope): string {
  return Buffer.from(randomBytes(KEY_BYTES)).toString("base64url");
}

function tellOf(
  scope: Scope,
  { event, name, registration }: Row,
  certificateNo: string,
  key: string,
): Promise<boolean> {
  const notice = certificateNotice(eventView(event), { name, certificateNo }, scope.certificateLink(key));
  return tell(scope, registration.contactId, notice);
}
