import { expect, it } from "vitest";
import type { SendResult } from "../../../src/conversation/channel.ts";
import { inParts } from "../../../src/conversation/in-parts.ts";

const PARTS = ["một", "hai", "ba"];
const away = { kind: "retry", because: "outage", afterMs: 1, why: "mất mạng" } as const;

/** Sends the same message again and again; parts end as told, else well. */
function sender() {
  const send = inParts();
  const tried: string[] = [];
  return {
    tried,
    attempt: (endings: Readonly<Record<string, SendResult>> = {}, id = "m") =>
      send(id, PARTS, (part) => {
        tried.push(part);
        return Promise.resolve(endings[part] ?? { kind: "sent", ref: `ref ${part}` });
      }),
  };
}

it("says all parts and gives the last one's name", async () => {
  const { tried, attempt } = sender();
  expect(await attempt()).toEqual({ kind: "sent", ref: "ref ba" });
  expect(tried).toEqual(PARTS);
});

it("goes on with the part that failed, and says how far it got", async () => {
  const { tried, attempt } = sender();
  expect(await attempt({ ba: away })).toEqual({ ...away, why: "mất mạng (đã gửi 2/3 phần)" });
  expect(await attempt({ ba: away })).toEqual({ ...away, why: "mất mạng (đã gửi 2/3 phần)" });
  // Another message is none of its business.
  await attempt({}, "other");
  expect(await attempt()).toEqual({ kind: "sent", ref: "ref ba" });
  expect(tried).toEqual([...PARTS, "ba", ...PARTS, "ba"]);
});

it("begins anew once all has arrived, or was refused", async () => {
  const { tried, attempt } = sender();
  await attempt({ hai: { kind: "refused", why: "bị chặn" } });
  await attempt();
  await attempt();
  expect(tried).toEqual(["một", "hai", ...PARTS, ...PARTS]);
});

it("says nothing of parts where none has arrived", async () => {
  expect(await sender().attempt({ một: away })).toEqual(away);
});
