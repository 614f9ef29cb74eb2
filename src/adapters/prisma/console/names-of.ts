import type { Tx } from "../database.ts";

/** What these members of staff are called, by id. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  const staff = await tx.staff.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(staff.map(({ id, name }) => [id, name]));
}
