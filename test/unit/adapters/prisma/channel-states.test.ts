import { expect, it } from "vitest";
import { createChannelStates } from "../../../../src/adapters/prisma/channel-states.ts";
import { channelStates } from "../../../../src/adapters/prisma/staff/channel-states.ts";
import type { ChannelState } from "../../../../src/conversation/state-watch.ts";
import { eachDatabase } from "../../../support/database.ts";

const NOON = new Date("2026-11-24T12:00:00+07:00");
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

function stateOf(given: Partial<ChannelState>): ChannelState {
  return {
    channel: "telegram",
    account: "701",
    state: "ok",
    why: null,
    since: NOON,
    isStandby: false,
    lastTrouble: null,
    ...given,
  };
}

const standby = stateOf({ state: "waiting", why: "Tài khoản đang chạy ở máy khác (a).", isStandby: true });
const stopped = stateOf({ state: "stopped", why: "Telegram không nhận token.", since: after(5) });

eachDatabase("states of channels", (given) => {
  const keep = async (replica: string, states: readonly ChannelState[], at = NOON) => {
    await createChannelStates(await given.another()).keep(replica, states, at);
  };
  const read = (at = NOON) => channelStates(given.database, at);

  it("are none before anybody said anything", async () => {
    expect(await read()).toEqual([]);
  });

  it("come back as they were said, by channel and account", async () => {
    const state = { ...stopped, lastTrouble: { why: "Telegram không nhận token.", at: after(5) } };
    const other = stateOf({ channel: "zalo-oa", account: "388" });
    await keep("a", [other, state]);
    expect(await read()).toEqual([
      { ...state, replica: "a", saidAt: NOON, isStale: false },
      { ...other, replica: "a", saidAt: NOON, isStale: false },
    ]);
  });

  it("are those of the last time", async () => {
    await keep("a", [stopped, stateOf({ account: "702" })]);
    await keep("a", [stateOf({ since: after(9) })], after(9));
    expect(await read()).toMatchObject([{ account: "701", state: "ok", since: after(9), saidAt: after(9) }]);
  });

  it("are told by the replica that runs the account, not by one that stands by", async () => {
    await keep("b", [standby], after(1));
    expect(await read()).toMatchObject([{ replica: "b", state: "waiting", isStandby: true }]);
    await keep("a", [stateOf({})]);
    expect(await read()).toMatchObject([{ replica: "a", state: "ok" }]);
    await keep("a", [stopped]);
    expect(await read()).toMatchObject([{ replica: "a", state: "stopped" }]);
  });

  it("are told by the replica that is worst off, where several run the account", async () => {
    await keep("a", [stopped]);
    await keep("b", [stateOf({ since: after(60) })]);
    expect(await read()).toMatchObject([{ replica: "a", state: "stopped" }]);
  });

  it("of a dead replica are marked, and count only until another one tells", async () => {
    await keep("a", [stopped]);
    expect(await read(after(90))).toMatchObject([{ isStale: false }]);
    expect(await read(after(91))).toMatchObject([{ replica: "a", state: "stopped", isStale: true }]);
    await keep("b", [stateOf({})], after(91));
    expect(await read(after(91))).toMatchObject([{ replica: "b", state: "ok", isStale: false }]);
  });

  it("of a replica that ended as it should are gone, those of one that died after a day", async () => {
    await keep("a", [stopped]);
    await createChannelStates(given.database).forget("a");
    expect(await read()).toEqual([]);
    await keep("dead", [stopped]);
    await keep("b", [], after(86_400));
    expect(await read(after(86_400))).toMatchObject([{ replica: "dead", isStale: true }]);
    await keep("b", [], after(86_401));
    expect(await read(after(86_401))).toEqual([]);
  });
});
