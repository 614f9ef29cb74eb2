import { createHash } from "node:crypto";
import { connect } from "node:net";
import type { MessageJson } from "../../../src/channels/web/encode.ts";
import { LONGEST_TEXT } from "../../../src/channels/web/settings.ts";
import { addressOf } from "../../../src/channels/web/tokens.ts";
import { describeChannel } from "../../contracts/channel.ts";
import type { Accept, Taken } from "../../contracts/channel/harness.ts";
import { chatClient, type Accepted } from "../../support/chat-client.ts";
import { startChat, type RunningChat } from "../../support/chat.ts";
import { memoryConversations } from "../../support/memory-conversations.ts";

const NO_PLATFORM = "what is said is read from our own store, no platform stands between";

describeChannel("web", {
  longestText: LONGEST_TEXT,
  cannot: {
    numbers: "choices are buttons",
    group: "a page is one person's",
    media: "a page sends words and files; files of other kinds are refused at once (chat-files.test.ts)",
    "own echo": "nobody brings us what we said",
    "refused recipient": NO_PLATFORM,
    "retry-after": NO_PLATFORM,
    "lost reply": NO_PLATFORM,
    "bad secret": "anybody may begin a conversation; one that is not theirs is among the broken input",
    probe: "no platform has to be told an address",
  },
  async start(accept, now) {
    const memory = memoryConversations(now);
    const keep = memory.accept.bind(memory);
    const through = (store: Accept) => {
      memory.accept = async (message) => {
        const stored = await store(message);
        await keep(message);
        return stored;
      };
    };
    through(accept);
    let chat = await startChat({ memory, now });
    let conversation: string | undefined;
    const bodies = new Map<string, object>();
    const notTaken = new Map<string, object>();
    const post = async (id: string, body: object): Promise<Taken> => {
      const response = await chatClient(chat.url).post(body);
      if (response.status === 202) {
        ({ conversation } = (await response.json()) as Accepted);
        notTaken.delete(id);
        return "taken";
      }
      notTaken.set(id, body);
      return "not taken";
    };
    return {
      get channel() {
        return chat.channel;
      },
      say(id, said) {
        // Said again, a message is said just as it was the first time.
        const body = bodies.get(id) ?? { id: uuid(id), ...said, conversation };
        bodies.set(id, body);
        return post(id, body);
      },
      send(to, reply, id) {
        memory.say(to, reply);
        return chat.channel.send(to, reply, id);
      },
      async seen() {
        const { messages } = await chatClient(chat.url).read(conversation ?? "");
        return messages.filter(({ from }) => from !== "user").map(shown);
      },
      async restart(again) {
        await chat.stop();
        through(again);
        chat = await startChat({ memory, now });
        // As an open page does.
        for (const [id, body] of [...notTaken]) await post(id, body);
      },
      broken: {
        "no JSON": () => chatClient(chat.url).post("{"),
        "the wrong JSON": () => chatClient(chat.url).post([{ id: [] }]),
        "a foreign token": () =>
          chatClient(chat.url).post({ id: uuid("x"), text: "a", conversation: addressOf("x").chat }),
        "half a request": () =>
          rawRequest(chat, "POST /api/chat/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n{"),
        "no HTTP": () => rawRequest(chat, "\x00\x16\x03\x01\r\n\r\n"),
      },
      stop: () => chat.stop(),
      webhook: {
        large: async (bytes) =>
          (await chatClient(chat.url).post({ id: uuid("x"), text: "a".repeat(bytes) })).status,
      },
    };
  },
});

/** A message as the page draws it: the basis below the words, with the words relied on to unfold. */
function shown({ text, choices, citations, files }: MessageJson) {
  const basis = citations.flatMap((one) => [one.document, one.section, one.kind, one.text, one.validity]);
  return {
    text: [text, ...basis].join("\n"),
    buttons: choices.map(({ label }) => label),
    files: files.map(({ name }) => name),
  };
}

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
