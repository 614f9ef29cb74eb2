import { z } from "zod";

/** Where logins outlive the process. What is kept is as good as a password: it is stored encrypted. */
export interface SessionStore {
  load(account: string): Promise<string | null>;
  save(account: string, session: string): Promise<void>;
}

/** A login that can be taken up again; bound to its imei, its userAgent and probably its network address. */
export interface Session {
  /** whose it is: the account's id at Zalo */
  uid: string;
  imei: string;
  userAgent: string;
  cookies: readonly Readonly<Record<string, unknown>>[];
  /** what people wrote up to then is stored, or older than the login */
  since: Date;
}

const schema = z.object({
  version: z.literal(1),
  uid: z.string().min(1),
  imei: z.string().min(1),
  userAgent: z.string().min(1),
  cookies: z.array(z.record(z.string(), z.unknown())).min(1),
  since: z.iso.datetime().transform((text) => new Date(text)),
});

/** Null where it is no session of ours. */
export function readSession(text: string): Session | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function writeSession(session: Session): string {
  return JSON.stringify({ version: 1, ...session });
}
