import { describeChannel } from "../../../contracts/channel.ts";
import { PERSON, startOa, textEvent } from "./running.ts";

describeChannel("zalo-oa", {
  longestText: 2_000,
  async start(accept) {
    const oa = await startOa({ accept });
    const deliver = async (...given: Parameters<typeof oa.double.deliver>) =>
      (await oa.double.deliver(...given)) === 200 ? ("taken" as const) : ("not taken" as const);
    return {
      channel: oa.channel,
      say(id, said) {
        if ("text" in said) return deliver(textEvent(id, said.text));
        const buttons = oa.double.seenBy(PERSON).flatMap((message) => message.buttons);
        const button = buttons.findLast(({ payload }) => payload.endsWith(said.choice));
        return deliver(textEvent(id, button?.payload ?? "no such button"));
      },
      send: (to, reply, id) => oa.channel.send(to, reply, id),
      seen: () => Promise.resolve(oa.double.seenBy(PERSON)),
      broken: {
        "the probe": () => oa.double.deliver({}, { mac: null }),
        "no JSON": () => oa.double.deliver(textEvent("1", "a"), { body: "{" }),
        "a list": () => oa.double.deliver(textEvent("1", "a"), { body: "[]" }),
        "no signature": () => oa.double.deliver(textEvent("1", "a"), { mac: null }),
        "a wrong signature": () => oa.double.deliver(textEvent("1", "a"), { mac: `mac=${"0".repeat(64)}` }),
        "a changed body": () =>
          oa.double.deliver(textEvent("1", "a"), { body: JSON.stringify(textEvent("1", "b")) }),
        "an endless body": () => oa.double.deliver(textEvent("1", "a".repeat(1_000_001))),
        "signed nonsense": () =>
          oa.double.deliver({ event_name: "user_send_text", sender: [], timestamp: "1764000000000" }),
        "an id that lost its digits": () =>
          oa.double.deliver({ ...textEvent("1", "a"), sender: { id: 246845883529197900 } }),
      },
      stop: () => oa.stop(),
    };
  },
});
