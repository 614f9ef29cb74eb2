import type { AnnounceOrder, AnnounceOutcome } from "../../../announce/orders.ts";
import { channelName } from "../../../console/words.ts";
import { reachFor } from "../announce/reach.ts";
import { replyOf } from "../announce/words.ts";
import type { Scope, Who } from "../commands/scope.ts";
import { draftAndSubmit } from "../staff/announcements.ts";
import { memberAt } from "./standing.ts";

/** What staff ordered from a chat of their own. Who wrote is looked up again: they may have been disabled. */
export async function announce(
  scope: Scope,
  who: Who,
  { kind, words }: AnnounceOrder,
): Promise<AnnounceOutcome> {
  const member = await memberAt(scope.tx, who, "announcements.write");
  if (member === null) return { kind: "not_staff" };
  const { channel } = who.address;
  if (kind === "look") {
    const { tx, now, channels, previews } = scope;
    const reach = await reachFor(tx, { audience: words.audience, corrects: null }, channels, now);
    const shown = previews(await replyOf(tx, words, null, null)).find((one) => one.channel === channel);
    return {
      kind: "looked",
      channel: channelName(channel),
      messages: shown?.messages ?? [],
      reach: {
        ...reach,
        byChannel: reach.byChannel.map((one) => ({ ...one, channel: channelName(one.channel) })),
      },
    };
  }
  const done = await draftAndSubmit({ ...scope, actor: `staff:${member.id}` }, member.id, words, channel);
  switch (done.kind) {
    case "done":
      return { kind: "submitted", link: scope.announcementLink(done.id) };
    case "invalid":
      return done;
  }
}
