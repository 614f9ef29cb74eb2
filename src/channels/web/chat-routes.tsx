import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Settings } from "../../conversation/settings.ts";
import type { IsoDate } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { readingOf, tooMany, type ChatApiParts } from "./chat-api.ts";
import { postForm, replyCame, type Posted } from "./chat-form.ts";
import { ChatPage } from "./chat-page.tsx";
import { chatTexts } from "./chat-texts.ts";
import { clientAddress } from "../../web-kit/client-address.ts";
import type { MessageJson } from "./encode.ts";
import { CHAT, EMBEDDED, NEW_CHAT, PRIVACY, RATING } from "./links.ts";
import { MessageView } from "./message-view.tsx";
import { markup, notice, page } from "./pages.tsx";
import { PrivacyPage } from "./privacy-page.tsx";
import { rate, readRating } from "./rating.ts";
import { lastMessages, messagesAfter, streamMessages } from "./reading.ts";
import { LARGEST_BODY, LARGEST_FILE, LONGEST_TEXT } from "./settings.ts";
import { addressOf } from "./tokens.ts";
import { readForm } from "./upload-form.ts";

export interface ChatRoutesParts extends ChatApiParts {
  library: Library;
  settings: Settings;
  wordsGoToGroup: () => Promise<boolean>;
  today: () => IsoDate;
}

/** Holds the token for browsers without scripts; those with scripts keep it themselves. */
const COOKIE = "nscl_chat";
const COOKIE_SECONDS = 180 * 24 * 3600;
/** One file and a pasted page that is too long, so that the friendly words about it can be said. */
const LARGEST_FORM = LARGEST_FILE + 512 * 1024;
const WAIT_FOR_REPLY_MS = 4000;
/** A page without scripts stops looking for a reply that staff may give tomorrow. */
const STOP_LOOKING_MS = 60_000;

/** The chat as pages: whole at `/`, for frames at `/nhung`, and what their script reads. */
export function createChatRoutes(parts: ChatRoutesParts): Hono {
  const { config } = parts;
  const app = new Hono();
  const limited: MiddlewareHandler = async (c, next) => {
    const seconds = parts.desk.admit(clientAddress(c, config.trustedProxies), "read");
    return seconds > 0 ? tooMany(c, seconds) : next();
  };
  for (const path of [CHAT, EMBEDDED]) {
    app.get(path, async (c) => {
      const typed = (c.req.query("q") ?? "").slice(0, LONGEST_TEXT);
      return chatPage(c, parts, path, { conversation: await conversationOf(c, parts), typed });
    });
    app.post(path, bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => notice(c, config, 413) }), async (c) =>
      posted(c, parts, path),
    );
  }
  app.post(NEW_CHAT, async (c) => {
    const from = await fieldIn(c, "from");
    deleteCookie(c, COOKIE, { path: "/" });
    return c.redirect(from === EMBEDDED ? EMBEDDED : CHAT, 303);
  });
  app.post(
    RATING,
    bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => notice(c, config, 413) }),
    async (c) => {
      const from = (await fieldIn(c, "from")) === EMBEDDED ? EMBEDDED : CHAT;
      if (c.req.header("Sec-Fetch-Site") === "cross-site") return c.redirect(from, 303);
      const seconds = parts.desk.admit(clientAddress(c, config.trustedProxies), "message");
      const message = await fieldIn(c, "message");
      const conversation = await conversationOf(c, parts);
      const read = readRating({ conversation, message, rating: await fieldIn(c, "rating") });
      if (seconds === 0 && read !== null) await rate(parts, read);
      return c.redirect(read === null ? from : `${from}#tin-${read.message}`, 303);
    },
  );
  app.get(PRIVACY, async (c) =>
    page(c, <PrivacyPage config={config} wordsGoToGroup={await parts.wordsGoToGroup()} />),
  );

  // What the page's own script reads: the same messages, drawn.
  const draw = (action: string) => async (message: MessageJson) => ({
    id: message.id,
    inReplyTo: message.inReplyTo,
    from: message.from,
    html: await markup(
      <MessageView message={message} library={parts.library} today={parts.today()} action={action} />,
    ),
  });
  app.use("/chat/*", limited);
  app.get("/chat/lines", async (c) => {
    const asked = await readingOf(c, parts);
    if (asked instanceof Response) return asked;
    c.header("Cache-Control", "no-store");
    const after = c.req.query("after");
    const found =
      after === undefined
        ? await lastMessages(parts, asked.conversation, draw(CHAT))
        : await messagesAfter(parts, asked.conversation, asked.after, draw(CHAT));
    return c.json(found);
  });
  app.get("/chat/stream", async (c) => {
    const asked = await readingOf(c, parts);
    if (asked instanceof Response) return asked;
    const ended = parts.streams.open(clientAddress(c, config.trustedProxies));
    if (ended === null) return tooMany(c, 30, chatTexts.mistakes.tooManyStreams);
    return streamMessages(c, parts, { ...asked, ended }, draw(CHAT));
  });
  return app;
}

