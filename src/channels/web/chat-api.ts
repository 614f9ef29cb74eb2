import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { chatTexts } from "./chat-texts.ts";
import { clientAddress } from "../../web-kit/client-address.ts";
import type { Desk, NotTaken } from "./desk.ts";
import { download } from "./downloads.ts";
import { readMessage } from "./decode.ts";
import { messagesAfter, streamMessages, type ReadingParts } from "./reading.ts";
import { LARGEST_BODY, LARGEST_FILE, type WebSettings } from "./settings.ts";
import type { StreamCount } from "./stream-count.ts";
import { addressOf } from "./tokens.ts";
import { readUpload } from "./upload-form.ts";

const { mistakes } = chatTexts;
/** Room for the other fields and the boundaries of a form. */
const FORM_EXTRA = 64 * 1024;

export interface ChatApiParts extends ReadingParts {
  config: WebSettings;
  desk: Desk;
  streams: StreamCount;
}

/** The public chat API under `/api/chat`; described in docs/api.md and served as `/api/openapi.json`. */
export function createChatApi(parts: ChatApiParts): Hono {
  const { config, desk } = parts;
  const api = new Hono();
  api.use(crossOrigin(config.widgetOrigins));
  api.use(async (c, next) => {
    c.header("Cache-Control", "no-store");
    const what = c.req.method !== "POST" ? "read" : c.req.path.endsWith("/files") ? "file" : "message";
    const seconds = desk.admit(clientAddress(c, config.trustedProxies), what);
    return seconds > 0 ? tooMany(c, seconds) : next();
  });

  api.post(
    "/messages",
    bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => refuse(c, 413, mistakes.tooLarge) }),
    async (c) => {
      const body = readJson(await c.req.text());
      if (body === undefined) return refuse(c, 400, mistakes.notJson);
      const read = readMessage(body);
      if (read.kind === "mistake") return refuse(c, 400, read.words);
      const taken = await desk.takeMessage(read.written);
      if (taken.kind === "unknown_file") return refuse(c, 400, mistakes.unknownFile);
      if (taken.kind !== "stored") return notTaken(c, taken);
      return c.json({ conversation: taken.conversation, accepted: taken.accepted }, 202);
    },
  );
  api.get("/messages", async (c) => {
    const asked = await readingOf(c, parts);
    if (asked instanceof Response) return asked;
    return c.json(await messagesAfter(parts, asked.conversation, asked.after, (message) => message));
  });
  api.get("/stream", async (c) => {
    const asked = await readingOf(c, parts);
    if (asked instanceof Response) return asked;
    const ended = parts.streams.open(clientAddress(c, config.trustedProxies));
    if (ended === null) return tooMany(c, 30, mistakes.tooManyStreams);
    return streamMessages(c, parts, { ...asked, ended }, (message) => message);
  });

  api.post(
    "/files",
    bodyLimit({
      maxSize: LARGEST_FILE + FORM_EXTRA,
      onError: (c) => refuse(c, 413, mistakes.largeFile),
    }),
    async (c) => {
      const upload = await readUpload(c);
      if (upload.kind === "mistake") return refuse(c, 400, upload.words);
      if (upload.kind === "too_large") return refuse(c, 413, mistakes.largeFile);
      const taken = await desk.takeFile(upload.upload);
      if (taken.kind === "mistake") return refuse(c, 400, taken.words);
      if (taken.kind !== "kept") return notTaken(c, taken);
      return c.json({ file: taken.file.id, conversation: taken.conversation }, 201);
    },
  );
  api.get("/files/:id", async (c) => {
    const asked = await readingOf(c, parts);
    if (asked instanceof Response) return asked;
    const found = await download(c, parts, asked.conversation, c.req.param("id"));
    return found ?? refuse(c, 404, mistakes.noSuchFile);
  });

  for (const [path, methods] of Object.entries(METHODS)) {
    api.all(path, (c) => {
      c.header("Allow", methods);
      return refuse(c, 405, mistakes.method);
    });
  }
  return api;
}

const METHODS = { "/messages": "GET, POST", "/stream": "GET", "/files": "POST", "/files/:id": "GET" };

/** What is to be read, or the refusal. */
export async function readingOf(
  c: Context,
  { transcript }: ReadingParts,
): Promise<{ conversation: string; after: number } | Response> {
  const conversation = c.req.query("conversation");
  if (conversation === undefined || conversation === "") return refuse(c, 400, mistakes.conversation);
  // A browser that lost its stream tells by the header where it was.
  const after = c.req.header("Last-Event-ID") ?? c.req.query("after") ?? "0";
  if (!/^\d{1,9}$/.test(after)) return refuse(c, 400, mistakes.after);
  if (!(await transcript.exists(addressOf(conversation))))
    return refuse(c, 404, mistakes.unknownConversation);
  return { conversation, after: Number(after) };
}

function crossOrigin(origins: readonly string[]) {
  return cors({
    origin: (origin) => (origins.includes(origin) ? origin : null),
    allowMethods: ["GET", "POST"],
    allowHeaders: ["Content-Type", "Last-Event-ID"],
    exposeHeaders: ["Retry-After"],
    maxAge: 600,
  });
}

function notTaken(c: Context, taken: NotTaken): Response {
  if (taken.kind === "too_many") return tooMany(c, taken.seconds);
  return refuse(c, 404, mistakes.unknownConversation);
}

export function tooMany(c: Context, seconds: number, words: string = mistakes.tooMany(seconds)): Response {
  c.header("Retry-After", String(seconds));
  return c.json({ error: words }, 429);
}

/** undefined where the text is not JSON, which no JSON text can mean. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(c: Context, status: 400 | 404 | 405 | 413, error: string): Response {
  return c.json({ error }, status);
}
