import { copyFileSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "../../../../src/adapters/prisma/client.ts";
import { createConversations } from "../../../../src/adapters/prisma/conversations.ts";
import { chat, message, NOON } from "../../../contracts/messages.ts";

describe("a closed SQLite database", () => {
  let dataFolder = "";
  beforeEach(() => {
    // Quotes and blanks are ordinary in the names of folders.
    dataFolder = mkdtempSync(join(tmpdir(), "nscl it's closed-"));
  });
  afterEach(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const file = () => join(dataFolder, "nscl.db");

  /** Prepares statements of every kind: those that read, that write, and those of a transaction. */
  async function use(database: Database): Promise<void> {
    const conversations = createConversations(database, () => Promise.reject(new Error("no command")));
    await conversations.accept(message("1", chat("an")));
    await conversations.claim("a", NOON);
  }

  it.skipIf(process.platform !== "linux")(
    "is no longer among the open files (which Linux lists)",
    async () => {
      const database = await openDatabase({ dataFolder });
      await use(database);
      expect(openFiles(file())).not.toEqual([]);
      await database.close();
      expect(openFiles(file())).toEqual([]);
    },
  );

  it("leaves nothing but the file, and that to others", async () => {
    const database = await openDatabase({ dataFolder });
    await use(database);
    await database.close();
    expect(readdirSync(dataFolder)).toEqual(["nscl.db"]);
    expect(() => {
      leaveWal(file());
    }).not.toThrow();
  });

  it("is let go also by a start that was refused", async () => {
    const database = await openDatabase({ dataFolder });
    await database.client.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET "checksum" = 'other'`);
    await database.close();
    await expect(openDatabase({ dataFolder })).rejects.toThrow(/was changed/);
    expect(() => {
      leaveWal(file());
    }).not.toThrow();
  });

  it("has in its file all that was acknowledged", async () => {
    const database = await openDatabase({ dataFolder });
    await use(database);
    await database.close();
    const copy = join(dataFolder, "copy");
    const other = await openDatabase({ dataFolder: copy });
    await other.close();
    copyFileSync(file(), join(copy, "nscl.db"));
    const reopened = await openDatabase({ dataFolder: copy });
    expect(await reopened.client.inboxMessage.count()).toBe(1);
    await reopened.close();
  });

  it("undoes a transaction that is still open", async () => {
    const database = await openDatabase({ dataFolder });
    await use(database);
    const never = new Promise<void>(() => undefined);
    const begun = new Promise<void>((resolve) => {
      void database.client
        .$transaction(async (tx) => {
          await tx.inboxMessage.deleteMany();
          resolve();
          await never;
        })
        .catch(() => undefined);
    });
    await begun;
    await database.close();
    const reopened = await openDatabase({ dataFolder });
    expect(await reopened.client.inboxMessage.count()).toBe(1);
    await reopened.close();
  });
});

/** What of this database the process holds open. */
function openFiles(file: string): string[] {
  return readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(file) ? [path] : [];
    } catch {
      // Closed between the two looks.
      return [];
    }
  });
}

/** Changes the mode of the journal, which fails for all but one who is alone with the file. */
function leaveWal(file: string): void {
  const connection = new Libsql(file);
  try {
    connection.exec("PRAGMA journal_mode = DELETE");
  } finally {
    connection.close();
  }
}
