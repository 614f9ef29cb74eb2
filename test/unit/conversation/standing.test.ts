import { expect, it } from "vitest";
import { createStanding } from "../../../src/conversation/standing.ts";
import { collectErrors } from "../../support/log-scan/journal.ts";

type Side = "receiving" | "sending";

function given() {
  let seconds = 0;
  const { errors, onError } = collectErrors();
  const standing = createStanding<Side>({
    channel: "kênh",
    account: "a",
    now: () => new Date(seconds * 1000),
    onError,
  });
  return {
    standing,
    told: () => errors.map(String),
    at: (moment: number) => {
      seconds = moment;
    },
  };
}

it("is well from the beginning, since then", () => {
  const { standing, told } = given();
  expect(standing.status()).toEqual({
    account: "a",
    state: "ok",
    why: null,
    since: new Date(0),
    isStandby: false,
    lastTrouble: null,
  });
  expect(told()).toEqual([]);
});

it("tells a trouble once, with the channel, the account, the state and why, until it is over", () => {
  const { standing, told, at } = given();
  at(5);
  standing.set("receiving", "stopped", "Sai token.");
  standing.set("receiving", "stopped", "Sai token.");
  // The same, noticed on another side.
  standing.set("sending", "stopped", "Sai token.");
  at(9);
  expect(standing.isStopped()).toBe(true);
  expect(told()).toEqual(["Error: kênh a: stopped: Sai token."]);
  expect(standing.status()).toMatchObject({ state: "stopped", why: "Sai token." });

  standing.well("receiving", "sending");
  expect(standing.status()).toMatchObject({
    state: "ok",
    why: null,
    since: new Date(9000),
    lastTrouble: { why: "Sai token.", at: new Date(5000) },
  });
  standing.set("sending", "stopped", "Sai token.");
  expect(told()).toHaveLength(2);
});

it("says everything that is wrong, and the worst state", () => {
  const { standing } = given();
  standing.set("receiving", "waiting", "Mất mạng.");
  standing.set("sending", "stopped", "Bị khóa.");
  expect(standing.status([{ state: "ok", why: "Gói sắp hết." }])).toMatchObject({
    state: "stopped",
    why: "Mất mạng. Bị khóa. Gói sắp hết.",
  });
  standing.well("sending");
  expect(standing.status([{ state: "ok", why: "Gói sắp hết." }]).state).toBe("waiting");
});

it("keeps since when it is so", () => {
  const { standing, at } = given();
  at(1);
  standing.set("receiving", "waiting", "Mất mạng.");
  expect(standing.status().since).toEqual(new Date(1000));
  at(2);
  expect(standing.status().since).toEqual(new Date(1000));
  standing.set("receiving", "stopped", "Sai token.");
  expect(standing.status().since).toEqual(new Date(2000));
});

it("troubles nobody with waits that are nothing wrong", () => {
  const { standing, told } = given();
  standing.pass("receiving", "Đang kết nối.");
  expect(standing.status()).toMatchObject({ state: "waiting", why: "Đang kết nối.", lastTrouble: null });
  standing.standBy("receiving", "may-2");
  expect(standing.status()).toMatchObject({ state: "waiting", isStandby: true, lastTrouble: null });
  expect(standing.status().why).toContain("máy khác (may-2)");
  standing.standBy("receiving", null);
  expect(standing.status()).toMatchObject({ state: "waiting", isStandby: false });
  expect(told()).toEqual([]);
});
