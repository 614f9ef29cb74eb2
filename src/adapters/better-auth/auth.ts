import { isAPIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Client, DatabaseKind, Tx } from "../prisma/client.ts";
import { newId } from "../prisma/ids.ts";

/** Calls stay within the process: nothing listens at this address and none of it is routed. */
export const BASE = "http://console.invalid/auth";

/** Says to better-auth where a request came from; set by us, never taken from outside. */
export const CLIENT_HEADER = "x-console-client";

/** A session ends after so long without a request … */
const IDLE_SECONDS = 2 * 3600;
/** … and after so long in any case: a working day. */
export const ABSOLUTE_SECONDS = 12 * 3600;

/** An office shares one address: generous for many people, little for a machine that guesses. */
const ATTEMPTS = { window: 60, max: 30 };

export interface AuthParts {
  kind: DatabaseKind;
  secret: string;
  onError: (error: unknown) => void;
  /** counts calls by network address; not within a transaction, which a lost race would spoil */
  limited: boolean;
}

export type Auth = ReturnType<typeof createAuth>;

/** better-auth over our models, on the client or within a transaction. It sends nothing anywhere. */
export function createAuth(client: Client | Tx, { kind, secret, onError, limited }: AuthParts) {
  return betterAuth({
    appName: "Trợ lý NSCL",
    baseURL: BASE,
    basePath: "/auth",
    secret,
    database: prismaAdapter(client, { provider: kind }),
    telemetry: { enabled: false },
    // Its words may hold an address or a name; what went wrong is enough.
    logger: {
      level: "error",
      log: (level, message) => {
        if (level === "error") onError(new Error(`better-auth: ${message}`));
      },
    },
    // Refusals are answers; all else is a fault.
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error)) onError(error);
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    user: {
      modelName: "staff",
      additionalFields: {
        role: { type: "string", input: false },
        associationId: { type: "string", required: false, input: false },
        disabledAt: { type: "date", required: false, input: false },
      },
    },
    session: {
      modelName: "staffSession",
      expiresIn: IDLE_SECONDS,
      updateAge: 300,
      additionalFields: { secondFactorAt: { type: "date", required: false, input: false } },
    },
    account: { modelName: "staffAccount" },
    verification: { modelName: "staffVerification" },
    rateLimit: {
      enabled: limited,
      storage: "database",
      modelName: "staffRateLimit",
      window: ATTEMPTS.window,
      max: 1000,
      customRules: { "/sign-in/*": ATTEMPTS, "/two-factor/*": ATTEMPTS, "/change-password": ATTEMPTS },
    },
    advanced: {
      cookiePrefix: "staff",
      useSecureCookies: false,
      // Forms are checked by the console before they come here.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const member = await client.staff.findUnique({ where: { id: userId } });
            return member !== null && member.disabledAt === null;
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: "Trợ lý NSCL",
        schema: { twoFactor: { modelName: "staffTwoFactor" } },
        accountLockout: { enabled: true, maxFailedAttempts: MOST_WRONG, durationSeconds: LOCKED_SECONDS },
      }),
    ],
  });
}

/** Wrong passwords or codes in a row after which an account waits. */
export const MOST_WRONG = 10;
export const LOCKED_SECONDS = 900;
