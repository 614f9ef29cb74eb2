import { describeChannel } from "../../../contracts/channel.ts";
import type { Accept } from "../../../contracts/channel/harness.ts";
import { createZaloPersonalChannel } from "../../../../src/channels/zalo-personal/index.ts";
import { frame, wrapped } from "../../../doubles/zalo-personal/crypto.ts";
import { startZaloPersonal, type Written, type ZaloPersonalDouble } from "../../../doubles/zalo-personal.ts";
import { ACCOUNT, memoryFiles, memorySessions, QUICK, sessionFor, type Sessions } from "./support.ts";
import { recordError } from "../../../support/log-scan/journal.ts";
import { alone } from "../../../support/turns.ts";

const PERSON = "800000000000000007";
const GROUP = "900000000000000001";
const NOT_CALLED = "we connect to Zalo, nobody calls us";

describeChannel("zalo-personal", {
  longestText: 2_000,
  cannot: {
    buttons: "a personal account has none, choices are numbers to type",
    "bad secret": NOT_CALLED,
    probe: NOT_CALLED,
    "large body": NOT_CALLED,
  },
  async start(accept, now) {
    const double = await startZaloPersonal();
    const sessions = memorySessions(sessionFor(double));
    let running = await begin({ double, sessions, accept, now });
    const timesOf = (id: string) => double.acknowledged.filter((one) => one === id).length;
    const write = async (written: Written) => {
      const { id } = written;
      const before = { taken: timesOf(id), errors: running.errors() };
      double.write(written);
      await double.until(() => timesOf(id) > before.taken || running.errors() > before.errors);
      return timesOf(id) > before.taken ? ("taken" as const) : ("not taken" as const);
    };
    return {
      get channel() {
        return running.channel;
      },
      say: (id, said) => write({ id, content: "text" in said ? said.text : said.choice }),
      send: (to, reply, id) => running.channel.send(to, reply, id),
      seen: () => Promise.resolve(seenBy(double, PERSON)),
      async restart(again) {
        await running.stop();
        running = await begin({ double, sessions, accept: again, now });
      },
      broken: brokenInput(double, () => running.errors()),
      stop: async () => {
        await running.stop();
        await double.stop();
      },
      group: {
        async say(id, text, toUs) {
          const name = "@Trợ lý NSCL";
          const mentions = [{ uid: double.uid, pos: 0, len: name.length }];
          if (toUs) return write({ id, group: GROUP, content: `${name} ${text}`, mentions });
          // Nothing is told of what is nobody's business.
          return double.write({ id, group: GROUP, content: text });
        },
        seen: () => seenBy(double, GROUP),
      },
      sayUnreadable: (id) => write({ id, msgType: "chat.sticker", content: { id: 7, catId: 1 } }),
      echo: (id) => Promise.resolve(double.write({ id, from: double.uid, content: "của tôi" })),
      platform: {
        block: () => {
          double.refuse(PERSON, 123);
        },
        limit: () => {
          double.fail(/\/api\/message\/sms/, { error: 221 });
          // Zalo names no time: the account's own rest.
          return QUICK.limits.restMs;
        },
        loseReply: () => {
          double.fail(/\/api\/message\/sms/, "answer lost");
        },
      },
    };
  },
});

interface Life {
  double: ZaloPersonalDouble;
  sessions: Sessions;
  accept: Accept;
  now: () => Date;
}

/** One life of the channel: from signing in with the stored session to the end of listening. */
async function begin({ double, sessions, accept, now }: Life) {
  let errors = 0;
  const { channel, status } = createZaloPersonalChannel({
    settings: { enabled: true, accounts: [ACCOUNT], gateway: double.url, ...QUICK },
    sessions,
    turns: alone,
    files: memoryFiles(),
    now,
    onError: (error) => {
      recordError(error);
      errors++;
    },
  });
  const stopping = new AbortController();
  const listening = channel.listen(accept, stopping.signal);
  await double.until(() => status()[0]?.state === "ok");
  return {
    channel,
    errors: () => errors,
    async stop() {
      stopping.abort();
      await listening;
    },
  };
}

function seenBy(double: ZaloPersonalDouble, to: string) {
  return double.sent
    .filter((sent) => sent.to === to)
    .map(({ text, file }) => ({ text, files: file === null ? [] : [file.name] }));
}

function brokenInput(double: ZaloPersonalDouble, errors: () => number) {
  const unread = (bytes: Buffer) => async () => {
    const before = errors();
    double.raw(bytes);
    await double.until(() => errors() > before);
  };
  const unheard = (content: object) => () => {
    double.raw(frame(501, 0, wrapped(JSON.stringify(content), 0, "")));
    return Promise.resolve();
  };
  return {
    "no JSON": unread(frame(501, 0, "{")),
    "no header": unread(Buffer.from([1])),
    "sealed with another key": unread(frame(501, 0, wrapped("{}", 2, Buffer.alloc(16).toString("base64")))),
    "no messages": unread(frame(501, 0, wrapped('{"data":{}}', 0, ""))),
    "a message of nothing": unread(frame(501, 0, wrapped('{"data":{"msgs":[null]}}', 0, ""))),
    "a message without ids": unheard({
      data: { msgs: [{ uidFrom: "1", msgType: "webchat", ts: "1", content: "a" }] },
    }),
    "a message of an unknown sender": unheard({
      data: { msgs: [{ uidFrom: {}, msgId: "1", msgType: "webchat", ts: "1", content: "a" }] },
    }),
    "a message of no time": unheard({
      data: { msgs: [{ uidFrom: "1", msgId: "1", msgType: "webchat", ts: "?", content: "a" }] },
    }),
  };
}
