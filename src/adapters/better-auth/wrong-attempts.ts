import type { Client, Tx } from "../prisma/client.ts";
import { LOCKED_SECONDS, MOST_WRONG } from "./auth.ts";

/**
 * Wrong passwords of one account and wrong codes of one second factor, from wherever they come; limits by network
 * address are better-auth's. Each returns the seconds to wait, 0 where there is no need.
 */
export const passwordAttempts = {
  async wait(client: Client | Tx, userId: string): Promise<number> {
    const account = await client.staffAccount.findFirst({ where: { userId }, select: { lockedUntil: true } });
    return secondsUntil(account?.lockedUntil ?? null);
  },
  async wrong(client: Client | Tx, userId: string): Promise<void> {
    await client.staffAccount.updateMany({ where: { userId }, data: { failedAttempts: { increment: 1 } } });
    await client.staffAccount.updateMany({
      where: { userId, failedAttempts: { gte: MOST_WRONG } },
      data: { failedAttempts: 0, lockedUntil: lockEnd() },
    });
  },
  async right(client: Client | Tx, userId: string): Promise<void> {
    await client.staffAccount.updateMany({
      where: { userId, failedAttempts: { gt: 0 } },
      data: { failedAttempts: 0 },
    });
  },
};

/** better-auth counts those at sign-in in the same columns; here are those of somebody signed in. */
export const codeAttempts = {
  async wait(client: Client | Tx, userId: string): Promise<number> {
    const factor = await client.staffTwoFactor.findFirst({
      where: { userId },
      select: { lockedUntil: true },
    });
    return secondsUntil(factor?.lockedUntil ?? null);
  },
  async wrong(client: Client | Tx, userId: string): Promise<void> {
    await client.staffTwoFactor.updateMany({
      where: { userId },
      data: { failedVerificationCount: { increment: 1 } },
    });
    await client.staffTwoFactor.updateMany({
      where: { userId, failedVerificationCount: { gte: MOST_WRONG } },
      data: { failedVerificationCount: 0, lockedUntil: lockEnd() },
    });
  },
  async right(client: Client | Tx, userId: string): Promise<void> {
    await client.staffTwoFactor.updateMany({
      where: { userId, failedVerificationCount: { gt: 0 } },
      data: { failedVerificationCount: 0 },
    });
  },
};

function secondsUntil(lockedUntil: Date | null): number {
  return lockedUntil === null ? 0 : Math.max(0, Math.ceil((lockedUntil.getTime() - Date.now()) / 1000));
}

function lockEnd(): Date {
  return new Date(Date.now() + LOCKED_SECONDS * 1000);
}
