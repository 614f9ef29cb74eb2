import { randomBytes } from "node:crypto";
import type { Database } from "./client.ts";

const BYTES = 32;

/** A secret made at the first start and the same ever after, on every replica that shares the database. */
export async function lastingSecret({ client }: Database, key: string): Promise<string> {
  const fresh = { key, value: randomBytes(BYTES).toString("base64url"), updatedAt: new Date() };
  // Of replicas that start together one writes; what stands there afterwards holds for all.
  await client.setting.upsert({ where: { key }, create: fresh, update: {} }).catch(() => undefined);
  const { value } = await client.setting.findUniqueOrThrow({ where: { key } });
  return value;
}
