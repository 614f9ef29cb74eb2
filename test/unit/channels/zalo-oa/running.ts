import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import { openDatabase, type Database } from "../../../../src/adapters/prisma/client.ts";
import { createSeal } from "../../../../src/adapters/prisma/sealed.ts";
import { createTokenStore } from "../../../../src/adapters/prisma/token-store.ts";
import {
  createZaloOaChannel,
  type OaAccount,
  type ZaloOaSettings,
} from "../../../../src/channels/zalo-oa/index.ts";
import type { ZaloOaChannel } from "../../../../src/channels/zalo-oa/channel.ts";
import type { Address, IncomingMessage } from "../../../../src/conversation/message.ts";
import { startZaloOa, type ZaloOaDouble } from "../../../doubles/zalo-oa.ts";
import { event, PERSON, textEvent } from "../../../doubles/zalo-oa/events.ts";
import { memoryConversations, type MemoryConversations } from "../../../support/memory-conversations.ts";
import { canaries } from "../../../support/canaries.ts";
import { collectErrors } from "../../../support/log-scan/journal.ts";

/** The channel behind a real server, the double, and a person. */
export interface RunningOa extends ZaloOaChannel {
  double: ZaloOaDouble;
  database: Database;
  memory: MemoryConversations;
  hookUrl: string;
  errors: unknown[];
  person: Address;
  /** stops and starts the channel as a new process would */
  again(change?: Given): Promise<RunningOa>;
  stop(): Promise<void>;
}

export { event, PERSON, textEvent };

interface Given {
  accept?: (message: IncomingMessage) => Promise<boolean>;
  settings?: Partial<ZaloOaSettings>;
  account?: Partial<OaAccount>;
  secret?: string;
  /** serves the webhook without listening */
  silent?: boolean;
  now?: () => Date;
}

export async function startOa(given: Given = {}): Promise<RunningOa> {
  const double = await startZaloOa();
  const folder = mkdtempSync(join(tmpdir(), "nscl-oa-"));
  const database = await openDatabase({ dataFolder: folder });
  return run(given, { double, database, folder, firstToken: double.refreshToken() });
}

interface Lasting {
  double: ZaloOaDouble;
  database: Database;
  folder: string;
  /** as it stands in the configuration, however often it was used */
  firstToken: string;
}

async function run(given: Given, lasting: Lasting): Promise<RunningOa> {
  const { double, database, folder, firstToken } = lasting;
  const now = given.now ?? (() => new Date());
  const memory = memoryConversations(now);
  const { errors, onError } = collectErrors();
  const made = createZaloOaChannel({
    settings: {
      accounts: [{ ...double.account, refreshToken: firstToken, ...given.account }],
      apiUrl: double.url,
      oauthUrl: double.url,
      mediaHosts: ["127.0.0.1"],
      callMs: 5_000,
      ...given.settings,
    },
    tokens: createTokenStore(database, createSeal(given.secret ?? canaries.sealingSecret), {
      lookAgainMs: 5,
    }),
    files: memory.files,
    now,
    onError,
  });
  const server = await new Promise<ServerType>((resolve) => {
    const starting = serve({ fetch: made.routes.fetch, port: 0, hostname: "127.0.0.1" }, () => {
      resolve(starting);
    });
  });
  const hookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/zalo-oa/${double.account.oaId}`;
  double.hook(hookUrl);
  const stopping = new AbortController();
  const accept = given.accept ?? ((message) => memory.accept(message));
  const listening = given.silent === true ? Promise.resolve() : made.channel.listen(accept, stopping.signal);
  const halt = async () => {
    stopping.abort();
    await listening;
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    ...made,
    double,
    database,
    memory,
    hookUrl,
    errors,
    person: { channel: "zalo-oa", account: double.account.oaId, chat: PERSON },
    again: async (change = {}) => {
      await halt();
      return run({ ...given, ...change }, lasting);
    },
    stop: async () => {
      await halt();
      await double.stop();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
