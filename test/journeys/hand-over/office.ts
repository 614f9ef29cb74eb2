import { expect, vi } from "vitest";
import type { Database } from "../../../src/adapters/prisma/client.ts";
import { makeLink } from "../../../src/adapters/prisma/staffroom/links.ts";
import type { Linked } from "../../../src/console/staff-room/port.ts";
import { loadChannels } from "../../../src/channels.ts";
import { startTelegram, type TelegramDouble } from "../../doubles/telegram.ts";
import { GROUP, memberUpdate, pressUpdate, textUpdate } from "../../doubles/telegram/updates.ts";
import { Person } from "../../support/person.ts";
import { calendar } from "../../support/registry.ts";
import { NO_CHANNELS, polled } from "../../support/channel-settings.ts";

/** A working day at nine. */
const AT_WORK = new Date("2026-11-25T09:00:00+07:00");

const PATIENCE = { timeout: 20_000, interval: 20 };

export interface Officer {
  id: string;
  name: string;
  /** their account on Telegram */
  telegram: number;
}

export const LAN: Officer = { id: "lan", name: "Trần Thị Lan", telegram: 510_001 };
export const MINH: Officer = { id: "minh", name: "Lê Minh", telegram: 510_002 };

/** The Department with its group on Telegram, and somebody who writes on the web. */
export class Office {
  readonly citizen: Person;
  readonly telegram: TelegramDouble;
  readonly #database: Database;
  #update = 1_000;
  #heard = 0;

  private constructor(database: Database, telegram: TelegramDouble, citizen: Person) {
    this.#database = database;
    this.telegram = telegram;
    this.citizen = citizen;
  }

  static async opens(database: Database, now = () => AT_WORK): Promise<Office> {
    for (const { id, name } of [LAN, MINH]) {
      await database.client.staff.create({
        data: {
          id,
          name,
          email: `${id}@so.example.vn`,
          role: id === "lan" ? "admin" : "officer",
          createdAt: AT_WORK,
          updatedAt: AT_WORK,
        },
      });
    }
    const telegram = await startTelegram();
    const channels = await loadChannels({
      ...NO_CHANNELS,
      telegram: {
        ...polled(telegram),
        pollSeconds: 0.05,
        limits: { chatEveryMs: 0, perSecond: 1_000_000, groupPerMinute: 1_000 },
        timing: { betweenPolls: 1, firstBackoff: 2, longestBackoff: 10 },
      },
    });
    const citizen = await Person.at(database, { parts: { channels, now } });
    return new Office(database, telegram, citizen);
  }

  async closes(): Promise<void> {
    await this.citizen.leaves();
    await this.telegram.stop();
  }

  async code(what: Linked, by: Officer, now = AT_WORK): Promise<string> {
    const desk = { database: this.#database, calendar };
    return (await makeLink(desk, { actor: by.id, now }, what)).code;
  }

  /** The group and both officers, linked as they should be. */
  async isLinked(): Promise<void> {
    await this.writes(LAN, `/ketnoi ${await this.code("group", LAN)}`, { chat: GROUP });
    await this.hears("Đã liên kết nhóm cán bộ");
    for (const officer of [LAN, MINH]) {
      await this.writes(officer, `/ketnoi ${await this.code("member", officer)}`, {
        chat: officer.telegram,
      });
      await this.hears(`với cán bộ ${officer.name}`);
    }
  }

  /** Somebody writes in a chat; `to` is the text of the message of the bot's they reply to. */
  async writes(
    { telegram, name }: Pick<Officer, "telegram" | "name">,
    text: string,
    { chat = GROUP, to, more = {} }: { chat?: number; to?: string; more?: Record<string, unknown> } = {},
  ): Promise<void> {
    const from = { id: telegram, is_bot: false, first_name: name };
    const reply = to === undefined ? {} : { reply_to_message: this.#messageSaying(to, chat) };
    await this.#bring(textUpdate(this.#next(), { text, chat, from, more: { ...reply, ...more } }));
  }

  /** Presses the button with this value under the bot's message that says `under`. */
  async presses({ telegram, name }: Officer, value: string, under: string): Promise<void> {
    const update = pressUpdate(this.#next(), value, { id: Number(this.telegram.account) }, GROUP);
    const { callback_query: query } = update;
    await this.#bring({
      ...update,
      callback_query: {
        ...query,
        from: { id: telegram, is_bot: false, first_name: name },
        message: { ...query.message, ...this.#messageSaying(under, GROUP) },
      },
    });
  }

  async removesBot(): Promise<void> {
    this.telegram.chats.blocked.add(String(GROUP));
    await this.#bring(memberUpdate(this.#next(), "kicked", GROUP));
  }

  bring(update: Record<string, unknown>): Promise<void> {
    return this.#bring({ update_id: this.#next(), ...update });
  }

  /** Waits for words that were sent to any chat on Telegram since what was heard last. */
  async hears(words: string, chat?: number): Promise<string> {
    return vi.waitFor(() => {
      const at = this.telegram.chats.sent.findIndex(
        (one, index) =>
          index >= this.#heard &&
          one.text.includes(words) &&
          (chat === undefined || one.chat === String(chat)),
      );
      const found = this.telegram.chats.sent[at];
      if (!found) {
        const said = this.telegram.chats.sent.slice(this.#heard).map(({ text }) => text);
        throw new Error(`not "${words}", but: ${said.join(" | ")}`);
      }
      this.#heard = at + 1;
      return found.text;
    }, PATIENCE);
  }

  /** Everything said in a chat on Telegram. */
  said(chat: number = GROUP): readonly string[] {
    return this.telegram.chats.sent.filter((one) => one.chat === String(chat)).map(({ text }) => text);
  }

  /** Waits until the citizen reads words of staff or of the bot on the web. */
  async citizenReads(words: string): Promise<void> {
    await expect
      .poll(async () => (await this.citizen.lines()).map(({ text }) => text).join("\n"), PATIENCE)
      .toContain(words);
  }

  /** From whom the citizen heard what, oldest first. */
  async heardByCitizen(): Promise<string[]> {
    return (await this.citizen.lines())
      .filter(({ from }) => from !== "user")
      .map(({ from, text }) => `${from}: ${text}`);
  }

  /** Waits until the bot has dealt with everything that came in. */
  async settles(): Promise<void> {
    await vi.waitFor(async () => {
      expect(this.telegram.updates.waiting()).toBe(0);
      expect(await this.#database.client.inboxMessage.count({ where: { status: "pending" } })).toBe(0);
      const open = { status: { in: ["queued", "leased"] } };
      expect(await this.#database.client.outgoingMessage.count({ where: open })).toBe(0);
    }, PATIENCE);
  }

  async #bring(update: { update_id: number } & Record<string, unknown>): Promise<void> {
    await this.telegram.bring(update);
  }

  #next(): number {
    this.#update += 1;
    return this.#update;
  }

  #messageSaying(words: string, chat: number): Record<string, unknown> {
    const message = this.telegram.chats.sent.findLast(
      (one) => one.chat === String(chat) && one.text.includes(words),
    );
    if (!message) throw new Error(`nothing says "${words}" in ${chat}`);
    const from = { id: Number(this.telegram.account), is_bot: true, first_name: "NSCL" };
    return { message_id: message.id, from, date: 1_760_000_000, text: message.text };
  }
}
