// Lets a member of staff in again who lost password or second factor, when no other admin can:
// `npm run -s console-recover -- email` prints a one-time link.
import { DatabaseError, openDatabase } from "../adapters/prisma/client.ts";
import { recoverFromTerminal } from "../adapters/prisma/staff/members.ts";
import { parseConfig } from "../config.ts";
import { linkPath } from "../console/access/link-path.ts";
import { installationFolders } from "../installation.ts";
import { logEnd } from "../log.ts";

async function main(): Promise<void> {
  const [email] = process.argv.slice(2);
  if (email === undefined) throw new DatabaseError("usage: npm run -s console-recover -- email");
  const parsed = parseConfig(process.env, installationFolders(import.meta.url));
  if (!parsed.ok) throw new DatabaseError(parsed.mistakes.join("\n"));
  const { config } = parsed;
  const database = await openDatabase(config.database);
  try {
    const link = await recoverFromTerminal(database, email, new Date());
    if (link === null) throw new DatabaseError("Không có tài khoản nào dùng e-mail này.");
    const address = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
    console.log(
      `Dùng một lần trong 24 giờ, đặt lại mật khẩu và bỏ xác thực hai bước cũ:\n${address}${linkPath(link.secret)}`,
    );
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  logEnd(error);
  process.exitCode = 1;
});
