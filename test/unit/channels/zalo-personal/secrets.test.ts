import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { frame, wrapped } from "../../../doubles/zalo-personal/crypto.ts";
import { given, stateOf } from "./support.ts";

const CANARY = "CHIM-HOÀNG-YẾN-0905123456";
const METHODS = ["log", "info", "warn", "error", "debug"] as const;

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  for (const method of METHODS)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      printed.push(words.map(String).join(" "));
    });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("secrets and people's words", () => {
  it("are in no line and no error, whatever goes wrong", async () => {
    const one = await given();
    const { double, zalo, errors, sessions, messages } = one;
    const to = { channel: "zalo-personal", account: double.uid, chat: "800000000000000007" };
    double.write({ id: "1", content: CANARY });
    await double.until(() => messages.length === 1);
    const results: unknown[] = [];
    for (const fault of [{ error: 122 }, { error: 600 }, { status: 500 }, "empty", "reset"] as const) {
      double.fail(/\/sms$/, fault);
      results.push(await zalo.channel.send(to, { text: CANARY }, CANARY));
      if (typeof fault === "object" && "error" in fault && fault.error === 600) {
        await double.until(() => stateOf(one) === "stopped");
        await sessions.save(
          "",
          JSON.stringify({ ...JSON.parse(sessions.saved[0] ?? ""), ...double.login() }),
        );
        await double.until(() => stateOf(one) === "ok");
      }
    }
    const before = errors.length;
    double.raw(Buffer.from([1, 245, 1, 0, ...Buffer.from(`{"${CANARY}`)]));
    double.raw(frame(501, 0, wrapped(`{"data":${CANARY}`, 0, "")));
    await double.until(() => errors.length === before + 2);

    const told = [...printed, ...errors.flatMap(({ message, stack }) => [message, stack ?? ""])];
    const all = [...told, JSON.stringify(results), JSON.stringify(zalo.status())].join("\n");
    const cookies = sessions.saved.flatMap((text) =>
      [...text.matchAll(/sek-canary-[0-9a-f]+/g)].map(([value]) => value),
    );
    expect(cookies.length).toBeGreaterThan(0);
    for (const secret of [CANARY, "0905123456", ...cookies]) expect(all).not.toContain(secret);
  });

  it("would be noticed", () => {
    console.warn(CANARY);
    expect(printed.join()).toContain(CANARY);
  });
});
