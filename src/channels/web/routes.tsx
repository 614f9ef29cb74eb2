import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { MAX_QUESTION_LENGTH, type Answerer } from "../../answer/answer.ts";
import { hear } from "../../answer/hear.ts";
import { texts as answerTexts } from "../../answer/texts.ts";
import type { Config } from "../../config.ts";
import type { IsoDate } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { createApi } from "./api.ts";
import { AnswerPage, MistakePage, WelcomePage } from "./ask-page.tsx";
import { asking, shareableUrl, type Asking } from "./asking.ts";
import { serveAssets } from "./assets.ts";
import { shelves } from "./catalogue.ts";
import { DocumentPage } from "./document-page.tsx";
import { DocumentsPage } from "./documents-page.tsx";
import { DOCUMENTS } from "./links.ts";
import { NoticePage } from "./notice-page.tsx";
import { present } from "./present.ts";
import { securityHeaders } from "./security.ts";
import { texts } from "./texts.ts";

export interface WebParts {
  config: Config;
  answerer: Answerer;
  library: Library;
  today: () => IsoDate;
  onError: (error: unknown) => void;
}

/** A pasted page still gets the friendly "too long" with its words kept. */
const LARGEST_FORM = 256 * 1024;
const LONGEST_FILTER = 100;

/** The public web pages: asking, the documents, and the same answers as JSON. */
export function createWeb(parts: WebParts): Hono {
  const { config, answerer, library, today } = parts;
  const app = new Hono();
  app.use(securityHeaders());
  app.get("/healthz", (c) => c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }));
  serveAssets(app);
  app.route("/api", createApi(answerer));

  app.get("/", (c) => {
    const question = c.req.query("q");
    if (question === undefined) return page(c, <WelcomePage config={config} />);
    return answered(c, parts, asking(question, c.req.queries("h")));
  });
  // A question is posted so that any length arrives, and shown at an address that can be shared and returned to.
  app.post("/", bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => notice(c, parts, 413) }), async (c) => {
    const form = await readForm(c);
    if (form === null) return notice(c, parts, 400);
    const url = mistakeIn(form.question) === null ? shareableUrl(form) : null;
    return url === null ? answered(c, parts, form) : c.redirect(url, 303);
  });

  app.get(DOCUMENTS, (c) => {
    const words = (c.req.query("tu") ?? "").trim().slice(0, LONGEST_FILTER);
    const found = shelves(library.documents, words, today());
    return page(c, <DocumentsPage config={config} shelves={found} words={words} today={today()} />);
  });
  app.get(`${DOCUMENTS}/:id`, (c) => {
    const document = library.byId(c.req.param("id"));
    if (!document) return notice(c, parts, 404);
    return page(c, <DocumentPage config={config} document={document} library={library} today={today()} />);
  });

  app.notFound((c) => notice(c, parts, 404));
  app.onError((error, c) => {
    parts.onError(error);
    return c.req.path.startsWith("/api/") ? c.json({ error: texts.api.failed }, 500) : notice(c, parts, 500);
  });
  return app;
}

async function answered(
  c: Context,
  { config, answerer, library, today }: WebParts,
  asked: Asking,
): Promise<Response> {
  const mistake = mistakeIn(asked.question);
  if (mistake !== null) return page(c, <MistakePage config={config} asked={asked} mistake={mistake} />);
  const answer = await answerer.answer(asked.question, asked.earlier);
  const presented = present(answer, library, today());
  return page(c, <AnswerPage config={config} asked={asked} answer={answer} presented={presented} />);
}

/** What keeps the words from being a question; said beside the box, where they can be changed. */
function mistakeIn(question: string): string | null {
  const heard = hear(question);
  if (heard.kind === "empty") return answerTexts.empty;
  return heard.kind === "too_long" ? answerTexts.tooLong(heard.length, MAX_QUESTION_LENGTH) : null;
}

/** null where the body is no form. */
async function readForm(c: Context): Promise<Asking | null> {
  try {
    const form = await c.req.formData();
    const words = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
    return asking(words("q")[0] ?? "", words("h"));
  } catch {
    return null;
  }
}

function page(
  c: Context,
  content: Child,
  status: 200 | 400 | 404 | 413 | 500 = 200,
): Response | Promise<Response> {
  // Validity is told as of today, so a kept copy must ask again.
  c.header("Cache-Control", "private, no-cache");
  return c.html(html`<!doctype html>${content}`, status);
}

const NOTICES = {
  400: [texts.unreadableTitle, texts.unreadable],
  404: [texts.notFoundTitle, texts.notFound],
  413: [texts.tooLargeTitle, texts.tooLarge],
  500: [texts.failedTitle, texts.failed],
} as const;

function notice(
  c: Context,
  { config }: WebParts,
  status: keyof typeof NOTICES,
): Response | Promise<Response> {
  const [title, words] = NOTICES[status];
  return page(c, <NoticePage config={config} title={title} words={words} />, status);
}
