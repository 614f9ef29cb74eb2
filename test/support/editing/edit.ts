import type { Database } from "../../../src/adapters/prisma/client.ts";

/** Something that two officers have open at the same time. */
export interface OpenedTwice {
  /** what a page shows of it now: the revision that travels with its form */
  seen: () => Promise<number>;
  /** what the faster of the two saves */
  faster: () => Promise<{ kind: string }>;
  /** what the second one sends, who saw `revision` */
  second: (revision: number) => Promise<{ kind: string }>;
}

/** An action of a port that says which revision was seen. */
export interface Edit {
  /** whose row carries the revision */
  model: string;
  open: (database: Database) => Promise<OpenedTwice>;
}

/** By the port and the name of the action: `ResultActions.confirm`. */
export type Edits = Readonly<Record<string, Edit>>;

/** The revision a row of the model has now. */
export async function revisionIn(database: Database, model: string, id: string): Promise<number> {
  const tables = database.client as unknown as Record<
    string,
    { findUniqueOrThrow(where: object): Promise<{ revision: number }> }
  >;
  const table = tables[model.charAt(0).toLowerCase() + model.slice(1)];
  const row = await table?.findUniqueOrThrow({ where: { id }, select: { revision: true } });
  if (row === undefined) throw new Error(`no table of ${model}`);
  return row.revision;
}
