import type { Tx } from "../database.ts";

/** What a member of staff is called among colleagues. */
export async function staffName(tx: Tx, id: string | null): Promise<string> {
  const staff = id === null ? null : await tx.staff.findUnique({ where: { id }, select: { name: true } });
  return staff?.name ?? "Cán bộ";
}
