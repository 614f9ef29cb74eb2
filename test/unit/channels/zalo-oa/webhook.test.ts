import { expect, it, onTestFinished } from "vitest";
import type { IncomingMessage } from "../../../../src/conversation/message.ts";
import { AAC } from "../../../support/recordings.ts";
import { event, PERSON, startOa, textEvent } from "./running.ts";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function running(given: Parameters<typeof startOa>[0] = {}) {
  const oa = await startOa(given);
  onTestFinished(() => oa.stop());
  return oa;
}

/** A store that outlives the channel, as the database does. */
function lastingStore() {
  const stored: IncomingMessage[] = [];
  const accept = (message: IncomingMessage) => {
    const isNew = stored.every(({ id }) => id !== message.id);
    if (isNew) stored.push(message);
    return Promise.resolve(isNew);
  };
  return { stored, accept };
}

/** Something that is waited for until it is opened. */
function gate(): { promise: Promise<void>; open: () => void } {
  const waiting: (() => void)[] = [];
  const promise = new Promise<void>((resolve) => {
    waiting.push(resolve);
  });
  return {
    promise,
    open: () => {
      for (const resolve of waiting) resolve();
    },
  };
}

it("answers the unsigned probe and stores nothing", async () => {
  const { double, memory } = await running();
  expect(await double.deliver({}, { mac: null })).toBe(200);
  expect(memory.accepted).toEqual([]);
});

it("turns away what is not signed, and says so to staff until something is", async () => {
  const { double, memory, status } = await running();
  expect(await double.deliver(textEvent("1", "a"), { mac: null })).toBe(401);
  expect(await double.deliver(textEvent("1", "a"), { mac: `mac=${"a".repeat(64)}` })).toBe(401);
  expect(await double.deliver(textEvent("1", "a"), { recipe: { secret: "app" } })).toBe(401);
  expect(memory.accepted).toEqual([]);
  expect(status()[0]).toMatchObject({ state: "waiting", why: expect.stringContaining("chữ ký") as string });
  expect(await double.deliver(textEvent("1", "a"))).toBe(200);
  expect(status()[0]).toMatchObject({ state: "ok", why: null });
});

it("takes another recipe when it is configured", async () => {
  const recipe = { id: "oa", secret: "app", timestamp: "header" } as const;
  const { double, memory } = await running({ settings: { signature: recipe } });
  expect(await double.deliver(textEvent("1", "a"), { recipe })).toBe(200);
  expect(await double.deliver(textEvent("2", "a"))).toBe(401);
  expect(memory.accepted).toHaveLength(1);
});

it("answers 413 to more than a megabyte, signed or not, and 404 for a stranger's account", async () => {
  const { double, memory, hookUrl } = await running();
  for (const bytes of [1_000_000, 1_048_576, 3_000_000])
    expect(await double.deliver(textEvent("1", "a".repeat(bytes)))).toBe(413);
  double.hook(`${hookUrl}0`);
  expect(await double.deliver(textEvent("1", "a"))).toBe(404);
  expect(memory.accepted).toEqual([]);
});

it("leaves alone what the account itself said, and events of other accounts", async () => {
  const { double, memory, status } = await running();
  const echo = event("oa_send_text", { sender: { id: double.account.oaId }, recipient: { id: PERSON } });
  expect(await double.deliver({ ...echo, message: { text: "của OA", msg_id: "1" } })).toBe(200);
  expect(await double.deliver({ ...textEvent("2", "a"), recipient: { id: "1" } })).toBe(200);
  expect(memory.accepted).toEqual([]);
  expect(status()[0]?.why).toContain("OA khác");
});

it("answers before Zalo gives up, and has stored the message when it comes again", async () => {
  const { promise: slow, open } = gate();
  const { stored, accept } = lastingStore();
  const { double } = await running({
    settings: { answerMs: 50 },
    accept: async (message) => {
      await slow;
      return accept(message);
    },
  });
  expect(await double.deliver(textEvent("1", "a"))).toBe(503);
  expect(await double.deliver(textEvent("1", "a"))).toBe(503);
  open();
  expect(await double.deliver(textEvent("1", "a"))).toBe(200);
  expect(stored).toHaveLength(1);
});

it("takes a message again that could not be stored", async () => {
  const { stored, accept } = lastingStore();
  let broken = true;
  const { double, errors, status } = await running({
    accept: (message) => (broken ? Promise.reject(new Error("the disk is full")) : accept(message)),
  });
  expect(await double.deliver(textEvent("1", "a"))).toBe(503);
  expect(status()[0]).toMatchObject({ state: "waiting", why: expect.stringContaining("webhook") as string });
  broken = false;
  expect(await double.deliver(textEvent("1", "a"))).toBe(200);
  expect(stored).toHaveLength(1);
  expect(status()[0]?.state).toBe("ok");
  // Once, and without the words of the database.
  expect(errors.map(String)).toEqual([
    expect.stringMatching(/^Error: zalo-oa \d+: waiting: Chưa ghi được tin nhận về/),
  ]);
});

