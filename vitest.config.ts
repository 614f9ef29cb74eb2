import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    // Vitest would leave one core idle; journeys wait for processes and browsers so often that one more than cores is faster.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["test/support/global-setup.ts", "test/support/log-scan/global-setup.ts"],
    setupFiles: ["test/support/log-scan/setup.ts"],
  },
});
