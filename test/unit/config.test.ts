import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config.ts";

const defaults = { knowledgeFolder: "/k", storeFolder: "/s", dataFolder: "/d" };

describe("parseConfig", () => {
  it("needs nothing", () => {
    expect(parseConfig({}, defaults)).toEqual({
      ok: true,
      config: {
        host: "127.0.0.1",
        port: 3000,
        knowledgeFolder: "/k",
        storeFolder: "/s",
        organisation: "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
        database: { dataFolder: "/d" },
        widgetOrigins: [],
        trustedProxies: 0,
        limits: { conversationPerMinute: 30, addressPerMinute: 120 },
        publicUrl: null,
        consoleFromAnywhere: false,
        retention: { conversationDays: 180, fileDays: 365, requestYears: 5, attendeeYears: 5 },
        requestDays: 5,
        offerHours: 24,
        channels: { telegram: null, zaloBot: null, zaloOa: null, zaloPersonal: null },
        model: null,
        embedding: null,
        voice: null,
        secretKey: null,
      },
    });
  });

  it("takes what is set", () => {
    const parsed = parseConfig(
      { HOST: "0.0.0.0", PORT: " 8080 ", KNOWLEDGE_DIR: "/data/k", ORGANISATION: "Sở X" },
      defaults,
    );
    expect(parsed).toMatchObject({
      ok: true,
      config: { host: "0.0.0.0", port: 8080, knowledgeFolder: "/data/k", organisation: "Sở X" },
    });
  });

  it("lets the console be set up from elsewhere, and knows its public address", () => {
    const parsed = parseConfig(
      { CONSOLE_FROM_ANYWHERE: "on", PUBLIC_URL: "https://nscl.example.vn/" },
      defaults,
    );
    expect(parsed).toMatchObject({
      ok: true,
      config: { consoleFromAnywhere: true, publicUrl: "https://nscl.example.vn" },
    });
    expect(parseConfig({ CONSOLE_FROM_ANYWHERE: "yes" }, defaults)).toEqual({
      ok: false,
      mistakes: ['CONSOLE_FROM_ANYWHERE="yes": expected on or off'],
    });
  });

  it("names every mistake with what is expected", () => {
    const parsed = parseConfig({ PORT: "ba nghìn", HOST: " " }, defaults);
    expect(parsed).toEqual({
      ok: false,
      mistakes: [
        'HOST=" ": expected an address to listen on, e.g. 127.0.0.1',
        'PORT="ba nghìn": expected a port from 0 to 65535',
      ],
    });
    for (const port of ["-1", "65536", "3000.5", "0x10z"])
      expect(parseConfig({ PORT: port }, defaults).ok).toBe(false);
  });

  it("takes a database server, origins and limits", () => {
    const parsed = parseConfig(
      {
        DATABASE_URL: "postgresql://nscl:bimat@db.local/nscl",
        WIDGET_ORIGINS: "https://so.example.vn, http://127.0.0.1:8080",
        TRUSTED_PROXIES: "1",
        CHAT_PER_MINUTE: "1000",
      },
      defaults,
    );
    expect(parsed).toMatchObject({
      ok: true,
      config: {
        database: { url: "postgresql://nscl:bimat@db.local/nscl" },
        widgetOrigins: ["https://so.example.vn", "http://127.0.0.1:8080"],
        trustedProxies: 1,
        limits: { conversationPerMinute: 1000, addressPerMinute: 120 },
      },
    });
  });

  it("never repeats the password of a database", () => {
    const parsed = parseConfig({ DATABASE_URL: "mysql://nscl:bimat@db.local/nscl" }, defaults);
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).not.toContain("bimat");
    expect(JSON.stringify(parsed)).toContain("DATABASE_URL");
  });

  it("refuses origins with a path", () => {
    expect(parseConfig({ WIDGET_ORIGINS: "https://so.example.vn/trang" }, defaults).ok).toBe(false);
  });

  describe("dense search", () => {
    const embeddingOf = (env: Record<string, string>) => {
      const parsed = parseConfig(env, defaults);
      return parsed.ok ? parsed.config.embedding : parsed.mistakes;
    };

    it("is switched on by the name of the embedding model, at the server of the language model or its own", () => {
      const env = { EMBEDDING_MODEL: "bge-m3", OPENAI_BASE_URL: "http://10.0.0.5:8000/v1/" };
      expect(embeddingOf(env)).toMatchObject({
        model: "bge-m3",
        baseUrl: "http://10.0.0.5:8000/v1",
        isExternal: false,
        folder: join("/d", "dense"),
        perPerson: 50,
        perDay: 2000,
      });
      expect(
        embeddingOf({ ...env, EMBEDDING_BASE_URL: "http://tei.lan:8080/v1", DENSE_WEIGHT: "1.5" }),
      ).toMatchObject({
        baseUrl: "http://tei.lan:8080/v1",
        weight: 1.5,
      });
      expect(embeddingOf({ ...env, DATABASE_URL: "postgresql://u:p@h/d", DATA_DIR: "/x" })).toMatchObject({
        folder: join("/x", "dense"),
        databaseUrl: "postgresql://u:p@h/d",
      });
    });

    it.each([
      [{ EMBEDDING_MODEL: "bge-m3" }, "EMBEDDING_MODEL needs"],
      [{ EMBEDDING_MODEL: "e", OPENAI_API_KEY: "sk-x" }, "MODEL_EXTERNAL=off"],
      [{ EMBEDDING_MODEL: "e", EMBEDDING_BASE_URL: "10.0.0.5" }, "EMBEDDING_BASE_URL="],
      [{ DENSE_WEIGHT: "much" }, "DENSE_WEIGHT="],
      [{ DENSE_WEIGHT: "-1" }, "DENSE_WEIGHT="],
    ])("with %j is told what is wrong", (env, mistake) => {
      expect(embeddingOf(env)).toEqual([expect.stringContaining(mistake)]);
    });
  });
});
