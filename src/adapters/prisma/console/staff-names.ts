import type { Database } from "../database.ts";

export interface StaffNames {
  of(id: string): { id: string; name: string };
}

/** Names of everybody who ever worked with the console; tens. */
export async function staffNames({ client }: Database): Promise<StaffNames> {
  const staff = await client.staff.findMany({ select: { id: true, name: true } });
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return { of: (id) => ({ id, name: names.get(id) ?? id }) };
}
