import type { Reach, ReachOf } from "../../../announce/reach.ts";
import { countBy } from "../count-by.ts";
import type { Tx } from "../database.ts";
import { recipientsOf, type Wanted } from "./recipients.ts";

/** How many would get it now, later or not at all, and why. */
export async function reachFor(tx: Tx, wanted: Wanted, channels: ReachOf, now: Date): Promise<Reach> {
  const people = await recipientsOf(tx, wanted, channels, now);
  const isNow = people.filter(({ when }) => when === "now");
  const byChannel = countBy(isNow.flatMap(({ to }) => to?.channel ?? []));
  const unreachable = countBy(people.flatMap((one) => (one.when === "never" ? [one.why] : [])));
  return {
    total: people.length,
    reachable: isNow.length,
    byChannel: byChannel.map(([channel, count]) => ({ channel, count })),
    whenTheyWrite: people.filter(({ when }) => when === "when_they_write").length,
    unreachable: unreachable.map(([reason, count]) => ({ reason, count })),
  };
}
