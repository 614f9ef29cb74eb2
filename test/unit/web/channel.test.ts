import { createHash } from "node:crypto";
import { connect } from "node:net";
import { LONGEST_TEXT } from "../../../src/channels/web/settings.ts";
import { addressOf } from "../../../src/channels/web/tokens.ts";
import { describeChannel } from "../../contracts/channel.ts";
import { chatClient, type Accepted } from "../../support/chat-client.ts";
import { startChat, type RunningChat } from "../../support/chat.ts";

describeChannel("web", {
  longestText: LONGEST_TEXT,
  async start(accept) {
    const chat = await startChat();
    const { post, read } = chatClient(chat.url);
    const keep = chat.memory.accept.bind(chat.memory);
    chat.memory.accept = async (message) => {
      const stored = await accept(message);
      await keep(message);
      return stored;
    };
    let conversation: string | undefined;
    const first = new Map<string, string | undefined>();
    return {
      channel: chat.channel,
      async say(id, said) {
        // Said again, a message is said just as it was the first time.
        if (!first.has(id)) first.set(id, conversation);
        const response = await post({ id: uuid(id), ...said, conversation: first.get(id) });
        if (response.status !== 202) return "not taken";
        ({ conversation } = (await response.json()) as Accepted);
        return "taken";
      },
      send(to, reply, id) {
        chat.memory.say(to, reply);
        return chat.channel.send(to, reply, id);
      },
      async seen() {
        const { messages } = await read(conversation ?? "");
        return messages.filter(({ from }) => from !== "user");
      },
      broken: {
        "no JSON": () => post("{"),
        "the wrong JSON": () => post([{ id: [] }]),
        "an endless body": () => post("a".repeat(200_000)),
        "a foreign token": () => post({ id: uuid("x"), text: "a", conversation: addressOf("x").chat }),
        "half a request": () =>
          rawRequest(chat, "POST /api/chat/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n{"),
        "no HTTP": () => rawRequest(chat, "\x00\x16\x03\x01\r\n\r\n"),
      },
      stop: () => chat.stop(),
    };
  },
});

function uuid(id: string): string {
  const hex = createHash("md5").update(id).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Writes bytes to the service and hangs up. */
function rawRequest({ url }: RunningChat, bytes: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
      socket.end(bytes);
    });
    socket.once("error", reject);
    socket.once("close", () => {
      resolve();
    });
    socket.resume();
  });
}
