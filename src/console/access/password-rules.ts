export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

export type PasswordProblem = "short" | "long" | "common" | "name" | "repeated" | "different";

/** What people try first, also in Vietnamese; compared without digits and signs at the end. */
const COMMON =
  /^(?:password|passw0rd|matkhau|mậtkhẩu|quangngai|quảngngãi|qwerty(?:uiop)?|abcdef\w*|iloveyou|anhyeuem|admin(?:istrator)?|welcome|letmein|khcn|sokhcn|sokhoahoc)$/;
const ROWS = [
  "01234567890123456789",
  "98765432109876543210",
  "qwertyuiopasdfghjklzxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
];

/**
 * Null where it will do. Length counts most (NIST SP 800-63B): no rule asks for signs or capitals, which only makes
 * people write them down.
 */
export function passwordProblem(
  password: string,
  repeated: string,
  owner: { name: string; email: string },
): PasswordProblem | null {
  if (password.length < SHORTEST_PASSWORD) return "short";
  if (password.length > LONGEST_PASSWORD) return "long";
  const plain = password.toLowerCase().replaceAll(/\s/g, "");
  if (new Set(plain).size < 4) return "repeated";
  if (COMMON.test(plain.replace(/[\d\W_]+$/u, "")) || ROWS.some((row) => row.includes(plain)))
    return "common";
  const names = [owner.email.toLowerCase(), ...owner.email.toLowerCase().split("@").slice(0, 1)];
  if (names.some((name) => name.length >= 4 && plain.includes(name) && plain.length - name.length < 6))
    return "name";
  return password === repeated ? null : "different";
}
