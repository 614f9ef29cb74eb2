import { textUpdate as telegramText, pressUpdate } from "../doubles/telegram/updates.ts";
import { textUpdate as zaloBotText } from "../doubles/zalo-bot.ts";
import { textEvent } from "../doubles/zalo-oa/events.ts";
import type { MessageJson } from "../../src/channels/web/encode.ts";
import { addressOf } from "../../src/channels/web/tokens.ts";
import type { Platforms } from "./platforms.ts";
import { plainBubble, type Bubble, type Line } from "./phone.ts";
import { chatClient } from "../support/chat-client.ts";

const NAME = "Võ Thị Ba";
/** Zalo's own number. */
const MOST_REDELIVERIES = 5;

/** Telegram: inline buttons under a message. */
export function telegramLine({ telegram, next }: Platforms): Line {
  const id = 700_100_200 + next();
  const me = { id, is_bot: false, first_name: NAME };
  return {
    channel: "telegram",
    chat: () => String(id),
    arrived: () =>
      telegram.chats.sent
        .filter(({ chat }) => chat === String(id))
        .map(({ text, buttons, file }) => ({
          from: "bot",
          text,
          buttons: buttons.map(({ text: label, value }) => ({ label, value })),
          file: file?.name ?? null,
        })),
    write: async (text) => {
      await telegram.bring(telegramText(next(), { text, chat: id, from: me }));
    },
    press: async ({ value }) => {
      const pressed = pressUpdate(next(), value, { id: Number(telegram.account) }, id);
      const byMe = { ...pressed, callback_query: { ...pressed.callback_query, from: me } };
      await telegram.bring(byMe);
    },
  };
}

/** Zalo Bot Platform: words alone. */
export function zaloBotLine({ zaloBot, next }: Platforms): Line {
  const chat = `6ede9afa66b88fe6${next()}`;
  return {
    channel: "zalo-bot",
    chat: () => chat,
    arrived: () => zaloBot.sent.filter((one) => one.chat === chat).map(({ text }) => plainBubble(text)),
    write: async (text) => {
      await zaloBot.bring(zaloBotText({ id: `z${next()}`, text, chat, name: NAME }));
    },
    press: noButtons,
  };
}

/** Official Account: up to five buttons, which say something for the person. */
export function zaloOaLine({ zaloOa, next }: Platforms): Line {
  const user = `24684588352919${next()}`;
  const send = async (text: string) => {
    const event = textEvent(`oa${next()}`, text, user);
    let status = await zaloOa.deliver(event);
    // Zalo brings it again, the same event, where the answer was late or no yes.
    for (let times = 0; status !== 200 && times < MOST_REDELIVERIES; times += 1)
      status = await zaloOa.deliver(event);
    if (status !== 200) throw new Error(`the webhook answered ${status}`);
  };
  return {
    channel: "zalo-oa",
    chat: () => user,
    arrived: () =>
      zaloOa.seenBy(user).map(({ text, buttons }) => ({
        ...plainBubble(text),
        buttons: buttons.map(({ title, payload }) => ({ label: title, value: payload })),
      })),
    write: send,
    press: ({ value }) => send(value),
  };
}

/** A personal account: words and files. */
export function zaloPersonalLine({ zaloPersonal, next }: Platforms): Line {
  const from = `80000000000000${next()}`;
  return {
    channel: "zalo-personal",
    chat: () => from,
    arrived: () =>
      zaloPersonal.sent
        .filter(({ to }) => to === from)
        .map(({ text, file }) => ({ ...plainBubble(text), file: file?.name ?? null })),
    write: (content) => {
      const isHeard = zaloPersonal.write({ id: String(next()), from, name: NAME, content });
      return isHeard ? Promise.resolve() : Promise.reject(new Error("nobody listens for the account"));
    },
    press: noButtons,
  };
}

/**
 * The web chat over its API: a button for every choice.
 * @param opened a conversation that is there already
 */
export function webLine(url: string, opened?: string): Line & { token(): string | undefined } {
  const client = chatClient(url);
  let token = opened;
  const send = async (body: { text: string } | { choice: string }) => {
    const response = await client.post({
      id: crypto.randomUUID(),
      ...body,
      ...(token !== undefined && { conversation: token }),
    });
    if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
    ({ conversation: token } = (await response.json()) as { conversation: string });
  };
  return {
    channel: "web",
    token: () => token,
    chat: () => (token === undefined ? null : addressOf(token).chat),
    arrived: async () => {
      if (token === undefined) return [];
      const { messages } = await client.read(token, 0);
      return messages.filter(({ from }) => from !== "user").flatMap(bubblesOf);
    },
    write: (text) => send({ text }),
    press: ({ value }) => send({ choice: value }),
  };
}

/** A file stands in a bubble of its own, as on the other channels. */
function bubblesOf({ text, choices, files }: MessageJson): readonly Bubble[] {
  return [
    { from: "bot", text, buttons: choices, file: null },
    ...files.map(({ name }): Bubble => ({ ...plainBubble(""), file: name })),
  ];
}

function noButtons(): Promise<void> {
  return Promise.reject(new Error("this channel has no buttons"));
}
