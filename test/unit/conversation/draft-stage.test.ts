import { expect, it, vi } from "vitest";
import type { ShowsDrafts } from "../../../src/conversation/channel.ts";
import { createDraftStage } from "../../../src/conversation/draft-stage.ts";

const TO = { channel: "c", account: "a", chat: "7" };

/** A channel whose moments for drafts come when the test says so. */
function given({ sees = true } = {}) {
  const shown: string[] = [];
  const asking: ((mayGoOn: boolean) => void)[] = [];
  let isBots = true;
  const channel: ShowsDrafts = {
    sees: () => sees,
    turn: () => new Promise((resolve) => asking.push(resolve)),
    show: (_to, _inReplyTo, text) => shown.push(text),
    end: () => {
      shown.push("(end)");
    },
  };
  const stage = createDraftStage({
    channelOf: () => channel,
    floor: { isBots: () => Promise.resolve(isBots) },
    onError: (error) => {
      throw error;
    },
  });
  return {
    stage,
    shown,
    takeOver: () => {
      isBots = false;
    },
    moment: async (mayGoOn = true) => {
      await vi.waitFor(() => {
        expect(asking.length).toBeGreaterThan(0);
      });
      asking.shift()?.(mayGoOn);
    },
    seen: (...texts: string[]) =>
      vi.waitFor(() => {
        expect(shown).toEqual(texts);
      }),
  };
}

it("shows the latest when the moment has come, and nothing in between", async () => {
  const { stage, moment, seen } = given();
  const show = stage.begin(TO, "1");
  show?.("Một.");
  show?.("Một. Hai.");
  await moment();
  await seen("Một. Hai.");
  show?.("Một. Hai. Ba.");
  await moment();
  await seen("Một. Hai.", "Một. Hai. Ba.");
});

it("asks who has the floor after the wait: staff who took over meanwhile are not talked into", async () => {
  const { stage, moment, takeOver, seen } = given();
  stage.begin(TO, "1")?.("Một.");
  takeOver();
  await moment();
  await seen("(end)");
});

it("shows no more of an answer of which the channel shows no more, nor of one that is over", async () => {
  const { stage, moment, seen, shown } = given();
  const show = stage.begin(TO, "1");
  show?.("Một.");
  await moment(false);
  await seen("(end)");
  show?.("Một. Hai.");
  const other = stage.begin(TO, "2");
  other?.("Ba.");
  stage.end(TO, "2");
  await moment();
  other?.("Ba. Bốn.");
  expect(shown).toEqual(["(end)", "(end)"]);
});

it("has nothing to show to a chat that sees none", () => {
  expect(given({ sees: false }).stage.begin(TO, "1")).toBeNull();
});
