import { expect, it, vi } from "vitest";
import { createTelegramChannel } from "../../../../src/channels/telegram/channel.ts";
import { startTelegram } from "../../../doubles/telegram.ts";
import {
  ALICE,
  GROUP,
  memberUpdate,
  messageUpdate,
  pressUpdate,
  textUpdate,
} from "../../../doubles/telegram/updates.ts";
import { start } from "./running.ts";
import { alone } from "../../../support/turns.ts";
import { recordError } from "../../../support/log-scan/journal.ts";

it("settles a pressed button and tells who pressed it", async () => {
  const { double, accepted } = await start({ mode: "polling" });
  const bot = { id: Number(double.account) };
  await double.bring(pressUpdate(1, "m1abc.0", bot));
  const inline = { update_id: 2, callback_query: { id: "inline2", from: ALICE, data: "x" } };
  await double.bring(inline);
  await double.updates.confirmed(2);
  expect(accepted).toMatchObject([
    { sender: String(ALICE.id), content: { kind: "choice", value: "m1abc.0" } },
  ]);
  await vi.waitFor(() => {
    expect(double.settled.toSorted()).toEqual(["inline2", "query1"]);
  });
});

it("a button that can no longer be settled is no harm", async () => {
  const { double, accepted, errors } = await start({ mode: "polling" });
  const old = { ok: false, error_code: 400, description: "Bad Request: query is too old" };
  double.faults.add("answerCallbackQuery", { kind: "status", status: 400, body: old });
  await double.bring(pressUpdate(1, "go:menu", { id: 1 }));
  await double.updates.confirmed(1);
  expect(accepted).toHaveLength(1);
  expect(errors).toEqual([]);
});

it("hears in a group only what is said to it", async () => {
  const { double, accepted } = await start({ mode: "polling" });
  const name = `@${double.username}`;
  const entities = [{ type: "mention", offset: 0, length: name.length }];
  await double.bring(textUpdate(1, { text: "chuyện riêng của nhóm", chat: GROUP }));
  await double.bring(textUpdate(2, { text: `${name} mã vạch?`, chat: GROUP, more: { entities } }));
  await double.updates.confirmed(2);
  expect(accepted).toMatchObject([
    {
      isGroup: true,
      mentioned: true,
      content: { kind: "text", text: "mã vạch?" },
      from: { chat: String(GROUP) },
    },
  ]);
});

it("notes who blocked it and which group moved", async () => {
  const { double, blocked, migrated, accepted } = await start({ mode: "polling" });
  await double.bring(memberUpdate(1, "kicked"));
  await double.bring(messageUpdate(2, { migrate_to_chat_id: -1_002_003_004_005 }, GROUP));
  await double.bring(messageUpdate(3, { migrate_from_chat_id: GROUP }, -1_002_003_004_005));
  await double.updates.confirmed(3);
  expect(blocked.map(({ chat }) => chat)).toEqual([String(ALICE.id)]);
  expect(migrated).toEqual([[String(GROUP), "-1002003004005"]]);
  expect(accepted).toEqual([]);
});

it("goes on when news of a chat cannot be noted", async () => {
  const double = await startTelegram();
  const errors: string[] = [];
  const accepted: string[] = [];
  const { channel } = createTelegramChannel({
    settings: {
      bots: [{ token: double.token }],
      inbound: { kind: "polling" },
      apiRoot: double.url,
      pollSeconds: 0.05,
    },
    turns: alone,
    files: { keep: () => Promise.reject(new Error("none")), read: () => Promise.resolve(null) },
    now: () => new Date(),
    onError: (error) => {
      recordError(error);
      errors.push(String(error));
    },
    onBlocked: () => Promise.reject(new Error("the database is away")),
  });
  const ending = new AbortController();
  const listening = channel.listen((message) => {
    accepted.push(message.id);
    return Promise.resolve(true);
  }, ending.signal);
  await double.bring(memberUpdate(1, "kicked"));
  await double.bring(textUpdate(2, { text: "a" }));
  await double.updates.confirmed(2);
  ending.abort();
  await listening;
  await double.stop();
  expect(accepted).toEqual(["update:2"]);
  expect(errors.join()).toContain("could not be noted");
  expect(errors.join()).not.toContain("the database is away");
});
