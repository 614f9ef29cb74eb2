import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Answerer } from "../../answer/answer.ts";
import { asking } from "./asking.ts";
import { texts } from "./texts.ts";

const LARGEST_BODY = 64 * 1024;

const request = z.object(
  {
    question: z.string({ error: texts.api.question }),
    history: z
      .array(z.string({ error: texts.api.history }), { error: texts.api.history })
      .max(50, { error: texts.api.history })
      .optional(),
  },
  { error: texts.api.question },
);

/**
 * `POST /api/ask` with JSON `{"question": "…", "history": ["câu trước", …]}` (history optional, oldest first;
 * the last four count) gives the `Answer` as JSON. Mistakes: 400, 405, 413, 415 with `{"error": "…"}`.
 */
export function createApi(answerer: Answerer): Hono {
  const api = new Hono();
  api.post(
    "/ask",
    bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => refuse(c, 413, texts.api.tooLarge) }),
    async (c) => {
      if (!/^application\/json\s*(?:;|$)/i.test(c.req.header("Content-Type") ?? "")) {
        return refuse(c, 415, texts.api.mediaType);
      }
      const body = readJson(await c.req.text());
      if (body === undefined) return refuse(c, 400, texts.api.notJson);
      const parsed = request.safeParse(body);
      if (!parsed.success) return refuse(c, 400, parsed.error.issues[0]?.message ?? texts.api.question);
      const { question, earlier } = asking(parsed.data.question, parsed.data.history);
      return c.json(await answerer.answer(question, earlier));
    },
  );
  api.all("/ask", (c) => {
    c.header("Allow", "POST");
    return refuse(c, 405, texts.api.method);
  });
  api.all("*", (c) => refuse(c, 404, texts.api.notFound));
  return api;
}

/** undefined where the text is not JSON, which no JSON text can mean. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(c: Context, status: 400 | 404 | 405 | 413 | 415, error: string): Response {
  return c.json({ error }, status);
}
