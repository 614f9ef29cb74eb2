import { build, type Metafile } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleOptions } from "../../../../bundle.js";
import type * as Channel from "../../../../src/channels/zalo-personal/index.ts";
import { startZaloPersonal } from "../../../doubles/zalo-personal.ts";
import { ACCOUNT, memoryFiles, memorySessions, QUICK, sessionFor } from "./support.ts";
import { alone } from "../../../support/turns.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

const folder = mkdtempSync(join(tmpdir(), "nscl-bundle-"));
let outputs: Metafile["outputs"] = {};

// As build.js does it for the service.
beforeAll(async () => {
  const { metafile } = await build({
    ...bundleOptions,
    entryPoints: ["src/channels/zalo-personal/index.ts"],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    metafile: true,
    logLevel: "silent",
  });
  ({ outputs } = metafile);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the library", () => {
  it("is in the bundle, but not loaded before an account signs in", () => {
    const withLibrary = Object.keys(outputs).filter((path) => holdsLibrary(path));
    expect(withLibrary.length).toBeGreaterThan(0);
    const entry = Object.keys(outputs).find((path) => path.endsWith("index.mjs")) ?? "";
    expect(loadedWith(entry).filter((path) => holdsLibrary(path))).toEqual([]);
  });

  it("works from there", async () => {
    const bundled = (await import(pathToFileURL(join(folder, "index.mjs")).href)) as typeof Channel;
    const double = await startZaloPersonal();
    const { channel, status } = bundled.createZaloPersonalChannel({
      settings: { enabled: true, accounts: [ACCOUNT], gateway: double.url, ...QUICK },
      sessions: memorySessions(sessionFor(double)),
      turns: alone,
      files: memoryFiles(),
      now: () => new Date(),
      onError: recordError,
    });
    const stopping = new AbortController();
    const listening = channel.listen(() => Promise.resolve(true), stopping.signal);
    await double.until(() => status()[0]?.state === "ok");
    stopping.abort();
    await listening;
    await double.stop();
  });
});

function holdsLibrary(path: string): boolean {
  return Object.keys(outputs[path]?.inputs ?? {}).some((input) => input.includes("node_modules/zca-js/"));
}

/** A chunk and all that it imports at once. */
function loadedWith(path: string, known = new Set<string>()): readonly string[] {
  if (known.has(path)) return [];
  known.add(path);
  const needed = (outputs[path]?.imports ?? []).filter(({ kind }) => kind === "import-statement");
  for (const { path: next } of needed) loadedWith(next, known);
  return [...known];
}
