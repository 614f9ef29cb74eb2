import { expect, it, vi } from "vitest";
import { textUpdate } from "../../../doubles/zalo-bot.ts";
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

  await double.bring(textUpdate({ id: "1", text: `${WORDS} ${PHONE}`, name: "Bí Mật" }));
  await vi.waitFor(() => {
    expect(errors.length).toBeGreaterThan(0);
  });
  isAway = false;
  await double.bring({
    event_name: "message.text.received",
    message: { text: `${WORDS} ${PHONE}`, from: {} },
  });
  await double.polledDry();

  const echo = { ok: false, error_code: 400, description: `bad: ${WORDS} ${double.token}` };
  double.faults.add(
    "sendMessage",
    { kind: "status", status: 200, body: echo },
    { kind: "status", status: 401, body: echo },
    { kind: "status", status: 500, body: echo },
    { kind: "drop" },
    { kind: "reset" },
  );
  const to = { channel: "zalo-bot", account: double.account, chat: "6ede9afa66b88fe6d6a9" };
  const results: unknown[] = [];
  for (let at = 0; at < 6; at++)
    results.push(await channel.send(to, { text: `${REPLY} ${PHONE}` }, `r${at}`));
  double.changeToken("another:token");
  await channel.send(to, { text: REPLY }, "r");
  await running.stop();
  await double.stop();
  results.push(await channel.send(to, { text: REPLY }, "late"));
  letGo();
  return [...printed, ...errors, JSON.stringify(results), JSON.stringify(status())].join("\n");
}

it.each(["webhook", "polling"] as const)("leaves no secret and nobody's words behind (%s)", async (mode) => {
  const traces = await tracesOf(mode);
  // Much has gone wrong and was told.
  expect(traces).toContain("401");
  expect(traces).toContain("could not be stored");
  for (const secret of ["canary", SECRET, PHONE, WORDS, REPLY, "Bí Mật"])
    expect(traces).not.toContain(secret);
});

it("would notice one that is left behind", async () => {
  const traces = await tracesOf("polling", ({ double }) => {
    console.error(`calling ${double.url}/bot${double.token}/getMe`);
  });
  expect(traces).toContain("canary");
});
