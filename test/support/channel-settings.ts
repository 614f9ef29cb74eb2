import type { ChannelSettings } from "../../src/channel-config.ts";
import type { TelegramDouble } from "../doubles/telegram.ts";

export const NO_CHANNELS: ChannelSettings = {
  telegram: null,
  zaloBot: null,
  zaloOa: null,
  zaloPersonal: null,
};

/** The double's bot, asked for news. */
export function polled({ token, url, fileUrl }: TelegramDouble) {
  return {
    bots: [{ token }],
    inbound: { kind: "polling" },
    apiRoot: url,
    fileRoot: `${fileUrl}/file`,
  } as const;
}
