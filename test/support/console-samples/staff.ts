import { makeLink } from "../../../src/adapters/prisma/staff/one-time-links.ts";
import { inTransaction } from "../../../src/adapters/prisma/transaction.ts";
import { TEST_DAY } from "../app.ts";
import type { TestConsole } from "../console.ts";

/** A colleague to look at, and an invitation that was not used yet. */
export async function staffSamples(desk: TestConsole) {
  const colleague = await desk.member("officer", { name: "Đặng Thị Đồng Nghiệp" });
  const { secret } = await inTransaction(desk.database, (tx) =>
    makeLink(tx, "invitation", colleague.id, TEST_DAY),
  );
  return {
    "/can-bo/nhan-su/:id": `/can-bo/nhan-su/${colleague.id}`,
    "/can-bo/nhan-su/:id/ngung": `/can-bo/nhan-su/${colleague.id}/ngung`,
    "/can-bo/lien-ket/:secret": `/can-bo/lien-ket/${secret}`,
  };
}
