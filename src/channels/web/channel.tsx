import { Hono } from "hono";
import type { Answerer } from "../../answer/answer.ts";
import type { Channel, ShowsDrafts } from "../../conversation/channel.ts";
import type { IncomingMessage } from "../../conversation/message.ts";
import type { Ratings } from "../../conversation/ratings.ts";
import type { Settings } from "../../conversation/settings.ts";
import type { Files, Transcript } from "../../conversation/transcript.ts";
import type { IsoDate } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { CERTIFICATES, type Certificates } from "../../registry/certificates.ts";
import { createApi } from "./api.ts";
import { serveAssets } from "./assets.ts";
import { shelves } from "./catalogue.ts";
import { CertificatePage, NoCertificatePage } from "./certificate-page.tsx";
import { createChatApi } from "./chat-api.ts";
import { createChatRoutes } from "./chat-routes.tsx";
import { createDrafts } from "./drafts.ts";
import { createDesk } from "./desk.ts";
import { DocumentPage } from "./document-page.tsx";
import { preview } from "./encode.ts";
import { DocumentsPage } from "./documents-page.tsx";
import { DOCUMENTS } from "./links.ts";
import { createBells, type Bells } from "./live.ts";
import { openApi } from "./openapi.ts";
import { notice, page } from "./pages.tsx";
import { securityHeaders } from "./security.ts";
import { allLimits, type WebSettings } from "./settings.ts";
import { createStreamCount } from "./stream-count.ts";
import { texts } from "./texts.ts";

export interface WebParts {
  config: WebSettings;
  /** makes the tokens of conversations; the same on every replica and after every restart */
  secret: string;
  /** stores a message: true = stored, false = seen before */
  accept: (message: IncomingMessage) => Promise<boolean>;
  transcript: Transcript;
  files: Files;
  ratings: Ratings;
  certificates: Certificates;
  settings: Settings;
  /** whether words to staff are passed on to a group of theirs on another platform */
  wordsGoToGroup: () => Promise<boolean>;
  answerer: Answerer;
  library: Library;
  today: () => IsoDate;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** The web as a channel: the chat page, its public API, the documents. `app` serves all of it by `fetch`. */
export function createWebChannel(parts: WebParts): { app: Hono; channel: Channel } {
  const { config, answerer, transcript, files, onError } = parts;
  const bells = createBells();
  const drafts = createDrafts(bells);
  const limits = allLimits(config.limits);
  const chat = {
    ...parts,
    desk: createDesk({ ...parts, limits }),
    streams: createStreamCount(limits.streamsPerAddress),
    bells,
    drafts,
    transcript,
    files,
  };
  const app = new Hono();
  app.use(securityHeaders(config.widgetOrigins));
  app.get("/healthz", (c) => c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }));
  serveAssets(app, config.widgetOrigins);
  app.get("/api/openapi.json", (c) => c.json(openApi()));
  app.route("/api/chat", createChatApi(chat));
  app.route("/api", createApi(answerer));
  app.route("/", createChatRoutes(chat));
  serveDocuments(app, parts);
  serveCertificates(app, parts);
  app.notFound((c) => notice(c, config, 404));
  app.onError((error, c) => {
    onError(error);
    return c.req.path.startsWith("/api/") ? c.json({ error: texts.api.failed }, 500) : notice(c, config, 500);
  });
  return { app, channel: channelOf(bells, drafts) };
}

/**
 * The rows of the outbox are the messages that the page shows, so sending is telling the open pages to look.
 * HTTP comes in through the app; listening lasts as long as pages may be kept waiting for news.
 */
function channelOf(bells: Bells, drafts: ShowsDrafts): Channel {
  return {
    name: "web",
    preview,
    showsBasis: true,
    drafts,
    listen: (_accept, signal) =>
      new Promise((resolve) => {
        const stop = () => {
          bells.close();
          resolve();
        };
        if (signal.aborted) stop();
        else signal.addEventListener("abort", stop, { once: true });
      }),
    send: (to, _reply, id) => {
      bells.ring(to.chat);
      return Promise.resolve({ kind: "sent", ref: id });
    },
  };
}

function serveCertificates(app: Hono, { config, certificates }: WebParts): void {
  app.get(`${CERTIFICATES}/:key`, async (c) => {
    c.header("X-Robots-Tag", "noindex");
    const certificate = await certificates.find(c.req.param("key"));
    return certificate === null
      ? page(c, <NoCertificatePage config={config} />, 404)
      : page(c, <CertificatePage config={config} certificate={certificate} />);
  });
}

const LONGEST_FILTER = 100;

function serveDocuments(app: Hono, { config, library, today }: WebParts): void {
  app.get(DOCUMENTS, (c) => {
    const words = (c.req.query("tu") ?? "").trim().slice(0, LONGEST_FILTER);
    const found = shelves(library.documents, words, today());
    return page(c, <DocumentsPage config={config} shelves={found} words={words} today={today()} />);
  });
  app.get(`${DOCUMENTS}/:id`, (c) => {
    const document = library.byId(c.req.param("id"));
    if (!document) return notice(c, config, 404);
    return page(c, <DocumentPage config={config} document={document} library={library} today={today()} />);
  });
}
