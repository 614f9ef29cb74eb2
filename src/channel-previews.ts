import type { ChannelInUse } from "./channels.ts";
import type { ChannelPreview } from "./console/announcements/port.ts";
import type { Reply } from "./conversation/reply.ts";

/** How each channel in use would show something that staff tell many. */
export function previewsOf(channels: readonly ChannelInUse[]): (reply: Reply) => readonly ChannelPreview[] {
  return ({ text, choices = [], files = [] }) =>
    channels.map(({ channel }) => ({
      channel: channel.name,
      messages: [{ text, buttons: choices.map(({ label }) => label), file: files[0]?.name ?? null }],
    }));
}
