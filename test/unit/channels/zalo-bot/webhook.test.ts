import { expect, it, vi } from "vitest";
import { textUpdate } from "../../../doubles/zalo-bot.ts";
import { AAC } from "../../../support/recordings.ts";
import { SECRET, start } from "./running.ts";

const post = (
  url: string,
  body: string,
  headers: Record<string, string> = { "x-bot-api-secret-token": SECRET },
) =>
  // A connection of its own: one that was told 413 is closed, and must not be the next request's.
  fetch(url, { method: "POST", body, headers: { connection: "close", ...headers } });
const HELLO = JSON.stringify(textUpdate({ id: "1", text: "a" }));

it("sets the webhook at the start, with its secret", async () => {
  const { double, webhookUrl, status } = await start({ mode: "webhook" });
  expect(double.webhook).toEqual({ url: webhookUrl, secret: SECRET });
  expect(status()[0]).toMatchObject({ account: double.account, state: "ok", why: null });
});

it.each([
  ["none", {}],
  ["another one", { "x-bot-api-secret-token": "canary-webhook-secret-89" }],
  ["the beginning", { "x-bot-api-secret-token": SECRET.slice(0, -1) }],
  ["more", { "x-bot-api-secret-token": `${SECRET}8` }],
  ["an empty one", { "x-bot-api-secret-token": "" }],
])("stores nothing when the secret is %s", async (_what, headers) => {
  const { webhookUrl, accepted } = await start({ mode: "webhook" });
  expect((await post(webhookUrl, HELLO, headers)).status).toBe(401);
  expect((await post(webhookUrl, "{", headers)).status).toBe(401);
  expect(accepted).toEqual([]);
  expect((await post(webhookUrl, HELLO)).status).toBe(200);
  expect(accepted).toHaveLength(1);
});

it("takes bodies up to 1 MB", async () => {
  const { webhookUrl, accepted } = await start({ mode: "webhook" });
  const text = (length: number) => JSON.stringify(textUpdate({ id: "1", text: "a".repeat(length) }));
  expect((await post(webhookUrl, text(1_000_000))).status).toBe(413);
  expect(accepted).toEqual([]);
  expect((await post(webhookUrl, text(900_000))).status).toBe(200);
  expect(accepted).toHaveLength(1);
});

it("does not know bots that are not its own, nor other methods", async () => {
  const { webhookUrl, accepted } = await start({ mode: "webhook" });
  expect((await post(`${webhookUrl}9`, HELLO)).status).toBe(404);
  const read = await fetch(webhookUrl, { headers: { "x-bot-api-secret-token": SECRET } });
  expect(read.status).toBe(404);
  expect(accepted).toEqual([]);
});

it("says yes to a probe, and no to what is no JSON", async () => {
  const { webhookUrl, accepted } = await start({ mode: "webhook" });
  expect((await post(webhookUrl, "")).status).toBe(200);
  expect((await post(webhookUrl, "{}")).status).toBe(200);
  expect((await post(webhookUrl, "{")).status).toBe(400);
  expect(accepted).toEqual([]);
});

it("takes updates wrapped and bare alike", async () => {
  const { webhookUrl, accepted } = await start({ mode: "webhook" });
  await post(webhookUrl, JSON.stringify({ ok: true, result: textUpdate({ id: "1", text: "gói" }) }));
  await post(webhookUrl, JSON.stringify(textUpdate({ id: "2", text: "trần" })));
  expect(accepted.map(({ content }) => content)).toEqual([
    { kind: "text", text: "gói" },
    { kind: "text", text: "trần" },
  ]);
});

it("does not take what could not be stored, says so, and takes it when it comes again", async () => {
  let isFull = true;
  const { double, status, errors } = await start({
    mode: "webhook",
    accept: (message) =>
      isFull ? Promise.reject(new Error(`no room for ${JSON.stringify(message)}`)) : Promise.resolve(true),
  });
  const update = textUpdate({ id: "1", text: "lời riêng của tôi" });
  expect(await double.bring(update)).toBe(500);
  expect(status()[0]).toMatchObject({ state: "waiting" });
  expect(status()[0]?.why).toContain("cơ sở dữ liệu");
  expect(errors.join("\n")).not.toContain("lời riêng");
  isFull = false;
  expect(await double.bring(update)).toBe(200);
  expect(status()[0]).toMatchObject({ state: "ok", why: null });
});

it("is not there when nobody listens", async () => {
  const { webhookUrl, stop } = await start({ mode: "webhook" });
  await stop();
  expect((await post(webhookUrl, HELLO)).status).toBe(503);
});

it("keeps the webhook at the end: what comes meanwhile is for the next start", async () => {
  const { double, webhookUrl, stop } = await start({ mode: "webhook" });
  await stop();
  expect(double.webhook?.url).toBe(webhookUrl);
});

it("notices that the webhook was taken away, says so and sets it again", async () => {
  const { double, webhookUrl, errors } = await start({
    mode: "webhook",
    settings: { timing: { watchEvery: 5 } },
  });
  for (const elsewhere of [null, "http://127.0.0.1:9/elsewhere"]) {
    double.pointWebhookTo(elsewhere);
    await vi.waitFor(() => {
      expect(double.webhook).toEqual({ url: webhookUrl, secret: SECRET });
    });
  }
  expect(errors.join("\n")).toContain("Webhook của bot vừa bị gỡ hoặc trỏ sang nơi khác");
});

