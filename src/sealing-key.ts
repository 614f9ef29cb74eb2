import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lastingSecret } from "./adapters/prisma/secrets.ts";
import type { Database } from "./adapters/prisma/client.ts";
import type { Config } from "./config.ts";

const BYTES = 32;

/**
 * What tokens and sessions are sealed with: SECRET_KEY, or a key beside the embedded database, made at the first start.
 * A copy of the database alone opens none of them.
 */
export async function sealingKey({ database, secretKey }: Config): Promise<string> {
  if (secretKey !== null) return secretKey;
  // On a server the settings ask for SECRET_KEY where a channel needs it; without such a channel nothing is sealed.
  if ("url" in database) return randomBytes(BYTES).toString("base64url");
  const file = join(database.dataFolder, "secret.key");
  await mkdir(database.dataFolder, { recursive: true });
  try {
    await writeFile(file, randomBytes(BYTES).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFile(file, "utf8");
}

/**
 * What signs staff in and seals their second factors: as above, but on a server without SECRET_KEY a secret of the
 * database, because every replica must know the same. Whoever has a copy of such a database could open second factors;
 * SECRET_KEY keeps them apart.
 */
export async function consoleSecret(config: Config, database: Database): Promise<string> {
  const { secretKey } = config;
  return "url" in config.database && secretKey === null
    ? lastingSecret(database, "console.secret")
    : sealingKey(config);
}
