import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config.ts";

const defaults = { knowledgeFolder: "/k", storeFolder: "/s" };

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
});
