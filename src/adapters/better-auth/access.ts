import type { Access } from "../../console/access/port.ts";
import { createOwnAccess } from "./own-access.ts";
import { createSessions } from "./sessions.ts";
import { createSignIn } from "./sign-in.ts";
import { createWorkplace, type WorkplaceParts } from "./workplace.ts";

/**
 * The accounts of the staff, kept by better-auth. It times sessions by the clock of the machine. Every change a member
 * makes happens in a transaction with its audit entry: better-auth then works on the transaction's client.
 */
export function createAccess(parts: WorkplaceParts): Access {
  const workplace = createWorkplace(parts);
  const sessions = createSessions(workplace);
  return { ...sessions, ...createSignIn(workplace, sessions), ...createOwnAccess(workplace) };
}
