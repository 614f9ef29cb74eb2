import { expect, it, vi } from "vitest";
import { messageUpdate, textUpdate } from "../../../doubles/telegram/updates.ts";
import { SECRET, start, type Running } from "./running.ts";
import { canaries } from "../../../support/canaries.ts";
import { takePrinted } from "../../../support/printed.ts";

const PHONE = canaries.phone;
const WORDS = canaries.privateWords;
const REPLY = "Chào chị Bí Mật";

/** All that could be read afterwards in logs and by staff. */
async function tracesOf(mode: "webhook" | "polling", also?: (running: Running) => void): Promise<string> {
  const { printed, letGo } = takePrinted();
  let isAway = true;
  const running = await start({
    mode,
    accept: (message) =>
      isAway ? Promise.reject(new Error(JSON.stringify(message))) : Promise.resolve(message.id !== ""),
  });
  const { double, channel, status, errors } = running;
  also?.(running);

  await double.bring(textUpdate(1, { text: `${WORDS} ${PHONE}` }));
  await vi.waitFor(() => {
    expect(errors.length).toBeGreaterThan(0);
  });
  isAway = false;
  await double.bring({
    update_id: 2,
    message: { text: `${WORDS} ${PHONE}`, chat: { id: 1 }, from: {} },
  } as never);
  double.faults.add("file", { kind: "reset" });
  const file_id = double.addFile(new Uint8Array([1]), `photos/${PHONE}`);
  await double.bring(messageUpdate(3, { photo: [{ file_id }], caption: WORDS }));
  if (mode === "polling") await double.updates.confirmed(3);

  const echo = (code: number) => ({
    ok: false,
    error_code: code,
    description: `bad: ${WORDS} ${double.token}`,
  });
  double.faults.add(
    "sendMessage",
    ...[400, 401, 403, 500].map(
      (status_) => ({ kind: "status", status: status_, body: echo(status_) }) as const,
    ),
    { kind: "drop" },
    { kind: "reset" },
    { kind: "status", status: 200, body: "<html>" },
  );
  double.faults.add(mode === "polling" ? "getUpdates" : "getWebhookInfo", { kind: "reset" });
  const to = { channel: "telegram", account: double.account, chat: "700100200" };
  const results: unknown[] = [];
  for (let at = 0; at < 8; at++) {
    results.push(await channel.send(to, { text: `${REPLY} ${PHONE}` }, `r${at}`));
    await vi.waitFor(() => {
      expect(status()[0]?.state).not.toBe("stopped");
    });
  }
  double.changeToken("7012345678:another-token-of-26-chars");
  await vi.waitFor(() => {
    expect(status()[0]?.state).toBe("stopped");
  });
  results.push(await channel.send(to, { text: REPLY }, "r"));
  await running.stop();
  await double.stop();
  letGo();
  return [...printed, ...errors, JSON.stringify(results), JSON.stringify(status())].join("\n");
}

it.each(["webhook", "polling"] as const)("leaves no secret and nobody's words behind (%s)", async (mode) => {
  const traces = await tracesOf(mode);
  // Much has gone wrong and was told.
  expect(traces).toContain("không nhận token");
  expect(traces).toContain("could not be stored");
  expect(traces).toContain("left out");
  for (const secret of ["canary", SECRET, PHONE, WORDS, REPLY, "Bí Mật"])
    expect(traces).not.toContain(secret);
});

it("would notice one that is left behind", async () => {
  const traces = await tracesOf("polling", ({ double }) => {
    console.error(`calling ${double.url}/bot${double.token}/getMe`);
  });
  expect(traces).toContain("canary");
});
