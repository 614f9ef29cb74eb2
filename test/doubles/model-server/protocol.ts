import type { ServerResponse } from "node:http";

/** The parts of the OpenAI protocol that the double speaks. */

export interface ChatRequest {
  model: string;
  messages: readonly { role: string; content: unknown }[];
  stream?: boolean;
  response_format?: { type: string; json_schema?: { name: string } };
  tools?: readonly { function: { name: string } }[];
}

/** What the client wants: which form of answer, and how it comes. */
export function formOf({ response_format, tools, messages }: ChatRequest): { name: string; asTool: boolean } {
  const tool = tools?.[0]?.function.name;
  if (tool !== undefined) return { name: tool, asTool: true };
  const named = response_format?.json_schema?.name;
  // In JSON mode the form is told in words alone.
  return {
    name: named ?? (textOf(messages[0]).includes('"coverage"') ? "answer" : "understanding"),
    asTool: false,
  };
}

export function textOf(message: { content: unknown } | undefined): string {
  const content = message?.content;
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part: { text?: unknown }) => (typeof part.text === "string" ? part.text : "")).join("");
}

const PIECE = 24;

/**
 * Sends a text as a server does that writes while it thinks.
 * @param upTo share of it after which the stream ends, properly but for its last words, or with the line dropped
 */
export async function sendStream(
  response: ServerResponse,
  text: string,
  {
    asTool,
    name,
    upTo = 1,
    drops = false,
    pieceMs = 0,
  }: { asTool: boolean; name: string; upTo?: number; drops?: boolean; pieceMs?: number },
): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (delta: object, finish: string | null) =>
    response.write(
      `data: ${JSON.stringify({ id: "c-1", object: "chat.completion.chunk", created: 1, model: "double", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
    );
  const sent = text.slice(0, Math.floor(text.length * upTo));
  send({ role: "assistant", content: asTool ? null : "" }, null);
  if (asTool)
    send(
      { tool_calls: [{ index: 0, id: "t-1", type: "function", function: { name, arguments: "" } }] },
      null,
    );
  for (let at = 0; at < sent.length; at += PIECE) {
    const piece = sent.slice(at, at + PIECE);
    send(asTool ? { tool_calls: [{ index: 0, function: { arguments: piece } }] } : { content: piece }, null);
    if (pieceMs > 0) await new Promise((resolve) => setTimeout(resolve, pieceMs));
  }
  if (upTo < 1) {
    // What was written is read before the line goes.
    if (drops) setTimeout(() => response.destroy(), 50);
    else response.end();
    return;
  }
  send({}, asTool ? "tool_calls" : "stop");
  response.end("data: [DONE]\n\n");
}

export function sendWhole(
  response: ServerResponse,
  text: string,
  { asTool, name }: { asTool: boolean; name: string },
): void {
  const message = asTool
    ? {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "t-1", type: "function", function: { name, arguments: text } }],
      }
    : { role: "assistant", content: text };
  sendJson(response, 200, {
    id: "c-1",
    object: "chat.completion",
    created: 1,
    model: "double",
    choices: [{ index: 0, message, finish_reason: asTool ? "tool_calls" : "stop" }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
