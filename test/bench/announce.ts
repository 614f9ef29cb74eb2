// npm run bench:announce -- --minutes 2: ten thousand recipients at Telegram's real pace, against its double.
import { parseArgs } from "node:util";
import { openDatabase } from "../../src/adapters/prisma/client.ts";
import { startTelegram } from "../doubles/telegram.ts";
import { fillLedger, sendAll, somewhere } from "./announce-ledger.ts";
import { highestSecond } from "./sliding-second.ts";

const PEOPLE = 10_000;
const ALLOWED = 30;
const LEAST = 0.95;

const { values } = parseArgs({ options: { minutes: { type: "string", default: "2" } } });
const place = somewhere();
const double = await startTelegram();
const database = await openDatabase(place);
await fillLedger(database, double.account, PEOPLE);
for (let at = 0; at < PEOPLE; at++) double.chats.known.add(String(1_000_000 + at));
await database.close();

const sent: number[] = [];
const stopping = new AbortController();
setTimeout(
  () => {
    stopping.abort();
  },
  Number(values.minutes) * 60_000,
);
await sendAll(
  {
    place,
    url: double.url,
    token: double.token,
    perSecond: ALLOWED,
    leaseMs: 60_000,
    morningAt: Date.now(),
    onStep: (step) => {
      if (step === "sending") sent.push(performance.now());
    },
  },
  stopping.signal,
);
await double.stop();

const first = sent[0] ?? 0;
const rate = (sent.length - 1) / (((sent.at(-1) ?? 0) - first) / 1000);
const highest = highestSecond(sent);
console.log(
  `${sent.length} sent at ${rate.toFixed(2)}/s, ${((rate / ALLOWED) * 100).toFixed(1)} % of the ${ALLOWED}/s allowed; highest sliding second: ${highest}`,
);
process.exit(rate >= LEAST * ALLOWED && highest <= ALLOWED ? 0 : 1);
