import type { Client, Database, Tx } from "../../../src/adapters/prisma/client.ts";
import type { News, Window } from "./orders.ts";

/** Where the next message ends; null for those that are to go well. */
export type Armed = () => Window | null;

/** The same database, on which the service gets no further than to the window that is armed. */
export function stoppingDatabase(database: Database, armed: Armed): Database {
  let isStoring = false;
  const extended = database.client.$extends({
    query: {
      inboxMessage: {
        async create({ args, query }) {
          const made = await query(args);
          isStoring = true;
          return made;
        },
      },
      outgoingMessage: {
        async create({ args, query }) {
          if (armed() === "answering") await hang();
          return query(args);
        },
        async updateMany({ args, query }) {
          if (armed() === "sent" && args.data.status === "sent") await hang();
          return query(args);
        },
      },
    },
  }) as unknown as Client;
  const inTransaction = async (work: (tx: Tx) => Promise<unknown>) => {
    const done = await extended.$transaction(work);
    if (isStoring && armed() === "stored") freeze();
    isStoring = false;
    return done;
  };
  const client = new Proxy(extended, {
    get: (target, key) => (key === "$transaction" ? inTransaction : (Reflect.get(target, key) as unknown)),
  });
  return { ...database, client };
}

/** The message in hand goes no further; everything else does. */
export function hang(): Promise<never> {
  tell({ kind: "reached" });
  return new Promise(() => undefined);
}

/** Nothing at all happens any more, not even an answer that is on its way. */
function freeze(): void {
  tell({ kind: "reached" });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

export function tell(news: News): void {
  process.send?.(news);
}
