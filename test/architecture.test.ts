import { readdirSync, readFileSync } from "node:fs";
import { cruise, type ICruiseResult, type IRegularForbiddenRuleType } from "dependency-cruiser";
import { describe, expect, it } from "vitest";

const CORE_FOLDERS =
  "conversation|dialogue|answer|announce|search|ingest|outbox|registry|knowledge|staffroom";
const CORE = `^src/(${CORE_FOLDERS})/`;

/** The rules of docs/architecture.md; each forbids a kind of import. */
const RULES: readonly (IRegularForbiddenRuleType & { name: string })[] = [
  {
    name: "the core imports nothing of Node, no framework, SDK, Prisma or LangChain",
    from: { path: CORE },
    to: {
      dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"],
      // Libraries that only read text: YAML, Markdown and schemas, in ingest.
      pathNot: "node_modules/(yaml|marked|zod)/",
    },
  },
  {
    name: "only ingest reads YAML, Markdown and schemas in the core",
    from: { path: CORE, pathNot: "^src/ingest/" },
    to: { path: "node_modules/(yaml|marked|zod)/" },
  },
  {
    name: "search depends on nothing but itself",
    from: { path: "^src/search/" },
    to: { pathNot: "^src/search/" },
  },
  {
    name: "the core does not know channels, adapters or the wiring",
    from: { path: CORE },
    to: {
      path: "^src/(channels|adapters|console|cli)/|^src/(app|main|config|installation|bot-webhook)\\.ts",
    },
  },
  {
    name: "channels do not know each other",
    from: { path: "^src/channels/([^/]+)/" },
    to: { path: "^src/channels/", pathNot: "^src/channels/$1/" },
  },
  {
    name: "channels do not reach into adapters",
    from: { path: "^src/channels/" },
    to: { path: "^src/adapters/" },
  },
  {
    name: "grammY only in channels/telegram",
    from: { pathNot: "^src/channels/telegram/" },
    to: { path: "node_modules/grammy/" },
  },
  {
    name: "zca-js only in channels/zalo-personal",
    from: { pathNot: "^src/channels/zalo-personal/" },
    to: { path: "node_modules/zca-js/" },
  },
  {
    name: "LangChain and openai only in adapters/langchain",
    from: { pathNot: "^src/adapters/langchain/" },
    to: { path: "node_modules/(@?langchain|openai|hnswlib-node)/" },
  },
  {
    name: "zxing-wasm only in adapters/zxing",
    from: { pathNot: "^src/adapters/zxing/" },
    to: { path: "node_modules/zxing-wasm/" },
  },
  {
    name: "Prisma only in adapters/prisma",
    from: { pathNot: "^src/adapters/prisma/" },
    to: { path: "node_modules/@?prisma/" },
  },
  {
    name: "better-auth only in adapters/better-auth",
    from: { pathNot: "^src/adapters/better-auth/" },
    to: { path: "node_modules/@?better-auth/" },
  },
  {
    name: "the console does not know channels, adapters or the wiring",
    from: { path: "^src/console/" },
    to: { path: "^src/(channels|adapters|cli)/|^src/(app|main|config|installation|console-parts)\\.ts" },
  },
  {
    name: "features of the console do not know each other, but for who is signed in and the audit",
    from: { path: "^src/console/(?!kit/|access/|audit/)([^/]+)/" },
    to: { path: "^src/console/[^/]+/", pathNot: "^src/console/(kit|access|audit|$1)/" },
  },
  {
    name: "what all pages share knows nothing of the rest",
    from: { path: "^src/web-kit/" },
    to: { path: "^src/", pathNot: "^src/web-kit/" },
  },
  {
    name: "only the first request to the console loads it",
    from: { path: "^src/(app|main)\\.ts$" },
    to: {
      path: "^src/(console-parts\\.ts|console/|adapters/better-auth/)",
      pathNot: "^src/console/(routes|permissions)\\.ts$",
      dependencyTypesNot: ["dynamic-import", "type-only"],
    },
  },
  {
    name: "only the entry points import the wiring",
    from: { pathNot: "^src/(main\\.ts|cli/)" },
    to: { path: "^src/(app|main)\\.ts$" },
  },
  { name: "no cycles", from: {}, to: { circular: true } },
];

describe("architecture", () => {
  it("keeps the rules of docs/architecture.md", async () => {
    const violations = await violationsOf(["src"]);
    expect(violations).toEqual([]);
  }, 60_000);

  it("would notice a broken rule", async () => {
    const violations = await violationsOf(["test/fixtures/architecture"], (rule) => ({
      ...rule,
      from: rewritten(rule.from),
      to: rewritten(rule.to),
    }));
    expect(violations.join("\n")).toContain("the core imports nothing of Node");
    expect(violations.join("\n")).toContain("the core does not know channels");
  }, 60_000);
});

describe("the core", () => {
  it("names no channel", () => {
    expect(namedIn(CORE_FOLDERS.split("|").map((folder) => `src/${folder}`))).toEqual([]);
  });

  it("would be found out if it did", () => {
    const named = namedIn(["test/fixtures/architecture/answer"]);
    expect(named).toEqual([expect.stringContaining("breaks-the-rules.ts: telegram") as string]);
  });
});

it("every channel has one decoder, one encoder and its quirks written down", () => {
  for (const channel of readdirSync("src/channels"))
    expect(readdirSync(`src/channels/${channel}`), channel).toEqual(
      expect.arrayContaining(["decode.ts", "encode.ts", "QUIRKS.md"]),
    );
});

/** Where a source holds the name of a channel as a text of its own; comments may name them. */
function namedIn(folders: readonly string[]): string[] {
  const names = readdirSync("src/channels");
  const literal = new RegExp(`["'\`](${names.join("|")})["'\`]`, "g");
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|(?<=\s)\/\/.*/g, "");
      return [...code.matchAll(literal)].map(([, name]) => `${file}: ${name ?? ""}`);
    });
}

async function violationsOf(
  paths: string[],
  adapt: (rule: (typeof RULES)[number]) => (typeof RULES)[number] = (rule) => rule,
): Promise<string[]> {
  const { output } = await cruise(paths, {
    ruleSet: { forbidden: RULES.map((rule) => ({ severity: "error", ...adapt(rule) })) },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/adapters/prisma/generated/" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  });
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  );
}

/** The same rule over the fixture tree, which mirrors src/. */
function rewritten<T>(side: T): T {
  return JSON.parse(JSON.stringify(side).replaceAll("^src/", "^test/fixtures/architecture/")) as T;
}
