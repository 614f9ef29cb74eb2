import { expect, it, vi } from "vitest";
import { startTelegram } from "../../../doubles/telegram.ts";
import { messageUpdate, textUpdate } from "../../../doubles/telegram/updates.ts";
import { callsOf, SECRET, start } from "./running.ts";

function post(url: string, body: string, headers: Record<string, string>) {
  return fetch(url, { method: "POST", body, headers: { connection: "close", ...headers } });
}

const GOOD = JSON.stringify(textUpdate(1, { text: "a" }));
const OURS = { "x-telegram-bot-api-secret-token": SECRET };

it("tells Telegram where to call, with which secret and for what", async () => {
  const { double, webhookUrl } = await start({ mode: "webhook" });
  expect(double.webhook).toEqual({ url: webhookUrl, secret: SECRET });
  expect(callsOf(double, "setWebhook")[0]?.body["allowed_updates"]).toEqual([
    "message",
    "callback_query",
    "my_chat_member",
  ]);
  expect(callsOf(double, "getUpdates")).toEqual([]);
});

it.each([
  ["no secret", GOOD, {}, 401],
  ["a wrong secret", GOOD, { "x-telegram-bot-api-secret-token": `${SECRET}x` }, 401],
  ["an endless body of a stranger", "x".repeat(1_100_000), {}, 401],
  ["an endless body", JSON.stringify({ update_id: 1, x: "a".repeat(1_100_000) }), OURS, 413],
  ["no JSON", "{", OURS, 400],
  ["nothing", "", OURS, 400],
  // Telegram would bring again for hours what is not answered by 200.
  ["something unknown", JSON.stringify({ update_id: 1, poll_answer: {} }), OURS, 200],
  ["something broken", JSON.stringify({ message: 1 }), OURS, 200],
] as const)("%s", async (_what, body, headers, expected) => {
  const { webhookUrl, accepted } = await start({ mode: "webhook" });
  expect((await post(webhookUrl, body, headers)).status).toBe(expected);
  expect(accepted).toEqual([]);
});

it("knows no other bot", async () => {
  const { webhookUrl } = await start({ mode: "webhook" });
  expect((await post(webhookUrl.replace(/\d+$/, "123"), GOOD, OURS)).status).toBe(404);
});

it("takes nothing before it listens, nor after", async () => {
  const { webhookUrl, stop } = await start({ mode: "webhook" });
  await stop();
  expect((await post(webhookUrl, GOOD, OURS)).status).toBe(503);
});

it("says 200 only once the message is stored", async () => {
  let isAway = true;
  const { double, status } = await start({
    mode: "webhook",
    accept: () => (isAway ? Promise.reject(new Error("the disk is full")) : Promise.resolve(true)),
  });
  expect(await double.bring(textUpdate(1, { text: "a" }))).toBe(500);
  expect(status()[0]).toMatchObject({
    state: "waiting",
    why: expect.stringContaining("cơ sở dữ liệu") as string,
  });
  isAway = false;
  expect(await double.bring(textUpdate(1, { text: "a" }))).toBe(200);
  expect(status()[0]?.state).toBe("ok");
});

it("names a message the same after a restart: killed between storing and telling Telegram, it is stored once", async () => {
  const double = await startTelegram();
  const before = await start({ mode: "webhook", double });
  await double.bring(textUpdate(5, { text: "a" }));
  await before.stop();
  const after = await start({ mode: "webhook", double });
  expect(await double.bring(textUpdate(5, { text: "a" }))).toBe(200);
  expect(after.accepted).toEqual(before.accepted);
});

it("brought twice at once, it is stored once", async () => {
  const { double, accepted } = await start({ mode: "webhook" });
  const update = textUpdate(5, { text: "a" });
  expect(await Promise.all([double.bring(update), double.bring(update), double.bring(update)])).toEqual([
    200, 200, 200,
  ]);
  expect(accepted).toHaveLength(1);
});

it("stores a picture before the words behind it, and lets no other chat wait", async () => {
  const { double, accepted } = await start({ mode: "webhook" });
  double.faults.add("getFile", { kind: "slow", ms: 200 });
  const other = { id: 900, is_bot: false, first_name: "B" };
  const photo = [{ file_id: double.addFile(new Uint8Array([0xff, 0xd8, 0xff]), "photos/1.jpg") }];
  const picture = double.bring(messageUpdate(1, { photo }));
  await vi.waitFor(() => {
    expect(callsOf(double, "getFile")).toHaveLength(1);
  });
  await Promise.all([
    picture,
    double.bring(textUpdate(2, { text: "nhãn này đúng chưa?" })),
    double.bring(textUpdate(3, { text: "khác", chat: other.id, from: other })),
  ]);
  expect(accepted.map(({ content }) => (content.kind === "text" ? content.text : content.kind))).toEqual([
    "khác",
    "files",
    "nhãn này đúng chưa?",
  ]);
});

it("puts the webhook back when somebody moved or removed it, and says so", async () => {
  const { double, webhookUrl, errors } = await start({ mode: "webhook" });
  for (const other of ["http://127.0.0.1:9/other", null]) {
    double.pointWebhookTo(other);
    await vi.waitFor(() => {
      expect(double.webhook?.url).toBe(webhookUrl);
    });
  }
  expect(errors.join("\n")).toContain("trỏ sang nơi khác");
});

it("says that Telegram cannot reach it, until it can", async () => {
  const { double, status } = await start({ mode: "webhook" });
  let seconds = 1_760_000_000;
  const failing = setInterval(() => {
    double.webhookFailedAt(seconds++);
  }, 2);
  await vi.waitFor(() => {
    expect(status()[0]).toMatchObject({
      state: "waiting",
      why: expect.stringContaining("webhook") as string,
    });
  });
  clearInterval(failing);
  await vi.waitFor(() => {
    expect(status()[0]?.state).toBe("ok");
  });
});

it("says that the token is wrong", async () => {
  const { status } = await start({
    mode: "webhook",
    until: "stopped",
    before: (double) => {
      double.changeToken("7012345678:another-token-of-26-chars");
    },
  });
  expect(status()[0]?.why).toContain("không nhận token");
});
