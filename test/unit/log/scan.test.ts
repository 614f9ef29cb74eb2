import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canaries } from "../../support/canaries.ts";
import { repository } from "../../support/knowledge.ts";
import { leakIn } from "../../support/log-scan/leaks.ts";
import { ended } from "../../support/run-script.ts";

const VITEST = join(repository, "node_modules", "vitest", "vitest.mjs");
const CONFIG = join(repository, "test", "fixtures", "log-scan", "vitest.config.ts");

/** Really runs tests, as `npm test` does. Their output is theirs: it is not recorded here. */
function runCase(name: string) {
  const surroundings = Object.entries(process.env).filter(([key]) => !key.startsWith("VITEST"));
  const child = spawn(process.execPath, [VITEST, "run", "--silent", "--config", CONFIG, name], {
    cwd: repository,
    env: { ...Object.fromEntries(surroundings), NO_COLOR: "1" },
  });
  return ended(child);
}

describe("the scan of what tests log", { timeout: 120_000 }, () => {
  it.each([
    [
      "console",
      "telegramToken, token of a bot by console",
      "prints a token",
      "calling /bot‹telegramToken›/getMe",
    ],
    ["stdout", "sentence by stdout", "writes a sentence", "‹sentence›"],
    ["on-error", "person by onError", "tells operators a name", "no room for ‹person›"],
    ["child-process", "mobile number by child process", "starts a program", "ring ‹mobile number›"],
  ])("fails a run whose tests all pass: %s", async (name, what, test, shape) => {
    const { code, stdout, stderr } = await runCase(name);
    expect(stdout).toMatch(/Tests +1 passed/);
    expect(stdout).toContain("1 lines of 1 tests in 1 files: 1 LEAKS");
    expect(stderr).toContain(`LEAK of ${what}: test/fixtures/log-scan/${name}.case.ts > ${test}`);
    expect(stderr).toContain(shape);
    for (const value of Object.values(canaries)) expect(stderr).not.toContain(value);
    expect(code).toBe(1);
  });

  it("lets a run pass that logs nothing secret", async () => {
    const { code, stdout, stderr } = await runCase("clean");
    expect(stderr).toBe("");
    expect(stdout).toContain("2 lines of 1 tests in 1 files: nothing secret or personal");
    expect(code).toBe(0);
  });
});

describe("a line", () => {
  it.each([
    ["token of a bot", "GET https://api.telegram.org/bot7099999999:AAE-abcdefghijklmnopqrstu/getMe"],
    ["token of a bot", "bot7099999999%3AAAE-abcdefghijklmnopqrstu"],
    ["named secret", "POST /v4?access_token=abcdefgh"],
    ["named secret", '{"refresh_token":"abcdefgh"}'],
    ["named secret", "secret_key: abcdefgh"],
    ["authorization", "Authorization: Basic abc"],
    ["authorization", "sent bearer abcdefghi"],
    ["session of Zalo", "cookie zpw_sek=abc; Path=/"],
    ["password in a URL", "postgresql://nscl:mật-khẩu@127.0.0.1/nscl"],
    ["mobile number", "gọi 0389123123 nhé"],
    ["mobile number", "+84389123123"],
    ["mobile number", "0389 123 123"],
    ["e-mail address", "from lan@example.com"],
    ["person", "V%C3%B5%20Th%E1%BB%8B%20Ba"],
    ["person", "võ thị ba".normalize("NFD")],
    ["person", JSON.stringify("Võ Thị Ba").replace(/õ/, "\\u00f5").replace(/ị/, "\\u1ecb")],
  ])("leaks a %s: %s", (kind, line) => {
    expect(leakIn(line)?.kinds).toContain(kind);
  });

  it.each([
    "Trợ lý NSCL: http://127.0.0.1:35123 (Ctrl+C để dừng)",
    "2026-11-24T02:00:00.000Z error Zalo Bot 4012345678901234567: getMe answered 401",
    "2026-11-24T02:00:00.000Z error PrismaClientKnownRequestError P2002 Conversation at turn (src/conversation/receive.ts:70)",
    "019ab000-0000-7000-8000-090512345678 0.0905123456 sha256:a0905123456",
    "DATABASE_URL: getaddrinfo ENOTFOUND db.local",
    "node_modules/@prisma/client/runtime.js:3:1 and pkg@1.2.3",
  ])("may be logged: %s", (line) => {
    expect(leakIn(line)).toBeNull();
  });
});
