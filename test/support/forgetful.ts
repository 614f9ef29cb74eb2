import { randomUUID } from "node:crypto";
import type { Client, Database } from "../../src/adapters/prisma/client.ts";

/** Every message is stored under an id of its own, so that no look finds it there already. */
export function forgetful(database: Database): Database {
  const client = database.client.$extends({
    query: {
      inboxMessage: {
        create: ({ args, query }) =>
          query({ ...args, data: { ...args.data, externalId: `${args.data.externalId}#${randomUUID()}` } }),
      },
    },
  });
  return { ...database, client: client as unknown as Client };
}
