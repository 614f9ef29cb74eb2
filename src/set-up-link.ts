import type { Database } from "./adapters/prisma/client.ts";
import { renewSetUpLink } from "./adapters/prisma/staff/links.ts";
import { linkPath } from "./console/access/link-path.ts";

/** What the terminal says while nobody can sign in: where the first admin is made. Null once somebody can. */
export async function setUpInWords(database: Database, address: string): Promise<string | null> {
  const link = await renewSetUpLink(database, new Date());
  if (link === null) return null;
  return (
    `Bàn làm việc của cán bộ chưa có quản trị viên. Đường dẫn thiết lập, dùng một lần trong 24 giờ:\n` +
    `${address}${linkPath(link.secret)}\n`
  );
}
