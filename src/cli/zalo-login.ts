// Signs a personal Zalo account in: `npm run -s zalo-login [-- name]` shows a QR code to scan with the account's phone.
// The session is stored sealed; a running service takes it up within half a minute.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseError, openDatabase } from "../adapters/prisma/client.ts";
import { createLeases } from "../adapters/prisma/leases.ts";
import { createFiles } from "../adapters/prisma/files.ts";
import { createSeal } from "../adapters/prisma/sealed.ts";
import { createSessionStore } from "../adapters/prisma/session-store.ts";
import {
  createZaloPersonalChannel,
  whyNotSignedIn,
  ZALO_PERSONAL_WARNING,
} from "../channels/zalo-personal/index.ts";
import { parseConfig } from "../config.ts";
import { createTurns } from "../conversation/turns.ts";
import { installationFolders } from "../installation.ts";
import { logEnd, logError } from "../log.ts";
import { sealingKey } from "../sealing-key.ts";

async function main(): Promise<number> {
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  if (!parsed.ok) throw new DatabaseError(parsed.mistakes.join("\n"));
  const { config } = parsed;
  const settings = config.channels.zaloPersonal;
  if (!settings) throw new DatabaseError("ZALO_PERSONAL=on is not set");
  console.warn(ZALO_PERSONAL_WARNING);
  const database = await openDatabase(config.database);
  const given = { now: () => new Date(), onError: logError };
  const { login } = createZaloPersonalChannel({
    settings,
    sessions: createSessionStore(database, createSeal(await sealingKey(config))),
    files: createFiles(database),
    turns: createTurns({ leases: createLeases(database), owner: "zalo-login", ...given }),
    ...given,
  });
  const image = join("dataFolder" in config.database ? config.database.dataFolder : ".", "zalo-qr.png");
  const outcome = await login(process.argv[2] ?? settings.accounts[0] ?? "default", (code) => {
    void writeFile(image, code.image).then(() => {
      console.log(
        `${code.text ?? ""}\nQuét mã này bằng điện thoại (ảnh: ${image}), hạn đến ${code.expiresAt.toISOString()}.`,
      );
    });
  });
  await database.close();
  if (outcome.kind === "signed_in") {
    console.log("Đã đăng nhập.");
    return 0;
  }
  console.error(whyNotSignedIn(outcome));
  return 1;
}

void main()
  .catch((error: unknown) => {
    logEnd(error);
    return 1;
  })
  // The library leaves timers behind.
  .then((code) => process.exit(code));
