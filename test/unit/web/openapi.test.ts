import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { addressOf } from "../../../src/channels/web/tokens.ts";
import { chatClient } from "../../support/chat-client.ts";
import { USUAL_LIMITS, startChat, type RunningChat } from "../../support/chat.ts";

interface Described {
  content?: Record<string, { schema: { $ref?: string } }>;
  headers?: Record<string, unknown>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, Described>; requestBody?: Described }>>;
  components: { schemas: Record<string, unknown> };
}

describe("the OpenAPI document", () => {
  let chat: RunningChat;
  let described: Document;
  beforeAll(async () => {
    chat = await startChat({ config: { limits: { ...USUAL_LIMITS, conversationPerMinute: 4 } } });
    described = (await (await fetch(`${chat.url}/api/openapi.json`)).json()) as Document;
  });
  afterAll(() => chat.stop());

  const schemaNamed = (ref: string | undefined) => {
    const name = ref?.split("/").at(-1) ?? "";
    const schema = described.components.schemas[name];
    if (schema === undefined) throw new Error(`no schema ${name}`);
    return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  };

  /** Fails where a real response is not described, or not as it is. */
  async function expectDescribed(method: string, path: string, response: Response): Promise<void> {
    const one = described.paths[path]?.[method]?.responses[String(response.status)];
    expect(one, `${method} ${path} ${response.status}`).toBeDefined();
    for (const header of Object.keys(one?.headers ?? {}))
      expect(response.headers.has(header), header).toBe(true);
    const json = one?.content?.["application/json"];
    if (json === undefined) {
      await response.body?.cancel();
      return;
    }
    const checked = schemaNamed(json.schema.$ref).safeParse(await response.json());
    expect(checked.error, `${method} ${path} ${response.status}`).toBeUndefined();
  }

  it("is OpenAPI 3.1 and names only schemas that are there", () => {
    expect(described.openapi).toMatch(/^3\.1/);
    const refs = JSON.stringify(described).matchAll(/#\/components\/schemas\/(\w+)/g);
    for (const [, name] of refs) expect(described.components.schemas).toHaveProperty(name ?? "");
  });

  it("describes what the service really answers", async () => {
    const { post, say, upload } = chatClient(chat.url);
    const get = (path: string, query: Readonly<Record<string, string>> = {}) =>
      fetch(`${chat.url}${path}?${new URLSearchParams(query).toString()}`);
    const MESSAGES = "/api/chat/messages";
    const FILES = "/api/chat/files";

    await expectDescribed("post", MESSAGES, await post({ id: randomUUID(), text: "a" }));
    await expectDescribed("post", MESSAGES, await post("{"));
    await expectDescribed("post", MESSAGES, await post({ id: randomUUID(), text: "a", conversation: "x" }));
    await expectDescribed("post", MESSAGES, await post("a".repeat(70_000)));
    const { conversation, id } = await say("b");
    const kept = await upload({ name: "a.txt", content: "chữ" }, conversation);
    const { file } = (await kept.clone().json()) as { file: string };
    await expectDescribed("post", FILES, kept);
    await expectDescribed("post", FILES, await upload({ name: "a.exe", content: "MZ" }, conversation));
    await expectDescribed("post", FILES, await upload({ name: "a.txt", content: "chữ" }, "x"));
    await expectDescribed("post", FILES, await upload({ name: "a.txt", content: "a".repeat(6_000_000) }));
    await post({ id: randomUUID(), text: "c", files: [file], conversation });
    await post({ id: randomUUID(), text: "d", conversation });
    await expectDescribed("post", MESSAGES, await post({ id: randomUUID(), text: "e", conversation }));

    chat.memory.say(
      addressOf(conversation),
      {
        text: "đáp",
        choices: [{ label: "Một", value: "1" }],
        citations: [{ document: "1", title: "t", section: "I", kind: "tóm tắt", text: "x", validity: "còn" }],
        files: [{ name: "a.ics", mediaType: "text/calendar", content: "x" }],
      },
      { inReplyTo: id },
    );
    const RATINGS = "/api/chat/ratings";
    const rate = (body: unknown) =>
      fetch(`${chat.url}${RATINGS}`, { method: "POST", body: JSON.stringify(body) });
    chat.memory.say(addressOf(conversation), { text: "30", rateable: true }, { inReplyTo: id });
    await expectDescribed("post", RATINGS, await rate({ conversation, message: id, rating: "good" }));
    await expectDescribed("post", RATINGS, await rate({ conversation, message: id, rating: "great" }));
    await expectDescribed("post", RATINGS, await rate({ conversation: "x", message: id, rating: "bad" }));
    await expectDescribed("post", RATINGS, await rate("a".repeat(70_000)));
    await expectDescribed("get", MESSAGES, await get(MESSAGES, { conversation }));
    await expectDescribed("get", MESSAGES, await get(MESSAGES));
    await expectDescribed("get", MESSAGES, await get(MESSAGES, { conversation: "x" }));
    await expectDescribed("get", "/api/chat/stream", await get("/api/chat/stream", { conversation }));
    await expectDescribed("get", "/api/chat/stream", await get("/api/chat/stream", { conversation: "x" }));
    await expectDescribed("get", `${FILES}/{id}`, await get(`${FILES}/${file}`, { conversation }));
    await expectDescribed("get", `${FILES}/{id}`, await get(`${FILES}/x`, { conversation }));
  });

  it("checks messages as the service does", () => {
    const schema = schemaNamed(
      described.paths["/api/chat/messages"]?.["post"]?.requestBody?.content?.["application/json"]?.schema
        .$ref,
    );
    expect(schema.safeParse({ id: randomUUID(), text: "a" }).success).toBe(true);
    expect(schema.safeParse({ text: "a" }).success).toBe(false);
    expect(schema.safeParse({ id: "1", text: "a" }).success).toBe(false);
  });
});
