import { randomUUID } from "node:crypto";
import type { MessageJson } from "../../src/channels/web/encode.ts";
import type { Database } from "../../src/adapters/prisma/client.ts";
import type { Parts } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import { runApp, type RunningApp } from "./app.ts";

export interface PersonOptions {
  /** stops the service and starts it anew before every message: nothing may live in memory alone */
  restarting?: boolean;
  parts?: Partial<Parts>;
  settings?: Partial<Config>;
}

/** Somebody who writes over the web channel's API and reads what comes back. */
export class Person {
  readonly #database: Database;
  readonly #options: PersonOptions;
  #app: RunningApp;
  #conversation: string | undefined;
  #lastReplies: MessageJson[] = [];
  readonly transcript: string[] = [];

  private constructor(database: Database, app: RunningApp, options: PersonOptions) {
    this.#database = database;
    this.#app = app;
    this.#options = options;
  }

  static async at(database: Database, options: PersonOptions = {}): Promise<Person> {
    return new Person(database, await runApp(database, options.parts, options.settings), options);
  }

  /** Says something; resolves when it is answered. */
  says(text: string): Promise<string> {
    return this.#send({ text });
  }

  /** Presses the button whose label holds these words. */
  async picks(label: string): Promise<string> {
    const choice = this.choices.find((one) => one.label.includes(label));
    if (!choice)
      throw new Error(
        `no choice "${label}" in: ${this.choices.map((one) => one.label).join(" | ")}\n${this.heard}`,
      );
    return this.#send({ choice: choice.value });
  }

  /** Presses a button by its value, as an old one still on the screen would. */
  presses(value: string): Promise<string> {
    return this.#send({ choice: value });
  }

  sendsFile(name: string, content: string | Uint8Array<ArrayBuffer>, text = ""): Promise<string> {
    return this.sendsFiles([{ name, content }], text);
  }

  async sendsFiles(
    files: readonly { name: string; content: string | Uint8Array<ArrayBuffer> }[],
    text = "",
  ): Promise<string> {
    const ids: string[] = [];
    for (const file of files) ids.push(await this.#sendsUp(file));
    return this.#send({ files: ids, text });
  }

  async #sendsUp({
    name,
    content,
  }: {
    name: string;
    content: string | Uint8Array<ArrayBuffer>;
  }): Promise<string> {
    const form = new FormData();
    form.append("file", new Blob([content]), name);
    if (this.#conversation !== undefined) form.append("conversation", this.#conversation);
    const response = await this.#app.web.request("/api/chat/files", { method: "POST", body: form });
    if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
    const { file, conversation } = (await response.json()) as {
      file: { id: string } | string;
      conversation?: string;
    };
    this.#conversation ??= conversation;
    return typeof file === "string" ? file : file.id;
  }

  /** Waits for the answer to an earlier message that was put aside until now. */
  async hearsMore(): Promise<string> {
    const shown = this.#lastReplies.at(-1)?.id;
    const earlier = (await this.lines()).filter(({ from }) => from === "user").at(-2);
    if (!earlier) throw new Error("nothing was said before");
    await this.#answersTo(earlier.id);
    const lines = await this.lines();
    this.#lastReplies = lines.slice(lines.findIndex(({ id }) => id === shown) + 1);
    return this.heard;
  }

  /** Presses a button below the answer to one of the messages; gives the status. */
  async rates(message: string, rating: "good" | "bad"): Promise<number> {
    const { status } = await this.#app.web.request("/api/chat/ratings", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ conversation: this.#conversation ?? "", message, rating }),
    });
    return status;
  }

  /** Sends the same message again, as a client does that heard no answer. */
  async repeats(id: string, text: string): Promise<boolean> {
    const { accepted } = await this.#post({ id, text });
    return accepted;
  }

  /** all that was said in answer to the last message */
  get heard(): string {
    return this.#lastReplies.map(({ text }) => text).join("\n\n");
  }

  get replies(): readonly MessageJson[] {
    return this.#lastReplies;
  }

  get choices(): readonly { label: string; value: string }[] {
    return this.#lastReplies.flatMap(({ choices }) => choices);
  }

  /** Everything said so far, oldest first; what staff and jobs said is there as well. */
  async lines(): Promise<readonly MessageJson[]> {
    const query = new URLSearchParams({ conversation: this.#conversation ?? "", after: "0" });
    const response = await this.#app.web.request(`/api/chat/messages?${query.toString()}`);
    return ((await response.json()) as { messages: MessageJson[] }).messages;
  }

  /** A file that was sent to this person. */
  async fetches(url: string): Promise<ArrayBuffer> {
    const response = await this.#app.web.request(url);
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
    return response.arrayBuffer();
  }

  /** What operators read of the model at /readyz. */
  async modelState(): Promise<unknown> {
    const response = await this.#app.web.request("/readyz");
    return ((await response.json()) as { model: unknown }).model;
  }

  /** Goes on as somebody else would: in a conversation of its own. */
  startsAnew(): void {
    this.#conversation = undefined;
  }

  leaves(): Promise<void> {
    return this.#app.stop();
  }

  async #send(body: Readonly<Record<string, unknown>>): Promise<string> {
    if (this.#options.restarting === true) {
      await this.#app.stop();
      this.#app = await runApp(this.#database, this.#options.parts, this.#options.settings);
    }
    const id = randomUUID();
    await this.#post({ id, ...body });
    this.#lastReplies = await this.#answersTo(id);
    this.transcript.push(`> ${JSON.stringify(body)}`, this.heard);
    return this.heard;
  }

  async #post(body: Readonly<Record<string, unknown>>): Promise<{ accepted: boolean }> {
    const response = await this.#app.web.request("/api/chat/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...body, ...(this.#conversation && { conversation: this.#conversation }) }),
    });
    if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
    const answer = (await response.json()) as { conversation: string; accepted: boolean };
    this.#conversation = answer.conversation;
    return answer;
  }

  /** The replies of one turn are stored together, so the first to be seen means that all are there. */
  async #answersTo(id: string): Promise<MessageJson[]> {
    const isSettled = async () => {
      const row = await this.#database.client.inboxMessage.findFirst({
        where: { externalId: id },
        select: { status: true },
      });
      return row?.status !== "pending";
    };
    for (let wait = 2; wait < 20_000; wait *= 1.3) {
      if (await isSettled()) return (await this.lines()).filter(({ inReplyTo }) => inReplyTo === id);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    throw new Error(`no answer to ${id}`);
  }
}
