// npm run chaos:announce -- --rounds 30: kills the senders of an announcement in the middle, and counts what each person got.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openDatabase, type DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { startTelegram } from "../doubles/telegram.ts";
import { fillLedger, somewhere, type Sender, type Step } from "../bench/announce-ledger.ts";
import { reachable, startPostgres } from "../support/postgres.ts";

const WORKER = fileURLToPath(new URL("announce-worker.ts", import.meta.url));
const PEOPLE = 3_000;
/** scaled: the real pace would take hours */
const PER_SECOND = 120;
const LEASE_MS = 1_500;
const ANSWERS_AFTER_MS = 60;
/** generous: other programs may have the machine */
const THROUGH_WITHIN_MS = 600_000;
/** what the ledger says of a row that was marked when its sender died */
const LEFT_BY_A_KILL = "the sender went away";
/** A row is marked right before its own send: of a killed sender at most so many had been, and had not left. */
const MOST_MARKED = 1;

/** Where the messages of a killed sender stood that it had not settled. */
interface Open {
  /** between the statement that marks a row and its own send */
  marking: number;
  marked: number;
  /** the request had left, or was answered and not yet written down */
  sending: number;
  answered: number;
}

interface Verdict {
  kills: number;
  sent: number;
  /** left unclear by kills, and how many of them the double got */
  unknown: number;
  unknownAndThere: number;
  /** unclear without a kill: no answer came in time, as on a machine that hangs */
  unanswered: number;
  /** what the senders had told when they were killed, all rounds together */
  open: Open;
  faults: readonly string[];
}

async function wage(
  place: DatabasePlace,
  workers: number,
  rounds: number,
  forgetful: boolean,
): Promise<Verdict> {
  const double = await startTelegram();
  const database = await openDatabase(place);
  await fillLedger(database, double.account, PEOPLE);
  for (let at = 0; at < PEOPLE; at++) double.chats.known.add(String(1_000_000 + at));
  for (let at = 0; at < PEOPLE * 4; at++)
    double.faults.add("sendMessage", { kind: "slow", ms: ANSWERS_AFTER_MS });
  await database.close();
  const sender: Sender = {
    place,
    url: double.url,
    token: double.token,
    perSecond: PER_SECOND,
    leaseMs: LEASE_MS,
    morningAt: Date.now(),
    forgetful,
  };
  let kills = 0;
  const open: Open = { marking: 0, marked: 0, sending: 0, answered: 0 };
  for (let round = 0; round < rounds; round++) {
    const running = Array.from({ length: workers }, () => start(sender));
    await Promise.all(running.map((one) => one.begun));
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 600));
    for (const one of running) for (const step of await one.kill()) if (step !== "settled") open[step] += 1;
    kills += workers;
  }
  const last = start({ ...sender, untilDone: true });
  const ended = await Promise.race([
    last.gone.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, forgetful ? 5_000 : THROUGH_WITHIN_MS, false)),
  ]);
  await last.kill();
  const judged = await openDatabase(place);
  const rows = await judged.client.delivery.findMany({ include: { conversation: true } });
  await judged.close();
  await double.stop();

  const got = new Map<string, number>();
  for (const { chat } of double.chats.sent) got.set(chat, (got.get(chat) ?? 0) + 1);
  const faults: string[] = [];
  const fault = (what: string, count: number) => {
    if (count > 0) faults.push(`${what}: ${count}`);
  };
  const chatOf = (row: (typeof rows)[number]) => row.conversation?.chat ?? "";
  const unclear = rows.filter(({ status }) => status === "unknown");
  const unknown = unclear.filter(({ reason }) => reason === LEFT_BY_A_KILL);
  if (!ended) faults.push("not through");
  fault("rows missing or doubled", Math.abs(PEOPLE - new Set(rows.map(({ contactId }) => contactId)).size));
  fault("sent twice", [...got.values()].filter((times) => times > 1).length);
  fault(
    "said to be sent, and nobody got it",
    rows.filter((row) => row.status === "sent" && !got.has(chatOf(row))).length,
  );
  fault("lost", rows.filter(({ status }) => status !== "sent" && status !== "unknown").length);
  const inFlight = open.sending + open.answered;
  fault("unknown beyond the sends in flight", unknown.length - inFlight - open.marking - open.marked);
  fault("rows that waited while they were marked", open.marked - MOST_MARKED * kills);
  const unknownAndThere = unknown.filter((row) => got.has(chatOf(row))).length;
  return {
    kills,
    sent: rows.length - unclear.length,
    unknown: unknown.length,
    unknownAndThere,
    unanswered: unclear.length - unknown.length,
    open,
    faults,
  };
}

function start(sender: Sender) {
  const child = spawn(process.execPath, ["--import", "tsx", WORKER, JSON.stringify(sender)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  const gone = new Promise<void>((resolve) =>
    child.once("close", () => {
      resolve();
    }),
  );
  const begun = new Promise<void>((resolve) => {
    child.stdout.on("data", (data: Buffer) => {
      told += data.toString();
      resolve();
    });
    // With nothing left to send it never says a word.
    setTimeout(resolve, 10_000).unref();
  });
  return {
    begun,
    gone,
    /** kill -9; returns how far each message had come */
    async kill(): Promise<readonly Step[]> {
      child.kill("SIGKILL");
      await gone;
      const last = new Map<string, Step>();
      for (const line of told.split("\n").slice(0, -1)) {
        const [step = "", id = ""] = line.split(" ");
        last.set(id, step as Step);
      }
      return [...last.values()];
    },
  };
}

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "30" }, control: { type: "boolean", default: false } },
});
const rounds = Number(values.rounds);
const postgres = await startPostgres();
const places: [string, DatabasePlace, number][] = [["sqlite", somewhere(), 1]];
if (typeof postgres === "string") process.stdout.write(`postgresql skipped: ${postgres}\n`);
else {
  await reachable(postgres.url);
  places.push(["postgresql", { url: postgres.url }, 3]);
}
const verdicts = await Promise.all(
  places.map(async ([name, place, workers]) => {
    const verdict = await wage(place, workers, rounds, values.control);
    process.stdout.write(`${name}: ${JSON.stringify(verdict)}\n`);
    return verdict;
  }),
);
if (typeof postgres !== "string") await postgres.stop();
const clean = verdicts.every(({ faults }) => faults.length === 0);
const noticed = verdicts.every(({ faults }) => faults.some((one) => one.startsWith("sent twice")));
process.exit((values.control ? noticed : clean) ? 0 : 1);
