import type { ChannelInUse } from "./channels.ts";
import type { ChannelPreview } from "./console/announcements/port.ts";
import type { Reply } from "./conversation/reply.ts";

/** How each channel in use would show a reply, by the functions that encode what it sends. */
export function previewsOf(
  channels: readonly Pick<ChannelInUse, "channel">[],
): (reply: Reply) => readonly ChannelPreview[] {
  return (reply) =>
    channels.flatMap(({ channel }) =>
      channel.preview ? [{ channel: channel.name, messages: channel.preview(reply) }] : [],
    );
}
