import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { clientAddress } from "../../../src/web-kit/client-address.ts";
import { createLimiter } from "../../../src/channels/web/rate-limit.ts";
import { createStreamCount } from "../../../src/channels/web/stream-count.ts";

describe("a limiter", () => {
  const at = { ms: 0 };
  const limiter = (most: number, windowMs = 60_000) => {
    at.ms = 0;
    return createLimiter(most, windowMs, () => new Date(at.ms));
  };

  it("lets so many through at once, then as many again over the window", () => {
    const { take } = limiter(3);
    expect([take("a"), take("a"), take("a"), take("a")]).toEqual([0, 0, 0, 20]);
    at.ms = 19_000;
    expect(take("a")).toBe(1);
    at.ms = 20_000;
    expect([take("a"), take("a")]).toEqual([0, 20]);
    at.ms = 1_000_000;
    expect([take("a"), take("a"), take("a"), take("a")]).toEqual([0, 0, 0, 20]);
  });

  it("never waits for a clock that was set back", () => {
    const { take } = limiter(1);
    at.ms = 60_000;
    expect(take("a")).toBe(0);
    at.ms = 0;
    expect(take("a")).toBe(60);
  });

  it("can be without limit", () => {
    const { take } = limiter(Infinity);
    for (let count = 0; count < 1000; count++) expect(take("a")).toBe(0);
  });

  it("holds on to those who are over the limit when many others come", () => {
    const { take } = limiter(1);
    for (let caller = 0; caller < 19_999; caller++) take(`x${caller}`);
    at.ms = 59_000;
    take("a");
    at.ms = 60_000;
    take("b");
    expect(take("a")).toBeGreaterThan(0);
  });
});

describe("whom a limit counts against", () => {
  const addressIn = async (forwarded: string | undefined, trustedProxies: number) => {
    const app = new Hono().get("/", (c) => c.text(clientAddress(c, trustedProxies)));
    const headers = forwarded === undefined ? {} : { "X-Forwarded-For": forwarded };
    return (await app.request("/", { headers })).text();
  };

  it.each([
    ["1.1.1.1", 0, "unknown"],
    ["9.9.9.9, 1.1.1.1", 1, "1.1.1.1"],
    ["9.9.9.9, 1.1.1.1, 10.0.0.1", 2, "1.1.1.1"],
    ["1.1.1.1", 2, "unknown"],
    [undefined, 1, "unknown"],
    ["::ffff:1.2.3.4", 1, "1.2.3.4"],
    ["2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2"],
    ["2001:DB8::7", 1, "2001:db8:0:0"],
    ["::1", 1, "0:0:0:0"],
  ])("%s behind %i proxies is %s", async (forwarded, proxies, address) => {
    expect(await addressIn(forwarded, proxies)).toBe(address);
  });
});

describe("a count of streams", () => {
  it("gives back the place of a stream that ended", () => {
    const { open } = createStreamCount(1);
    const end = open("a");
    expect(open("a")).toBeNull();
    expect(open("b")).not.toBeNull();
    end?.();
    expect(open("a")).not.toBeNull();
  });
});
