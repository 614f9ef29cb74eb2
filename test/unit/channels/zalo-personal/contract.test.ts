import { describeChannel } from "../../../contracts/channel.ts";
import { createZaloPersonalChannel } from "../../../../src/channels/zalo-personal/index.ts";
import { frame, wrapped } from "../../../doubles/zalo-personal/crypto.ts";
import { startZaloPersonal } from "../../../doubles/zalo-personal.ts";
import { ACCOUNT, memoryFiles, memorySessions, QUICK, sessionFor } from "./support.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

describeChannel("zalo-personal", {
  longestText: 2_000,
  withoutButtons: true,
  async start(accept) {
    const double = await startZaloPersonal();
    let errors = 0;
    const { channel, status } = createZaloPersonalChannel({
      settings: { enabled: true, accounts: [ACCOUNT], gateway: double.url, ...QUICK },
      sessions: memorySessions(sessionFor(double)),
      files: memoryFiles(),
      now: () => new Date(),
      onError: (error) => {
        recordError(error);
        errors++;
      },
    });
    const stopping = new AbortController();
    const listening = channel.listen(accept, stopping.signal);
    await double.until(() => status()[0]?.state === "ok");
    const timesOf = (id: string) => double.acknowledged.filter((one) => one === id).length;
    const unread = async (send: () => void) => {
      const before = errors;
      send();
      await double.until(() => errors > before);
    };
    const unheard = (content: object) => () => {
      const inner = wrapped(JSON.stringify(content), 0, "");
      double.raw(frame(501, 0, inner));
      return Promise.resolve();
    };
    return {
      channel,
      say: async (id, said) => {
        const before = { taken: timesOf(id), errors };
        double.write({ id, content: "text" in said ? said.text : said.choice });
        await double.until(() => timesOf(id) > before.taken || errors > before.errors);
        return timesOf(id) > before.taken ? "taken" : "not taken";
      },
      send: (to, reply, id) => channel.send(to, reply, id),
      seen: () => Promise.resolve(double.sent),
      broken: {
        "no JSON": () =>
          unread(() => {
            double.raw(frame(501, 0, "{"));
          }),
        "no header": () =>
          unread(() => {
            double.raw(Buffer.from([1]));
          }),
        "sealed with another key": () =>
          unread(() => {
            double.raw(frame(501, 0, wrapped("{}", 2, Buffer.alloc(16).toString("base64"))));
          }),
        "no messages": () =>
          unread(() => {
            double.raw(frame(501, 0, wrapped('{"data":{}}', 0, "")));
          }),
        "a message of nothing": () =>
          unread(() => {
            double.raw(frame(501, 0, wrapped('{"data":{"msgs":[null]}}', 0, "")));
          }),
        "a message without ids": unheard({
          data: { msgs: [{ uidFrom: "1", msgType: "webchat", ts: "1", content: "a" }] },
        }),
        "a message of an unknown sender": unheard({
          data: { msgs: [{ uidFrom: {}, msgId: "1", msgType: "webchat", ts: "1", content: "a" }] },
        }),
        "a message of no time": unheard({
          data: { msgs: [{ uidFrom: "1", msgId: "1", msgType: "webchat", ts: "?", content: "a" }] },
        }),
      },
      stop: async () => {
        stopping.abort();
        await listening;
        await double.stop();
      },
    };
  },
});
