import type { Certificates } from "../../registry/certificates.ts";
import { ERASED } from "./commands/erased.ts";
import type { Database } from "./database.ts";
import { EVENT_PARTS, eventView } from "./rows.ts";

/** Certificates as whoever has their address sees them. */
export function createCertificates({ client }: Database): Certificates {
  return {
    async find(key) {
      const row = await client.attendee.findUnique({
        where: { certificateKey: key },
        include: { event: { include: EVENT_PARTS } },
      });
      if (!row?.certificateNo || row.certifiedAt === null || row.name === ERASED) return null;
      const { title, sessions } = eventView(row.event);
      return { number: row.certificateNo, name: row.name, title, sessions, certifiedAt: row.certifiedAt };
    },
  };
}
