import { hashPassword } from "better-auth/crypto";

/** scrypt with a salt, as better-auth checks it at sign-in. */
export function passwordHash(password: string): Promise<string> {
  return hashPassword(password);
}
