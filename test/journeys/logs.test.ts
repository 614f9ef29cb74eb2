import { explaining } from "../support/answers.ts";
import { afterEach, expect, it, vi } from "vitest";
import type { Database } from "../../src/adapters/prisma/client.ts";
import type { Parts } from "../../src/app.ts";
import { runApp, type RunningApp } from "../support/app.ts";
import { canaries } from "../support/canaries.ts";
import { eachDatabase } from "../support/database.ts";
import { leakIn } from "../support/log-scan/leaks.ts";

/** All that somebody may tell of themselves. */
const { person, submitter, household, phone, taxId, identityNumber, eMail, sentence } = canaries;
const TOLD = [sentence, household, person, submitter, phone, taxId, identityNumber, eMail].join(", ");

const LINE = /^\d{4}-\d\d-\d\dT[\d:.]+Z error \S/;

eachDatabase("what is logged", (given) => {
  let app: RunningApp | undefined;
  afterEach(async () => {
    await app?.stop();
    vi.restoreAllMocks();
  });

  /** The service as it is started, with its own log; somebody has told it everything. */
  async function linesAfter(parts: Partial<Parts>, breaks: (database: Database) => Promise<unknown>) {
    const log = vi.spyOn(console, "error");
    app = await runApp(given.database, parts);
    const post = () =>
      app?.web.request("/api/chat/messages", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ id: crypto.randomUUID(), text: TOLD }),
      });
    await breaks(given.database);
    const response = await post();
    const lines = () => log.mock.calls.map((parts_) => parts_.join(" "));
    await expect.poll(() => lines().length, { timeout: 20_000 }).toBeGreaterThan(0);
    return { lines: lines(), response };
  }

  it("of a turn that fails over somebody's words says where, not which", async () => {
    const answerer = explaining((question) => Promise.reject(new RangeError(question)));
    const { lines, response } = await linesAfter({ answerer }, () => Promise.resolve());
    expect(response?.status).toBe(202);
    for (const line of lines) {
      expect(line).toMatch(LINE);
      expect(line).toMatch(/ error RangeError at test\/journeys\/logs\.test\.ts:\d+ < /);
      expect(leakIn(line)).toBeNull();
    }
    // Nor is it kept for the list of dead letters.
    const failed = () =>
      given.database.client.inboxMessage.findFirst({ where: { NOT: { lastError: null } } });
    await expect.poll(failed, { timeout: 20_000 }).not.toBeNull();
    const kept = (await failed())?.lastError ?? "";
    expect(kept).toMatch(/^RangeError at /);
    expect(leakIn(kept)).toBeNull();
  });

  it("of a message that the database does not take names the error, and the person is told", async () => {
    const { lines, response } = await linesAfter({}, ({ client }) =>
      client.$executeRawUnsafe('ALTER TABLE "InboxMessage" RENAME TO "Gone"'),
    );
    expect(response?.status).toBe(500);
    expect(await response?.text()).not.toContain(person);
    expect(lines.join("\n")).toContain("error PrismaClientKnownRequestError P2021");
    for (const line of lines) {
      expect(line).toMatch(LINE);
      expect(leakIn(line)).toBeNull();
    }
  });
});
