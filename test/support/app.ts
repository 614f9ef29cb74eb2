import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApp, type Parts } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import { shippedKnowledge } from "./knowledge.ts";

const testConfig: Config = {
  host: "127.0.0.1",
  port: 0,
  knowledgeFolder: "",
  storeFolder: "",
  organisation: "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
};

/** The day that the tests live on. */
const TEST_DAY = new Date("2026-11-23T09:00:00+07:00");

/** The app over the shipped knowledge, with the clock stopped. */
export async function testApp(parts: Partial<Parts> = {}) {
  const knowledge = parts.knowledge ?? (await shippedKnowledge());
  return createApp(testConfig, { now: () => TEST_DAY, ...parts, knowledge });
}

export interface RunningApp {
  url: string;
  stop(): Promise<void>;
}

/** Serves the app on a free loopback port. */
export async function startApp(parts: Partial<Parts> = {}): Promise<RunningApp> {
  const { web } = await testApp(parts);
  const answer = getRequestListener(web.fetch);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
