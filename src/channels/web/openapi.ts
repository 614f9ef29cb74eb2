import { z } from "zod";
import { messageSchema } from "./decode.ts";
import { ratingSchema } from "./rating.ts";
import { MOST_PENDING_FILES } from "./settings.ts";

const error = z.object({ error: z.string().meta({ description: "in Vietnamese, fit to be shown" }) });

const accepted = z.object({
  conversation: z.string().meta({ description: "token of the conversation; whoever has it reads it" }),
  accepted: z.boolean().meta({ description: "false for an id that was seen before" }),
});

const kept = z.object({
  file: z.string().meta({ description: 'goes into "files" of the message' }),
  conversation: z.string(),
});

const message = z.object({
  id: z.string(),
  inReplyTo: z.string().nullable().meta({ description: "id of the person's message that this answers" }),
  from: z.enum(["bot", "staff", "user"]),
  text: z.string(),
  choices: z.array(z.object({ label: z.string(), value: z.string() })),
  citations: z.array(
    z.object({
      document: z.string(),
      title: z.string(),
      section: z.string(),
      kind: z.enum(["tóm tắt", "nguyên văn"]),
      text: z.string(),
      validity: z.string(),
      mark: z
        .string()
        .optional()
        .meta({ description: "stands in the text behind the sentences that rest on it" }),
    }),
  ),
  files: z.array(
    z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int(), url: z.string() }),
  ),
  rating: z
    .enum(["good", "bad", "none"])
    .nullable()
    .meta({ description: "what the person thought of this answer; null where it cannot be rated" }),
  at: z.iso.datetime(),
});

const messages = z.object({
  messages: z.array(message),
  next: z.int().meta({ description: 'goes into "after" of the next call' }),
});

const components = { Error: error, Accepted: accepted, Kept: kept, Message: message, Messages: messages };

const json = (name: keyof typeof components | "NewMessage" | "NewRating") => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});
const response = (description: string, name?: Parameters<typeof json>[0]) => ({
  description,
  ...(name ? json(name) : {}),
});
const REFUSALS = {
  bad: { 400: response("something is missing or wrong", "Error") },
  unknown: { 404: response("unknown conversation", "Error") },
  large: { 413: response("too large", "Error") },
  many: {
    429: {
      ...response("too many; wait as long as Retry-After says", "Error"),
      headers: { "Retry-After": { description: "seconds", schema: { type: "integer" } } },
    },
  },
};
const conversation = {
  name: "conversation",
  in: "query",
  required: true,
  schema: { type: "string" },
} as const;
const after = { name: "after", in: "query", schema: { type: "integer", minimum: 0 } } as const;

/** The public API of the chat, as OpenAPI 3.1; the schemas are those that the requests are checked with. */
export function openApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Trợ lý NSCL: chat",
      version: "1",
      description:
        "Write with POST /api/chat/messages, read with GET /api/chat/messages or /api/chat/stream. A message counts once however often it is repeated with the same id. The stream also has events `draft` (no number): an answer in the making, with all of its text so far, which opens the answer; `{over: true}` when its turn has ended.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths: {
      "/api/chat/messages": {
        post: {
          operationId: "sendMessage",
          summary: 'Says something: exactly one of "text" (up to 2,000 characters) and "choice"',
          requestBody: { required: true, ...json("NewMessage") },
          responses: {
            202: response("stored; the reply comes by reading", "Accepted"),
            ...REFUSALS.bad,
            ...REFUSALS.unknown,
            ...REFUSALS.large,
            ...REFUSALS.many,
          },
        },
        get: {
          operationId: "readMessages",
          summary: "What was said after a point, at most 100 messages, oldest first",
          parameters: [conversation, after],
          responses: {
            200: response("empty when there is nothing new", "Messages"),
            ...REFUSALS.bad,
            ...REFUSALS.unknown,
            ...REFUSALS.many,
          },
        },
      },
      "/api/chat/stream": {
        get: {
          operationId: "followMessages",
          summary: "The same as server-sent events: data is a Message, id goes into Last-Event-ID or after",
          parameters: [
            conversation,
            after,
            { name: "Last-Event-ID", in: "header", schema: { type: "integer" } },
          ],
          responses: {
            200: {
              description: 'begins with an event "ready"; a comment is sent when all is quiet',
              content: { "text/event-stream": { schema: { type: "string" } } },
            },
            ...REFUSALS.bad,
            ...REFUSALS.unknown,
            ...REFUSALS.many,
          },
        },
      },
      "/api/chat/ratings": {
        post: {
          operationId: "rateAnswer",
          summary: "Says whether an answer helped; a later rating takes the place of an earlier one",
          requestBody: { required: true, ...json("NewRating") },
          responses: {
            204: response("kept"),
            ...REFUSALS.bad,
            404: response("no question of this conversation", "Error"),
            ...REFUSALS.large,
            ...REFUSALS.many,
          },
        },
      },
      "/api/chat/files": {
        post: {
          operationId: "sendFile",
          summary: `Keeps a file for a message to come: PDF, JPEG, PNG, DOCX, XLSX or TXT, up to 5 MB, at most ${MOST_PENDING_FILES} waiting`,
          requestBody: {
            required: true,
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  required: ["file"],
                  properties: {
                    file: { type: "string", contentMediaType: "application/octet-stream" },
                    conversation: {
                      type: "string",
                      description: "absent where the file comes before the first message",
                    },
                  },
                },
              },
            },
          },
          responses: {
            201: response("kept", "Kept"),
            ...REFUSALS.bad,
            ...REFUSALS.unknown,
            ...REFUSALS.large,
            ...REFUSALS.many,
          },
        },
      },
      "/api/chat/files/{id}": {
        get: {
          operationId: "readFile",
          summary: "A file of the conversation, always as a download",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }, conversation],
          responses: {
            200: {
              description: "the file",
              content: {
                "*/*": { schema: { type: "string", contentMediaType: "application/octet-stream" } },
              },
            },
            ...REFUSALS.bad,
            404: response("no such conversation or file", "Error"),
            ...REFUSALS.many,
          },
        },
      },
    },
    components: {
      schemas: {
        NewMessage: schemaOf(messageSchema, "input"),
        NewRating: schemaOf(ratingSchema, "input"),
        ...Object.fromEntries(
          Object.entries(components).map(([name, schema]) => [name, schemaOf(schema, "output")]),
        ),
      },
    },
  };
}

function schemaOf(schema: z.ZodType, io: "input" | "output") {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
