import { expect, it, onTestFinished, vi } from "vitest";
import { testAnswerer } from "../support/answerer.ts";
import { runApp } from "../support/app.ts";
import { eachDatabase } from "../support/database.ts";
import { recordError } from "../support/log-scan/journal.ts";

vi.setConfig({ testTimeout: 90_000 });

/** As many as one process has to a server. */
const CONNECTIONS = 10;

eachDatabase("/readyz", (given) => {
  it("given a database that does not answer, then 503 within seconds, and 200 once it does", async () => {
    const app = await runApp(given.database, { answerer: await testAnswerer(), onError: recordError });
    onTestFinished(() => app.stop());
    const ready = async () => {
      const response = await app.web.request("/readyz");
      return { status: response.status, body: (await response.json()) as object };
    };
    expect(await ready()).toEqual({
      status: 200,
      body: {
        status: "ok",
        why: null,
        channels: [{ channel: "web", accounts: [] }],
        model: null,
        dense: null,
        voice: null,
      },
    });

    // Every connection is in the hands of somebody who does not let go.
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const holding = Array.from({ length: CONNECTIONS }, () =>
      given.database.client.$transaction(() => held, { timeout: 60_000, maxWait: 60_000 }),
    );
    await expect.poll(ready, { timeout: 30_000, interval: 50 }).toMatchObject({
      status: 503,
      body: { status: "unavailable", why: expect.stringContaining("Cơ sở dữ liệu không trả lời") as string },
    });
    const alive = await app.web.request("/healthz");
    expect(alive.status).toBe(200);

    letGo();
    await Promise.allSettled(holding);
    await expect.poll(ready, { timeout: 30_000, interval: 50 }).toMatchObject({ status: 200 });
  });
});