it("keeps one message when the process dies between storing and answering", async () => {
  const { stored, accept } = lastingStore();
  const oa = await startOa({ accept });
  await oa.double.deliver(textEvent("1", "a"));
  // The answer is lost; Zalo sends it to the next process.
  const next = await oa.again();
  onTestFinished(() => next.stop());
  expect(await next.double.deliver(textEvent("1", "a"))).toBe(200);
  expect(stored).toHaveLength(1);
});

it("keeps the order of a chat though a picture takes its time, and shuffled events one by one", async () => {
  const { stored, accept } = lastingStore();
  const { double } = await running({ accept });
  const url = double.serveMedia("1.png", PNG);
  const picture = event("user_send_image", {
    message: { msg_id: "1", attachments: [{ type: "image", payload: { url } }] },
  });
  await Promise.all([double.deliver(picture), double.deliver(textEvent("2", "đó ạ"))]);
  await Promise.all(["5", "3", "4", "3", "5"].map((id) => double.deliver(textEvent(id, id))));
  expect(stored.map(({ id }) => id).slice(0, 2)).toEqual(["1", "2"]);
  expect(stored.map(({ id }) => id).sort()).toEqual(["1", "2", "3", "4", "5"]);
});

it("lets Zalo come again while nobody listens", async () => {
  const { double } = await running({ silent: true });
  expect(await double.deliver(textEvent("1", "a"))).toBe(503);
  expect(await double.deliver({}, { mac: null })).toBe(200);
});

it("fetches pictures and documents, and knows what they are by their bytes", async () => {
  const { double, memory } = await running();
  const image = double.serveMedia("anh.jpg", PNG);
  const pdf = double.serveMedia("x", new TextEncoder().encode("%PDF-1.7 …"));
  await double.deliver(
    event("user_send_image", {
      message: { msg_id: "1", text: "đây ạ", attachments: [{ type: "image", payload: { url: image } }] },
    }),
  );
  await double.deliver(
    event("user_send_file", {
      message: {
        msg_id: "2",
        attachments: [{ type: "file", payload: { url: pdf, name: "../Đơn\u0007 đề nghị.doc" } }],
      },
    }),
  );
  const [first, second] = memory.accepted.map(({ content }) => content);
  expect(first).toMatchObject({
    kind: "files",
    text: "đây ạ",
    files: [{ name: "anh-1.png", mediaType: "image/png", bytes: PNG.length }],
  });
  expect(second).toMatchObject({
    kind: "files",
    files: [{ name: "Đơn đề nghị.pdf", mediaType: "application/pdf" }],
  });
  const [message] = memory.accepted;
  const id = first?.kind === "files" ? first.files[0]?.id : undefined;
  const kept = message && id !== undefined ? await memory.files.read(message.from, id) : null;
  expect(kept?.content).toEqual(PNG);
});

it("keeps a voice message until it is heard", async () => {
  const { double, memory } = await running();
  const say = (id: string, url: string) =>
    double.deliver(
      event("user_send_audio", {
        message: { msg_id: id, attachments: [{ type: "audio", payload: { url } }] },
      }),
    );
  await say("1", double.serveMedia("1.aac", AAC));
  await say("2", double.serveMedia("2.aac", PNG));
  expect(memory.accepted.map(({ content }) => content)).toMatchObject([
    { kind: "files", files: [{ name: "tin-thoai.aac", mediaType: "audio/aac" }] },
    { kind: "unreadable", what: "tin thoại" },
  ]);
});

it("calls a file unreadable that is too large, gone, of another kind or from elsewhere", async () => {
  const { double, memory } = await running();
  const large = new Uint8Array(5_000_001);
  large.set(PNG);
  const urls = [
    double.serveMedia("large.png", large),
    `${double.url}/media/gone.png`,
    double.serveMedia("program.exe", new TextEncoder().encode("MZ…")),
    "https://127.0.0.1.example.vn/a.png",
    "file:///etc/passwd",
    "no address",
  ];
  for (const [at, url] of urls.entries())
    await double.deliver(
      event("user_send_image", {
        message: { msg_id: String(at), attachments: [{ type: "image", payload: { url } }] },
      }),
    );
  expect(memory.accepted.map(({ content }) => content)).toEqual(
    urls.map(() => ({ kind: "unreadable", what: "ảnh này" })),
  );
  await double.deliver(
    event("user_send_image", {
      message: { msg_id: "9", text: "ảnh lỗi", attachments: [{ payload: { url: urls[1] } }] },
    }),
  );
  expect(memory.accepted.at(-1)?.content).toEqual({ kind: "unreadable", what: "ảnh này", text: "ảnh lỗi" });
});
