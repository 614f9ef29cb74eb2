import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createTranscriber } from "../../../../src/adapters/langchain/transcriber.ts";
import { startModelServer, type ModelServer } from "../../../doubles/model-server/index.ts";
import { recordError } from "../../../support/log-scan/journal.ts";
import { OGG } from "../../../support/recordings.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.stop());
afterEach(() => {
  server.behave("well");
  vi.restoreAllMocks();
});

function hears(ms = 10_000) {
  const settings = { apiKey: "sk-of-the-ears", baseUrl: server.url, model: "whisper", onError: recordError };
  return createTranscriber(settings).transcribe(
    { content: new Uint8Array(OGG), mediaType: "audio/ogg" },
    AbortSignal.timeout(ms),
  );
}

it("sends the recording, its model and its language to the endpoint, and nothing anywhere else", async () => {
  const fetched = vi.spyOn(globalThis, "fetch");
  server.hears("nhãn hàng hóa phải ghi những gì");
  expect(await hears()).toEqual({ kind: "heard", words: "nhãn hàng hóa phải ghi những gì" });
  expect(fetched.mock.calls.map(([input]) => String(input instanceof Request ? input.url : input))).toEqual([
    `${server.url}/audio/transcriptions`,
  ]);
  const [asked] = server.received;
  expect(asked?.authorization).toBe("Bearer sk-of-the-ears");
  for (const part of ['name="model"\r\n\r\nwhisper', 'name="language"\r\n\r\nvi', "recording.ogg", "OggS"])
    expect(asked?.body).toContain(part);
});

describe("a server that fails", () => {
  it.each([
    ["429", "too_many_requests"],
    ["500", "server_error"],
    ["401", "refused"],
    ["reset", "unreachable"],
  ] as const)("%s is told as %s", async (behaviour, why) => {
    server.behave(behaviour);
    expect(await hears()).toEqual({ kind: "failed", why });
  });

  it("is not waited for longer than its time", async () => {
    server.behave("slow");
    expect(await hears(200)).toEqual({ kind: "failed", why: "slow" });
  });
});
