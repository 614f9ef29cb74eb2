import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config.ts";

const defaults = { knowledgeFolder: "/k", storeFolder: "/s", dataFolder: "/d" };
const parsed = (env: Record<string, string>) => parseConfig(env, defaults);
const OWN = "http://10.0.0.5:8000/v1";

describe("a language model", () => {
  it.each([
    [OWN, false],
    ["http://localhost:11434/v1/", false],
    ["http://vllm.so.lan/v1", false],
    ["http://[fd00::5]/v1", false],
    ["https://api.example.vn/v1", true],
    ["http://11.0.0.5/v1", true],
  ])("at %s is outside: %s", (address, isExternal) => {
    const env = { CHAT_MODEL: "qwen", OPENAI_BASE_URL: address };
    expect(parsed({ ...env, MODEL_EXTERNAL: "on" })).toMatchObject({
      ok: true,
      config: { model: { baseUrl: address.replace(/\/$/, ""), isExternal } },
    });
    expect(parsed(env).ok).toBe(!isExternal);
  });
});

describe("what hears voice messages", () => {
  it("is off until its model is named", () => {
    expect(parsed({ OPENAI_BASE_URL: OWN })).toMatchObject({ ok: true, config: { voice: null } });
  });

  it("stands beside the language model, with its key, unless it has a place of its own", () => {
    const env = { TRANSCRIPTION_MODEL: "whisper", OPENAI_BASE_URL: OWN, OPENAI_API_KEY: "k" };
    expect(parsed(env)).toMatchObject({
      ok: true,
      config: { voice: { baseUrl: OWN, apiKey: "k", model: "whisper", seconds: 20, isExternal: false } },
    });
    // The key of one server is told to no other.
    expect(parsed({ ...env, TRANSCRIPTION_BASE_URL: "http://10.0.0.6/v1" })).toMatchObject({
      ok: true,
      config: { voice: { baseUrl: "http://10.0.0.6/v1", apiKey: "none" } },
    });
  });

  it("lets no voice leave the organisation without its word, whatever may be asked of a model", () => {
    const env = {
      TRANSCRIPTION_MODEL: "whisper-1",
      OPENAI_API_KEY: "sk-of-nobody",
      MODEL_EXTERNAL: "on",
    };
    const refused = parsed(env);
    expect(refused).toEqual({
      ok: false,
      mistakes: [expect.stringContaining("people's voices would leave for api.openai.com")],
    });
    expect(JSON.stringify(refused)).not.toContain("sk-of-nobody");
    expect(parsed({ ...env, TRANSCRIPTION_EXTERNAL: "on" })).toMatchObject({
      ok: true,
      config: { voice: { isExternal: true, baseUrl: "https://api.openai.com/v1" } },
    });
  });

  it("needs a place or a key, and names what is wrong", () => {
    expect(parsed({ TRANSCRIPTION_MODEL: "whisper" }).ok).toBe(false);
    expect(parsed({ TRANSCRIPTION_SECONDS: "60", TRANSCRIPTION_BASE_URL: "máy chủ" })).toMatchObject({
      ok: false,
      mistakes: [expect.stringContaining("TRANSCRIPTION_"), expect.stringContaining("TRANSCRIPTION_")],
    });
  });
});
