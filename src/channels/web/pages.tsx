import type { Context } from "hono";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { NoticePage } from "./notice-page.tsx";
import type { WebSettings } from "./settings.ts";
import { texts } from "./texts.ts";

type Status = 200 | 400 | 404 | 413 | 500;

/** Sends a page. Validity is told as of today, so a kept copy must ask again. */
export async function page(c: Context, content: Child, status: Status = 200): Promise<Response> {
  c.header("Cache-Control", "private, no-cache");
  return c.html(html`<!doctype html>${content}`, status);
}

/** The text of a part of a page. */
export async function markup(content: Child): Promise<string> {
  return (await html`${content}`).toString();
}

const NOTICES = {
  400: [texts.unreadableTitle, texts.unreadable],
  404: [texts.notFoundTitle, texts.notFound],
  413: [texts.tooLargeTitle, texts.tooLarge],
  500: [texts.failedTitle, texts.failed],
} as const;

/** A page that says what went wrong. */
export function notice(c: Context, config: WebSettings, status: keyof typeof NOTICES): Promise<Response> {
  const [title, words] = NOTICES[status];
  return page(c, <NoticePage config={config} title={title} words={words} />, status);
}
