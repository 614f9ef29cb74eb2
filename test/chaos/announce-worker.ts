// One sender of `npm run chaos:announce`: tells on stdout what it marks and settles, until it is killed.
import { writeSync } from "node:fs";
import { sendAll, type Sender } from "../bench/announce-ledger.ts";

const sender = JSON.parse(process.argv[2] ?? "{}") as Sender;
const tell = (letter: string) => () => writeSync(1, letter);
await sendAll({ ...sender, onBegun: tell("b"), onSettled: tell("e") }, new AbortController().signal);
process.exit(0);
