import type { AttendeeLine } from "../../../console/classes/port.ts";
import type { AttendeeStatus, ContactStatus } from "../../../registry/states.ts";
import type { EnterpriseKind } from "../../../registry/views.ts";
import type { Tx } from "../database.ts";
import type { Prisma } from "../generated/sqlite/client.ts";

const PARTS = {
  registration: { include: { enterprise: { include: { contacts: true } } } },
} as const satisfies Prisma.AttendeeInclude;

type Row = Prisma.AttendeeGetPayload<{ include: typeof PARTS }>;

/** People of a class with who registered them, by enterprise and in the order they were written down. */
export async function attendeeLines(tx: Tx, eventId: string): Promise<AttendeeLine[]> {
  const rows = await tx.attendee.findMany({
    where: { eventId },
    include: PARTS,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const queue = rows
    .filter(({ status }) => status === "waiting")
    .sort((a, b) => (a.waitingPosition ?? 0) - (b.waitingPosition ?? 0))
    .map(({ id }) => id);
  return rows.map((row) => lineOf(row, queue));
}

function lineOf(row: Row, queue: readonly string[]): AttendeeLine {
  const { registration, ...attendee } = row;
  const { enterprise, contactId } = registration;
  const claim = enterprise.contacts.find((one) => one.contactId === contactId);
  return {
    id: attendee.id,
    name: attendee.name,
    phone: attendee.phone,
    position: attendee.position,
    status: attendee.status as AttendeeStatus,
    waitingPlace: attendee.status === "waiting" ? queue.indexOf(attendee.id) + 1 : null,
    offerExpiresAt: attendee.offerExpiresAt,
    registrationCode: registration.code,
    enterpriseId: enterprise.id,
    enterprise: enterprise.name,
    enterpriseKind: enterprise.kind as EnterpriseKind,
    submitterName: registration.submitterName,
    submitterPhone: registration.submitterPhone,
    contact: (claim?.status ?? "revoked") as ContactStatus,
    certificateNo: attendee.certificateNo,
    certificateKey: attendee.certificateKey,
    certifiedAt: attendee.certifiedAt,
    createdAt: attendee.createdAt,
    revision: attendee.updatedAt.getTime(),
  };
}
