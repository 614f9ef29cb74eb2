// Another replica that needs a token. Forked by its test: reads one message, says "ready", and at the next one asks the
// store; told to die, it kills itself when the platform has answered and nothing is stored.
import { openDatabase, type DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { createSeal } from "../../src/adapters/prisma/sealed.ts";
import { createTokenStore } from "../../src/adapters/prisma/token-store.ts";
import { logError } from "../../src/log.ts";
import { withUsual, type OaAccount } from "../../src/channels/zalo-oa/settings.ts";
import { createStanding } from "../../src/channels/zalo-oa/standing.ts";
import type { TokenStore } from "../../src/channels/zalo-oa/token-store.ts";
import { createTokens } from "../../src/channels/zalo-oa/tokens.ts";

export interface Replica {
  place: DatabasePlace;
  url: string;
  account: OaAccount;
  secret: string;
  dies: boolean;
}

async function work({ place, url, account, secret, dies }: Replica): Promise<void> {
  const database = await openDatabase(place);
  const store = createTokenStore(database, createSeal(secret), { lookAgainMs: 10 });
  const standing = createStanding({
    account: account.oaId,
    now: () => new Date(),
    onError: logError,
  });
  const settings = withUsual({ accounts: [account], oauthUrl: url });
  const tokens = createTokens({
    account,
    settings,
    store: dies ? dying(store) : store,
    standing,
    now: () => new Date(),
  });
  const go = new Promise((resolve) => process.once("message", resolve));
  process.send?.("ready");
  await go;
  const access = await Promise.all([tokens.access(), tokens.access()]);
  await database.close();
  process.send?.(access);
  process.disconnect();
}

function dying(store: TokenStore): TokenStore {
  return {
    ...store,
    withLock: (account, seen, refresh) =>
      store.withLock(account, seen, async (refreshToken) => {
        const refreshed = await refresh(refreshToken);
        process.kill(process.pid, "SIGKILL");
        return refreshed;
      }),
  };
}

process.once("message", (replica: Replica) => {
  void work(replica);
});
