import { z } from "zod";

/** Everything the surroundings may set. */
export interface Config {
  host: string;
  port: number;
  /** Markdown files the answers come from */
  knowledgeFolder: string;
  /** where the built index is kept */
  storeFolder: string;
  organisation: string;
}

export type ParsedConfig = { ok: true; config: Config } | { ok: false; mistakes: readonly string[] };

const schema = z.object({
  HOST: z.string().trim().min(1).default("127.0.0.1"),
  PORT: z.string().trim().default("3000").transform(Number).pipe(z.int().min(0).max(65535)),
  KNOWLEDGE_DIR: z.string().trim().min(1).optional(),
  INDEX_DIR: z.string().trim().min(1).optional(),
  ORGANISATION: z.string().trim().min(1).default("Sở Khoa học và Công nghệ tỉnh Quảng Ngãi"),
});

const EXPECTED: Readonly<Record<string, string>> = {
  HOST: "an address to listen on, e.g. 127.0.0.1",
  PORT: "a port from 0 to 65535",
  KNOWLEDGE_DIR: "a folder",
  INDEX_DIR: "a folder",
  ORGANISATION: "the name of the organisation",
};

/**
 * Reads the environment. All mistakes come back at once, a line each: what was set and what is expected.
 * @param defaults folders of this installation
 */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
  defaults: { knowledgeFolder: string; storeFolder: string },
): ParsedConfig {
  const result = schema.safeParse(env);
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
    return {
      ok: false,
      mistakes: names.map(
        (name) => `${name}=${JSON.stringify(env[name] ?? "")}: expected ${EXPECTED[name] ?? "another value"}`,
      ),
    };
  }
  const { HOST, PORT, KNOWLEDGE_DIR, INDEX_DIR, ORGANISATION } = result.data;
  return {
    ok: true,
    config: {
      host: HOST,
      port: PORT,
      knowledgeFolder: KNOWLEDGE_DIR ?? defaults.knowledgeFolder,
      storeFolder: INDEX_DIR ?? defaults.storeFolder,
      organisation: ORGANISATION,
    },
  };
}