it("says when Zalo keeps the webhook but cannot call it", async () => {
  const { double, webhookUrl, status, errors } = await start({
    mode: "webhook",
    until: "waiting",
    before: ({ faults }) => {
      // Kept in spite of the failure, as Zalo does.
      faults.add("setWebhook", { kind: "drop" });
    },
    settings: { timing: { watchEvery: 5 } },
  });
  await vi.waitFor(() => {
    expect(status()[0]?.state).toBe("ok");
  });
  expect(double.webhook?.url).toBe(webhookUrl);
  expect(errors.join("\n")).toContain("Zalo đã lưu webhook nhưng không gọi thử được");
});

it("works although calling for a try fails, once something was brought", async () => {
  const running = await start({
    mode: "webhook",
    until: "waiting",
    settings: { inbound: { kind: "webhook", publicUrl: "http://127.0.0.1:9", secret: SECRET } },
  });
  await vi.waitFor(() => {
    expect(running.status()[0]?.why).toContain("không gọi thử được");
  });
  await post(running.webhookUrl, HELLO);
  expect(running.accepted).toHaveLength(1);
  expect(running.status()[0]).toMatchObject({ state: "ok", why: null });
});

it("says that the token is wrong, and goes on when it is right again", async () => {
  const { double, status } = await start({
    mode: "webhook",
    until: "stopped",
    before: (platform) => {
      platform.changeToken("4012345678901234567:another");
    },
  });
  expect(status()[0]?.why).toContain("token");
  double.changeToken(double.token);
  await vi.waitFor(() => {
    expect(status()[0]?.state).toBe("ok");
  });
});

it("takes a picture that is brought twice once", async () => {
  const { double, accepted, kept } = await start({ mode: "webhook" });
  const update = {
    event_name: "message.image.received",
    message: {
      ...textUpdate({ id: "p", text: "" }).message,
      photo: double.addPhoto(Buffer.from("ffd8ffe000104a464946", "hex")),
      caption: "Nhãn này?",
    },
  };
  await Promise.all([double.bring(update), double.bring(update)]);
  await double.bring(update);
  expect(kept).toHaveLength(1);
  expect(accepted).toHaveLength(1);
  expect(accepted[0]?.content).toEqual({
    kind: "files",
    files: [{ id: "file1", name: "anh.jpg", mediaType: "image/jpeg", bytes: 10 }],
    text: "Nhãn này?",
  });
});

it("keeps a voice message until it is heard, wherever its link stands", async () => {
  const { double, accepted, kept } = await start({ mode: "webhook" });
  const bring = (id: string, more: object) =>
    double.bring({
      event_name: "message.voice.received",
      message: { ...textUpdate({ id, text: "" }).message, ...more },
    });
  await bring("1", { voice: double.addPhoto(AAC) });
  await bring("2", { voice_url: double.addPhoto(AAC) });
  await bring("3", { voice: double.addPhoto(Buffer.from("<html>")) });
  await bring("4", {});
  expect(kept).toMatchObject([{ name: "tin-thoai.aac", mediaType: "audio/aac" }, { name: "tin-thoai.aac" }]);
  expect(accepted.map(({ content }) => content.kind)).toEqual(["files", "files", "unreadable", "unreadable"]);
});

it("hands over the words beside a picture that cannot be had", async () => {
  const { double, accepted, kept } = await start({ mode: "webhook" });
  const bring = (id: string, more: object) =>
    double.bring({
      event_name: "message.image.received",
      message: { ...textUpdate({ id, text: "" }).message, caption: "Nhãn này?", ...more },
    });
  await bring("1", { photo: double.addPhoto(Buffer.from("<html>")) });
  await bring("2", {});
  const content = { kind: "unreadable", what: "ảnh này", text: "Nhãn này?" };
  expect(accepted.map((message) => message.content)).toEqual([content, content]);
  expect(kept).toEqual([]);
});

it("names a message the same after a restart: killed between storing and telling Zalo, it is stored once", async () => {
  const update = textUpdate({ id: "1", text: "a" });
  const before = await start({ mode: "webhook" });
  await before.double.bring(update);
  await before.stop();
  const after = await start({ mode: "webhook" });
  expect(await after.double.bring(update)).toBe(200);
  expect(after.accepted.map(({ id, from }) => ({ id, from }))).toEqual(
    before.accepted.map(({ id, from }) => ({ id, from })),
  );
});

it("tells when each was said, whatever the order they are brought in", async () => {
  const { double, accepted } = await start({ mode: "webhook" });
  const at = (id: string, date: number) => {
    const update = textUpdate({ id, text: id });
    return { ...update, message: { ...update.message, date } };
  };
  await double.bring(at("2", 1760000002000));
  await double.bring(at("1", 1760000001000));
  expect(accepted.map(({ id, sentAt }) => [id.split(":")[1], sentAt.getTime()])).toEqual([
    ["2", 1760000002000],
    ["1", 1760000001000],
  ]);
});

it("stores what is said in a chat one after the other, and lets no other chat wait", async () => {
  const stored: string[] = [];
  let letFirstEnd: (() => void) | null = null;
  const { double } = await start({
    mode: "webhook",
    async accept({ id }) {
      if (id.endsWith(":1"))
        await new Promise<void>((resolve) => {
          letFirstEnd = resolve;
        });
      stored.push(id);
      return true;
    },
  });
  const first = double.bring(textUpdate({ id: "1", text: "a", chat: "c1" }));
  const end = await vi.waitFor(() => {
    if (letFirstEnd === null) throw new Error("the first has not begun");
    return letFirstEnd;
  });
  await double.bring(textUpdate({ id: "9", text: "khác", chat: "c2" }));
  const second = double.bring(textUpdate({ id: "2", text: "b", chat: "c1" }));
  await double.bring(textUpdate({ id: "10", text: "khác", chat: "c2" }));
  end();
  expect(await Promise.all([first, second])).toEqual([200, 200]);
  expect(stored).toEqual(["c2:9", "c2:10", "c1:1", "c1:2"]);
});
