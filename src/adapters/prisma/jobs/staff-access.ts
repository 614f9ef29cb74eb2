import type { Database } from "../database.ts";

/**
 * Sessions that ended, with the addresses they came from, and one-time links nobody may use any more. They were
 * refused from that moment on; here their rows go.
 */
export async function forgetEndedAccess({ client }: Database, now: Date): Promise<number> {
  const ended = { where: { expiresAt: { lt: now } } };
  const [sessions, links] = await Promise.all([
    client.staffSession.deleteMany(ended),
    client.staffVerification.deleteMany(ended),
  ]);
  return sessions.count + links.count;
}
