import { once } from "node:events";
import { pause } from "../../conversation/pause.ts";
import type { Message } from "zca-js";
import type { API } from "./client.ts";
import { failureOf } from "./failures.ts";
import type { Intake } from "./intake.ts";
import type { Times } from "./settings.ts";
import { OperatorError } from "../../errors.ts";

/** Why a connection is over. */
export type Ended =
  /** we wanted it */
  | { kind: "closed" }
  /** another place has connected */
  | { kind: "duplicate" }
  /** Zalo sent us away */
  | { kind: "kicked" }
  | { kind: "expired" }
  | { kind: "lost" };

interface ConnectionParts {
  api: API;
  intake: Intake;
  times: Times;
  /** called once messages can come */
  onReady: () => void;
  onError: (error: unknown) => void;
}

/** Listens on one WebSocket until it is over; never connects again by itself. */
export async function runConnection(
  { api, intake, times, onReady, onError }: ConnectionParts,
  signal: AbortSignal,
): Promise<Ended> {
  // Loaded since the login; importing it above would load it for everybody.
  const { CloseReason, ThreadType } = await import("zca-js");
  const { listener } = api;
  const over = new AbortController();
  const endings: Ended[] = [];
  let asked = 0;
  let answered = 0;
  let lookedAgainAt = -Infinity;
  const wakers = new Set<() => void>();

  const end = (how: Ended) => {
    endings.push(how);
    over.abort();
  };
  const stop = () => {
    end({ kind: "closed" });
  };
  const askHistory = () => {
    asked++;
    listener.requestOldMessages(ThreadType.User);
    listener.requestOldMessages(ThreadType.Group);
  };

  listener.on("cipher_key", () => {
    onReady();
    askHistory();
    void keepAlive();
    void watch();
  });
  listener.on("message", (message) => {
    intake.live(message, () => {
      acknowledge(message);
    });
  });
  listener.on("old_messages", (messages) => {
    answered = asked;
    intake.old(messages);
  });
  listener.on("closed", (code) => {
    if (code === CloseReason.DuplicateConnection) end({ kind: "duplicate" });
    else end({ kind: code === CloseReason.KickConnection ? "kicked" : "lost" });
  });
  // Its words may be people's, so they are left out.
  const unreadable = (error: unknown) => {
    if (!(error instanceof Error)) return;
    onError(new OperatorError(`zalo-personal: an event could not be read (${error.name})`));
    // What else came with it is in the history; not asked at once again, where that is what cannot be read.
    if (endings.length > 0 || asked === 0 || performance.now() - lookedAgainAt < times.steadyMs) return;
    lookedAgainAt = performance.now();
    askHistory();
  };
  // Without a listener such an event would end the process.
  listener.on("error", unreadable);
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  else {
    listener.start({ retryOnClose: false });
    guard(listener, unreadable);
  }

  const connecting = setTimeout(() => {
    if (asked === 0) end({ kind: "lost" });
  }, times.callMs);
  if (!over.signal.aborted) await once(over.signal, "abort");
  clearTimeout(connecting);
  signal.removeEventListener("abort", stop);
  listener.removeAllListeners("message");
  listener.removeAllListeners("old_messages");
  listener.stop();
  return endings[0] ?? { kind: "lost" };

  /** Zalo shows that it has arrived; what fails here changes nothing. */
  function acknowledge(message: Message): void {
    if (over.signal.aborted) return;
    api.sendDeliveredEvent(false, message.data, message.type).catch(() => undefined);
  }

  async function keepAlive(): Promise<void> {
    for (;;) {
      await pause(times.keepAliveMs, over.signal, wakers);
      if (over.signal.aborted) return;
      try {
        await api.keepAlive();
      } catch (error) {
        if (failureOf(error).kind === "expired") end({ kind: "expired" });
      }
    }
  }

  /** A line may be dead without anybody being told. Only where the history has ever been answered does silence tell. */
  async function watch(): Promise<void> {
    for (;;) {
      await pause(times.probeMs, over.signal, wakers);
      if (over.signal.aborted) return;
      askHistory();
      await pause(times.callMs, over.signal, wakers);
      if (answered > 0 && answered < asked) end({ kind: "lost" });
    }
  }
}

/**
 * The library reads the header of a frame where nothing catches what it throws: a frame of three bytes would end the
 * process. So its handler is wrapped.
 */
function guard(listener: API["listener"], unreadable: (error: unknown) => void): void {
  const { ws } = listener as unknown as { ws: Pick<WebSocket, "onmessage"> | null };
  const read = ws?.onmessage as ((event: MessageEvent) => Promise<void> | undefined) | null | undefined;
  if (!ws || !read) return;
  ws.onmessage = (event) => {
    read(event)?.catch(unreadable);
  };
}
