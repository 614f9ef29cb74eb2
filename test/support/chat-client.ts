import { randomUUID } from "node:crypto";
import type { MessageJson } from "../../src/channels/web/encode.ts";

export interface Accepted {
  conversation: string;
  accepted: boolean;
}

/** A program that uses the public API over HTTP. */
export function chatClient(url: string) {
  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/api/chat/messages`, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "Content-Type": "application/json", ...headers },
    });
  const messagesUrl = (conversation: string, after?: number) =>
    `${url}/api/chat/messages?${new URLSearchParams({ conversation, ...(after === undefined ? {} : { after: String(after) }) }).toString()}`;
  return {
    post,
    /** says something and expects that it is taken */
    say: async (
      text: string,
      conversation?: string,
      id: string = randomUUID(),
    ): Promise<Accepted & { id: string }> => {
      const response = await post({ id, text, ...(conversation === undefined ? {} : { conversation }) });
      if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
      return { id, ...((await response.json()) as Accepted) };
    },
    read: async (
      conversation: string,
      after?: number,
    ): Promise<{ messages: MessageJson[]; next: number }> => {
      const response = await fetch(messagesUrl(conversation, after));
      if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
      return (await response.json()) as { messages: MessageJson[]; next: number };
    },
    upload: (file: { name: string; content: Uint8Array<ArrayBuffer> | string }, conversation?: string) => {
      const form = new FormData();
      form.append("file", new Blob([file.content]), file.name);
      if (conversation !== undefined) form.append("conversation", conversation);
      return fetch(`${url}/api/chat/files`, { method: "POST", body: form });
    },
  };
}

export interface StreamEvent {
  id: string | null;
  event: string;
  data: string;
}

/** Reads server-sent events as they come. */
export async function* eventsOf(response: Response): AsyncGenerator<StreamEvent> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const lines = text.slice(0, end).split("\n");
      text = text.slice(end + 2);
      const value = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = value("data");
      if (data !== undefined) yield { id: value("id") ?? null, event: value("event") ?? "message", data };
    }
  }
}
