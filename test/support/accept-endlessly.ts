// Accepts one message after the other and prints the number of each as soon as it is acknowledged; is killed by
// its test. Arguments: the place of the database as JSON, how many at most.
import { openDatabase, type DatabasePlace } from "../../src/adapters/prisma/client.ts";
import { createConversations } from "../../src/adapters/prisma/conversations.ts";
import { chat, message } from "../contracts/messages.ts";

const [place = "", most = ""] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(place) as DatabasePlace);
const conversations = createConversations(database, () =>
  Promise.reject(new Error("no command is expected")),
);
process.stdout.write("open\n");
for (let number = 0; number < Number(most); number += 1) {
  await conversations.accept(message(String(number), chat(`chat ${number % 5}`)));
  process.stdout.write(`${number}\n`);
}
await database.close();
