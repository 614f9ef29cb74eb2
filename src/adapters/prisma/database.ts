import type { Prisma, PrismaClient } from "./generated/sqlite/client.ts";
import { OperatorError } from "../../errors.ts";

/** Both databases are spoken to through this one type: the models are the same. */
export type Client = PrismaClient;

/** The client inside a transaction. */
export type Tx = Prisma.TransactionClient;

export type DatabaseKind = "sqlite" | "postgresql";

export interface Database {
  client: Client;
  kind: DatabaseKind;
  close(): Promise<void>;
}

/** `url` is `postgresql://…`; without one the database is a file in `dataFolder`. */
export type DatabasePlace = { url: string } | { dataFolder: string };

/** What the operator can put right: an unreachable server, a folder that cannot be written, a foreign database. */
export class DatabaseError extends OperatorError {}