/** The token that the browser brought, if its conversation is still there. */
async function conversationOf(c: Context, { transcript }: ChatRoutesParts): Promise<string | null> {
  const token = getCookie(c, COOKIE);
  return token !== undefined && (await transcript.exists(addressOf(token))) ? token : null;
}

async function posted(c: Context, parts: ChatRoutesParts, path: string): Promise<Response> {
  // Another site may not make this browser say something.
  if (c.req.header("Sec-Fetch-Site") === "cross-site") return c.redirect(path, 303);
  const known = await conversationOf(c, parts);
  const seconds = parts.desk.admit(clientAddress(c, parts.config.trustedProxies), "message");
  const result: Posted =
    seconds > 0
      ? {
          kind: "mistake",
          words: chatTexts.mistakes.tooMany(seconds),
          typed: await fieldIn(c, "text"),
          conversation: known,
        }
      : await postForm(c, parts.desk, known);
  if (result.kind === "unreadable") return notice(c, parts.config, 400);
  if (result.conversation !== null) {
    setCookie(c, COOKIE, result.conversation, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      maxAge: COOKIE_SECONDS,
      secure: new URL(c.req.url).protocol === "https:" || c.req.header("X-Forwarded-Proto") === "https",
    });
  }
  if (result.kind === "mistake") {
    const { conversation, typed, words } = result;
    return chatPage(c, parts, path, { conversation, typed, mistake: words });
  }
  await replyCame(parts, result.conversation, result.id, WAIT_FOR_REPLY_MS);
  return c.redirect(`${path}#tin-${result.id}`, 303);
}

/** The words of the form, to be given back; "" where there are none. */
async function fieldIn(c: Context, name: string): Promise<string> {
  const value = (await readForm(c))?.get(name);
  return typeof value === "string" ? value : "";
}

async function chatPage(
  c: Context,
  parts: ChatRoutesParts,
  path: string,
  shown: { conversation: string | null; typed: string; mistake?: string },
): Promise<Response> {
  const { conversation } = shown;
  const { messages, next } =
    conversation === null
      ? { messages: [], next: 0 }
      : await lastMessages(parts, conversation, (message) => message);
  const last = messages.at(-1);
  const waiting =
    shown.mistake === undefined &&
    last?.from === "user" &&
    parts.now().getTime() - Date.parse(last.at) < STOP_LOOKING_MS;
  return page(
    c,
    <ChatPage
      config={parts.config}
      library={parts.library}
      today={parts.today()}
      embedded={path === EMBEDDED}
      messages={messages}
      next={next}
      waiting={waiting}
      notice={parts.settings.notice(parts.now())?.text ?? null}
      paused={parts.settings.paused()}
      {...shown}
    />,
  );
}
