import type { HoldView } from "../../../console/conversations/port.ts";
import type { HoldState } from "../../../registry/states.ts";
import type { Tx } from "../database.ts";
import type { Conversation } from "../generated/sqlite/client.ts";
import { staffName } from "../staff/names.ts";

type HoldColumns = Pick<Conversation, "holdState" | "holdBy" | "holdSince">;

export function holdView(row: HoldColumns, staff: ReadonlyMap<string, string>): HoldView {
  const by = row.holdBy;
  return {
    state: row.holdState as HoldState,
    by: by === null ? null : { id: by, name: staff.get(by) ?? "" },
    since: row.holdSince,
  };
}

/** Names of the staff who hold these. */
export async function holders(tx: Tx, rows: readonly HoldColumns[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ holdBy }) => holdBy ?? []))];
  return new Map(
    await Promise.all(ids.map(async (id): Promise<[string, string]> => [id, await staffName(tx, id)])),
  );
}
