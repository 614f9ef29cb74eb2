import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeError, OperatorError } from "../../../src/errors.ts";
import { canaries } from "../../support/canaries.ts";
import { eachDatabase } from "../../support/database.ts";
import { closedAddress } from "../../support/closed-address.ts";

const WORDS = `${canaries.person} ${canaries.phone}`;

/** An error of somebody else, with properties as libraries give them. */
function foreign(message: string, properties: object = {}): Error {
  return Object.assign(new Error(message), properties);
}

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("an error in one line", () => {
  it("says our own words for operators, and why", () => {
    const error = new OperatorError("Zalo Bot 401:\n  getMe", {
      cause: foreign(WORDS, { code: "ECONNRESET" }),
    });
    expect(describeError(error)).toMatch(/^Zalo Bot 401: getMe; cause: Error ECONNRESET at foreign \(test\//);
  });

  it("says of others name, code and where, and none of their words", () => {
    const error = foreign(WORDS, {
      name: "GrammyError",
      code: "42P01",
      status: 502,
      payload: { text: WORDS },
    });
    expect(describeError(error)).toMatch(
      /^GrammyError 42P01 502 at foreign \(test\/unit\/log\/errors\.test\.ts:\d+\)( < [^ ]+)*/,
    );
    expect(describeError(error)).not.toContain(canaries.phone);
  });

  it("takes a class's name where none is given", () => {
    class QuotaError extends Error {}
    expect(describeError(new QuotaError(WORDS))).toMatch(/^QuotaError at /);
  });

  it.each(["name", "code", "status"])("takes no words for a %s", (property) => {
    for (const words of [WORDS, canaries.phone, canaries.telegramToken, Number(canaries.phone)])
      expect(describeError(foreign("", { [property]: words }))).toMatch(/^Error( at |$)/);
  });

  it("does not take words for positions", () => {
    const words = "x\n    at leak0905123456 (/srv/0905123456/0905123456.ts:1:1)\n    at /0905123456.ts:1:1";
    expect(describeError(foreign(words))).not.toContain(canaries.phone);
    const changed = foreign(words);
    expect(changed.stack).toContain(canaries.phone);
    changed.message = "something else";
    expect(describeError(changed)).toBe("Error");
  });

  it("follows causes, but not without end", () => {
    const error = foreign("a");
    error.cause = error;
    expect(describeError(error).split("; cause: ")).toHaveLength(4);
    expect(describeError(new AggregateError([foreign(WORDS, { code: "ECONNREFUSED" })], WORDS))).toMatch(
      /^AggregateError at .+; cause: Error ECONNREFUSED/,
    );
  });

  it.each([[WORDS], [{ text: WORDS }], [null], [undefined]])(
    "tells only the kind of what is no error: %j",
    (thrown) => {
      expect(describeError(thrown)).toBe(`a thrown ${typeof thrown}`);
    },
  );

  it("repeats nothing of any message", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (words) => {
        const said = `⟦${words}⟧`;
        const error = foreign(said, { name: said, code: said, cause: said, meta: { modelName: said } });
        expect(describeError(error)).not.toMatch(/[⟦⟧]/);
        expect(describeError(error)).toMatch(/^Error( at [^\n]+)?; cause: a thrown string$/);
      }),
    );
  });

  it("names what kept a call from arriving", async () => {
    const address = await closedAddress();
    const error = await thrownBy(() => fetch(`${address}/bot${canaries.telegramToken}/getMe`));
    expect(describeError(error)).toMatch(/^TypeError at .+; cause: Error ECONNREFUSED/);
    expect(describeError(error)).not.toContain("canary");
  });
});

eachDatabase("an error of the database in one line", (given) => {
  const row = { id: "1", channel: "web", account: "nscl", chat: WORDS };
  const times = { createdAt: new Date(), lastMessageAt: new Date() };

  it("does not repeat the values of a query that cannot be", async () => {
    const error = await thrownBy(() =>
      given.database.client.conversation.create({ data: { ...row, ...times, lastMessageAt: WORDS } }),
    );
    // What made it necessary: the library's own message holds the row.
    expect(String(error)).toContain(canaries.person);
    expect(describeError(error)).toMatch(/^PrismaClientValidationError at .+errors\.test\.ts/);
    expect(describeError(error)).not.toContain(canaries.person);
  });

  it("says which constraint of which model", async () => {
    const write = () => given.database.client.conversation.create({ data: { ...row, ...times } });
    await write();
    const told = describeError(await thrownBy(write));
    expect(told).toMatch(/^PrismaClientKnownRequestError P2002 Conversation at .+errors\.test\.ts/);
    expect(told).not.toContain(canaries.phone);
  });
});
