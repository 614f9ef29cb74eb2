import { mayTalk } from "../../../console/permissions.ts";
import type { Tx } from "../database.ts";

/** What a member of staff is called among colleagues. */
export async function staffName(tx: Tx, id: string | null): Promise<string> {
  const staff = id === null ? null : await tx.staff.findUnique({ where: { id }, select: { name: true } });
  return staff?.name ?? "Cán bộ";
}

/** Those who may talk to people and be given requests. */
export async function talkingStaff(tx: Tx): Promise<readonly { id: string; name: string }[]> {
  const staff = await tx.staff.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }] });
  return staff.filter(mayTalk).map(({ id, name }) => ({ id, name }));
}
