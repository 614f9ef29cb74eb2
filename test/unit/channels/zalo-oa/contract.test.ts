import { describeChannel } from "../../../contracts/channel.ts";
import type { Taken } from "../../../contracts/channel/harness.ts";
import { event, PERSON, startOa, textEvent } from "./running.ts";

describeChannel("zalo-oa", {
  longestText: 2_000,
  cannot: {
    numbers: "up to five choices are buttons",
    group: "groups are another product of Zalo's, with an API of their own",
  },
  async start(accept, now) {
    let oa = await startOa({ accept, now });
    const notTaken: Record<string, unknown>[] = [];
    const deliver = async (one: Record<string, unknown>): Promise<Taken> => {
      if ((await oa.double.deliver(one)) === 200) return "taken";
      notTaken.push(one);
      return "not taken";
    };
    const status = async (...given: Parameters<typeof oa.double.deliver>) =>
      Number(await oa.double.deliver(...given));
    return {
      get channel() {
        return oa.channel;
      },
      say(id, said) {
        if ("text" in said) return deliver(textEvent(id, said.text));
        const buttons = oa.double.seenBy(PERSON).flatMap((message) => message.buttons);
        const button = buttons.findLast(({ payload }) => payload.endsWith(said.choice));
        return deliver(textEvent(id, button?.payload ?? "no such button"));
      },
      send: (to, reply, id) => oa.channel.send(to, reply, id),
      seen: () =>
        Promise.resolve(
          oa.double
            .seenBy(PERSON)
            .map(({ text, buttons }) => ({ text, buttons: buttons.map(({ title }) => title) })),
        ),
      async restart(again) {
        oa = await oa.again({ accept: again });
        for (const one of notTaken.splice(0)) await deliver(one);
      },
      broken: {
        "no JSON": () => oa.double.deliver(textEvent("1", "a"), { body: "{" }),
        "a list": () => oa.double.deliver(textEvent("1", "a"), { body: "[]" }),
        "no signature": () => oa.double.deliver(textEvent("1", "a"), { mac: null }),
        "a changed body": () =>
          oa.double.deliver(textEvent("1", "a"), { body: JSON.stringify(textEvent("1", "b")) }),
        "signed nonsense": () =>
          oa.double.deliver({ event_name: "user_send_text", sender: [], timestamp: "1764000000000" }),
        "an id that lost its digits": () =>
          oa.double.deliver({ ...textEvent("1", "a"), sender: { id: 246845883529197900 } }),
      },
      stop: () => oa.stop(),
      sayUnreadable: (id) => deliver(event("user_send_sticker", { message: { msg_id: id } })),
      echo: (id) =>
        deliver({
          ...event("oa_send_text", { message: { text: "của OA", msg_id: id } }, oa.double.account.oaId),
          recipient: { id: PERSON },
        }),
      platform: {
        block: () => {
          oa.double.block(PERSON);
        },
        limit: () => {
          const headers = { "retry-after": "3600" };
          oa.double.faults.add("cs", { kind: "status", status: 429, headers });
          return 3_600_000;
        },
        loseReply: () => {
          oa.double.faults.add("cs", { kind: "drop" });
        },
      },
      webhook: {
        forge: () => status(textEvent("9", "a"), { mac: `mac=${"0".repeat(64)}` }),
        probe: () => status({}, { mac: null }),
        large: (bytes) => status(textEvent("9", "a".repeat(bytes))),
      },
    };
  },
});
