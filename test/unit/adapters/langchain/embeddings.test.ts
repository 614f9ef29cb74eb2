import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEmbedder } from "../../../../src/adapters/langchain/embeddings.ts";
import { startModelServer, type ModelServer } from "../../../doubles/model-server/index.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.stop());
afterEach(() => {
  server.behaveEmbedding("well");
  server.embeds(null);
  server.received.length = 0;
});

const TEXTS = ["mã vạch\nmất bao nhiêu tiền", "truy xuất nguồn gốc"];

function embed(texts: readonly string[] = TEXTS, signal = AbortSignal.timeout(10_000)) {
  return createEmbedder({ apiKey: "k", baseUrl: server.url, model: "double", onError: recordError }).embed(
    texts,
    signal,
  );
}

describe("an embedding model", () => {
  it("makes one vector of each text, in one call, asked for plain numbers", async () => {
    const embedded = await embed();
    expect(embedded).toMatchObject({ kind: "vectors" });
    if (embedded.kind !== "vectors") return;
    expect(embedded.vectors.map(({ length }) => length)).toEqual([64, 64]);
    expect(server.received.map(({ path }) => path)).toEqual(["/v1/embeddings"]);
    expect(JSON.parse(server.received[0]?.body ?? "")).toMatchObject({
      model: "double",
      encoding_format: "float",
      input: ["mã vạch mất bao nhiêu tiền", "truy xuất nguồn gốc"],
    });
  });

  it.each([
    ["429", "too_many_requests"],
    ["500", "server_error"],
    ["401", "refused"],
    ["reset", "unreachable"],
    ["too_few", "malformed"],
    ["malformed", "malformed"],
    ["wrong_form", "malformed"],
    ["zeros", "malformed"],
  ] as const)("that fails by %s is told as %s, and asked once", async (behaviour, why) => {
    server.behaveEmbedding(behaviour);
    expect(await embed()).toEqual({ kind: "failed", why });
    expect(server.received).toHaveLength(1);
  });

  it("that gives vectors of several lengths has made none", async () => {
    server.embeds((text) => Array.from({ length: text.length }, () => 1));
    expect(await embed()).toEqual({ kind: "failed", why: "malformed" });
  });

  it("is not waited for longer than its time, nor the line kept", async () => {
    server.behaveEmbedding("slow");
    expect(await embed(TEXTS, AbortSignal.timeout(200))).toEqual({ kind: "failed", why: "slow" });
  });

  it("on another address than the configured one is not reached", async () => {
    const elsewhere = await startModelServer();
    await elsewhere.stop();
    const embedder = createEmbedder({
      apiKey: "k",
      baseUrl: elsewhere.url,
      model: "double",
      onError: recordError,
    });
    expect(await embedder.embed(TEXTS, AbortSignal.timeout(10_000))).toEqual({
      kind: "failed",
      why: "unreachable",
    });
    expect(server.received).toEqual([]);
  });
});
