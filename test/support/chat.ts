import type { Answerer } from "../../src/answer/answer.ts";
import { createWebChannel, DEFAULT_WEB_LIMITS, type WebSettings } from "../../src/channels/web/index.ts";
import type { Channel } from "../../src/conversation/channel.ts";
import type { IncomingMessage } from "../../src/conversation/message.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import type { EmergencyNotice } from "../../src/conversation/settings.ts";
import type { KnowledgeDocument } from "../../src/knowledge/document.ts";
import { createLibrary } from "../../src/knowledge/library.ts";
import { answerOf } from "./answers.ts";
import { serve } from "./served.ts";
import { memoryConversations, type MemoryConversations } from "./memory-conversations.ts";
import { canaries } from "./canaries.ts";
import { collectErrors } from "./log-scan/journal.ts";

export type Respond = (message: IncomingMessage) => Promise<readonly Reply[]> | readonly Reply[];

export interface ChatOptions {
  config?: Partial<WebSettings>;
  documents?: readonly KnowledgeDocument[];
  answerer?: Answerer;
  /** what the bot says to a message; nothing where it stays silent */
  respond?: Respond;
  secret?: string;
  memory?: MemoryConversations;
  now?: () => Date;
  paused?: boolean;
  notice?: EmergencyNotice;
}

export const USUAL_LIMITS = DEFAULT_WEB_LIMITS;
export const TEST_NOW = new Date("2026-11-23T09:00:00+07:00");

/** The web channel over conversations in memory. */
export function testChat(options: ChatOptions = {}) {
  const now = options.now ?? (() => TEST_NOW);
  const memory = options.memory ?? memoryConversations(now);
  const { errors, onError } = collectErrors();
  const { app, channel } = createWebChannel({
    config: {
      organisation: "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
      widgetOrigins: [],
      trustedProxies: 0,
      limits: USUAL_LIMITS,
      ...options.config,
    },
    secret: options.secret ?? canaries.webSecret,
    accept: (message) => memory.accept(message),
    transcript: memory.transcript,
    files: memory.files,
    ratings: memory.ratings,
    certificates: { find: () => Promise.resolve(null) },
    wordsGoToGroup: () => Promise.resolve(false),
    settings: { paused: () => options.paused === true, notice: () => options.notice ?? null },
    answerer: options.answerer ?? {
      answer: (question) => Promise.resolve(answerOf({ question, text: "vâng" })),
    },
    library: createLibrary(options.documents ?? []),
    today: () => "2026-11-23",
    now,
    onError,
  });
  const { respond } = options;
  if (respond) memory.onAccepted = (message) => void answerTo(message, respond, memory, channel);
  return { app, channel, memory, errors };
}

async function answerTo(
  message: IncomingMessage,
  respond: Respond,
  memory: MemoryConversations,
  channel: Channel,
): Promise<void> {
  for (const reply of await respond(message)) {
    const id = memory.say(message.from, reply, { inReplyTo: message.id });
    await channel.send(message.from, reply, id);
  }
}

export interface RunningChat extends ReturnType<typeof testChat> {
  url: string;
  /** what the service does first when it is told to stop */
  stopListening(): Promise<void>;
  stop(): Promise<void>;
}

/** Serves the channel on a free loopback port. */
export async function startChat(options: ChatOptions = {}): Promise<RunningChat> {
  const chat = testChat(options);
  const stopping = new AbortController();
  const listening = chat.channel.listen((message) => chat.memory.accept(message), stopping.signal);
  const served = await serve(chat.app);
  return {
    ...chat,
    url: served.url,
    stopListening() {
      stopping.abort();
      return listening;
    },
    async stop() {
      stopping.abort();
      await listening;
      await served.close();
    },
  };
}
