import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { frame, readHeader, wrapped } from "./crypto.ts";
import { sessionOf, type RawMessage, type State } from "./state.ts";
import { acceptSocket } from "./websocket.ts";

const DIRECT = 501;
const GROUP = 521;
const CONTROL = 601;
const OLD_DIRECT = 510;
const OLD_GROUP = 511;
const DUPLICATE = 3000;

/** Takes the socket of a listener; only one lives at a time, the newer one wins. */
export function connect(request: IncomingMessage, stream: Duplex, state: State): void {
  if (sessionOf(request, state) === null) {
    stream.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
    return;
  }
  if (state.socket) state.duplicates++;
  state.socket?.send(frame(DUPLICATE, 0, {}));
  const socket = acceptSocket(request, stream, {
    frame: (payload) => {
      const { cmd } = readHeader(payload);
      if (cmd === OLD_DIRECT || cmd === OLD_GROUP) tellHistory(cmd, state);
    },
    closed: () => {
      if (state.socket === socket) state.socket = null;
      state.changed();
    },
  });
  state.socket = socket;
  socket.send(frame(1, 1, { key: state.eventKey }));
  state.changed();
}

function tellHistory(cmd: typeof OLD_DIRECT | typeof OLD_GROUP, state: State): void {
  state.historyAsked++;
  const isGroup = cmd === OLD_GROUP;
  event(
    cmd,
    1,
    listed(
      state.history.filter((one) => one.isGroup === isGroup),
      isGroup,
    ),
    state,
  );
  state.changed();
}

export function tellMessages(messages: readonly RawMessage[], state: State): void {
  for (const isGroup of [false, true]) {
    const some = messages.filter((one) => one.isGroup === isGroup);
    if (some.length > 0) event(isGroup ? GROUP : DIRECT, 0, listed(some, isGroup), state);
  }
}

/** A moment later than the answer of the upload, as the client expects. */
export function tellUploadDone(fileId: string, state: State): void {
  const url = `https://f1-file.zdn.vn/${fileId}`;
  const control = { content: { act_type: "file_done", fileId, data: { url } } };
  setTimeout(() => {
    event(CONTROL, 0, JSON.stringify({ data: { controls: [control] } }), state);
  }, 50);
}

function event(cmd: number, subCmd: number, inner: string, state: State): void {
  if (!state.isMute) state.socket?.send(frame(cmd, subCmd, wrapped(inner, state.wrapping, state.eventKey)));
}

function listed(messages: readonly RawMessage[], isGroup: boolean): string {
  return `{"data":{"${isGroup ? "groupMsgs" : "msgs"}":[${messages.map((one) => one.json).join(",")}]}}`;
}
