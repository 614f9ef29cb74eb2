import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listening, readAll } from "./http.ts";
import { apiCall, emptyAnswer, refusal } from "./zalo-personal/api.ts";
import type { Wrapping } from "./zalo-personal/crypto.ts";
import { connect, tellMessages } from "./zalo-personal/events.ts";
import { idPage, loginInfo, serverInfo } from "./zalo-personal/login.ts";
import {
  json,
  newSession,
  newState,
  type Answer,
  type Fault,
  type Request,
  type Sent,
  type State,
} from "./zalo-personal/state.ts";
import { canaries } from "../support/canaries.ts";

/** The header in which a rewriting client says whom it meant to call. */
const MEANT_HOST = "x-original-host";
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";
const LONGEST_WAIT_MS = 10_000;

/** A message somebody writes to the account. */
export interface Written {
  id: string;
  from?: string;
  name?: string;
  /** in this group; without it to the account alone */
  group?: string;
  /** whom the message names, as Zalo lists them */
  mentions?: readonly { uid: string; pos: number; len: number }[];
  quoteOf?: string;
  msgType?: string;
  content?: unknown;
  at?: Date;
  /** other fields, or null to send an id as a number beyond JavaScript's */
  numericId?: boolean;
}

export interface ZaloPersonalDouble {
  /** where all calls go, whatever host they mean */
  url: string;
  uid: string;
  /** a login that is taken */
  login(): { imei: string; userAgent: string; cookies: object[] };
  /** no session is taken any more */
  expire(): void;
  /** delivered on the socket and kept in the history; false when nobody listens */
  write(...messages: readonly Written[]): boolean;
  /** only kept in the history, as while nobody listened */
  miss(...messages: readonly Written[]): void;
  /** sends these bytes on the socket as they are */
  raw(bytes: Buffer): void;
  /** closes the socket with a code, or cuts it */
  close(code: number | "cut"): void;
  isConnected(): boolean;
  scan(): void;
  confirm(): void;
  decline(): void;
  refuse(chat: string, code: number): void;
  /** pictures and documents under https://f1-photo.zdn.vn/… */
  keep(path: string, type: string, content: Buffer): void;
  /** the next calls of this path go wrong, one after the other */
  fail(path: RegExp, ...faults: readonly Fault[]): void;
  /** the same, once `calls` of them went well */
  failAfter(path: RegExp, calls: number, fault: Fault): void;
  /** the line stays open, but nothing comes over it any more */
  mute(is: boolean): void;
  finishUploads(does: boolean): void;
  wrap(wrapping: Wrapping): void;
  readonly sent: readonly Sent[];
  readonly acknowledged: readonly string[];
  readonly requests: readonly { host: string; path: string }[];
  readonly logins: number;
  /** listeners that were sent away by a newer one */
  readonly duplicates: number;
  readonly historyAsked: number;
  /** resolves once `is` holds, which is looked at after everything that happens */
  until(is: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Zalo's web client interface for one personal account, on loopback: login, encrypted API, WebSocket. */
export async function startZaloPersonal(qrImage = ""): Promise<ZaloPersonalDouble> {
  const state = newState("Trợ lý NSCL");
  const waiting = new Set<() => void>();
  state.changed = () => {
    for (const look of waiting) look();
  };
  const server = createServer((request, response) => {
    void serve(request, response, state, qrImage, () => socketUrl());
  });
  server.on("upgrade", (request, stream) => {
    connect(request, stream, state);
  });
  const url = await listening(server);
  const socketUrl = () => `${url.replace("http:", "ws:")}/ws`;

  const remember = (message: Written) => {
    const raw = { isGroup: message.group !== undefined, json: rawMessage(message, state) };
    state.known.add(message.group ?? message.from ?? PERSON);
    state.history.push(raw);
    return raw;
  };
  return {
    url,
    uid: state.uid,
    login: () => ({
      imei: canaries.personalImei,
      userAgent: USER_AGENT,
      cookies: [cookie(newSession(state))],
    }),
    expire: () => {
      state.sessions.clear();
    },
    write: (...messages) => {
      tellMessages(messages.map(remember), state);
      return state.socket !== null;
    },
    miss: (...messages) => {
      for (const message of messages) remember(message);
    },
    raw: (bytes) => state.socket?.send(bytes),
    close: (code) => {
      if (code === "cut") state.socket?.cut();
      else state.socket?.close(code);
    },
    isConnected: () => state.socket !== null,
    scan: turnInto("scanned"),
    confirm: turnInto("confirmed"),
    decline: turnInto("declined"),
    refuse: (chat, code) => {
      state.known.add(chat);
      state.refusing.set(chat, code);
    },
    keep: (path, type, content) => {
      state.media.set(path, { type, content });
    },
    fail: (path, ...faults) => {
      state.faults.push(...faults.map((fault) => ({ path, fault })));
    },
    failAfter: (path, calls, fault) => {
      state.faults.push(...Array.from({ length: calls }, () => ({ path, fault: null })), { path, fault });
    },
    mute: (is) => {
      state.isMute = is;
    },
    finishUploads: (does) => {
      state.finishesUploads = does;
    },
    wrap: (wrapping) => {
      state.wrapping = wrapping;
    },
    sent: state.sent,
    acknowledged: state.acknowledged,
    requests: state.requests,
    get logins() {
      return state.logins;
    },
    get duplicates() {
      return state.duplicates;
    },
    get historyAsked() {
      return state.historyAsked;
    },
    until: (is) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          end();
          reject(new Error(`the double waited in vain for: ${is.toString()}`));
        }, LONGEST_WAIT_MS);
        const end = () => {
          clearTimeout(timer);
          clearInterval(looking);
          waiting.delete(look);
        };
        const look = () => {
          if (!is()) return;
          end();
          resolve();
        };
        // Not all that is waited for happens here.
        const looking = setInterval(look, 10);
        waiting.add(look);
        look();
      }),
    stop: async () => {
      state.socket?.cut();
      const stopped = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await stopped;
    },
  };

  function turnInto(next: "scanned" | "confirmed" | "declined"): () => void {
    return () => {
      if (state.qr) state.qr.state = next;
    };
  }
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  state: State,
  qrImage: string,
  socketUrl: () => string,
): Promise<void> {
  const url = new URL(incoming.url ?? "/", "http://double");
  const request: Request = {
    method: incoming.method ?? "GET",
    host: String(incoming.headers[MEANT_HOST] ?? ""),
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: await readAll(incoming),
  };
  state.requests.push({ host: request.host, path: request.path });
  const fault = nextFault(request, state);
  if (fault === "silence") return;
  if (fault === "reset") {
    response.destroy();
    return;
  }
  const refused = fault !== null && typeof fault === "object";
  const answer = refused
    ? "status" in fault
      ? { status: fault.status, headers: {}, body: "<html>" }
      : refusal(fault.error)
    : await answerTo(request, state, qrImage, socketUrl());
  if (fault === "answer lost") {
    response.destroy();
    return;
  }
  const { status, headers, body } = fault === "empty" ? emptyAnswer(state) : answer;
  response.writeHead(status, headers).end(body);
}

function nextFault({ path }: Request, state: State): Fault | null {
  const at = state.faults.findIndex((one) => one.path.test(path));
  return at === -1 ? null : (state.faults.splice(at, 1)[0]?.fault ?? null);
}

async function answerTo(request: Request, state: State, qrImage: string, socketUrl: string): Promise<Answer> {
  return (
    (await answerOf(request, state, qrImage, socketUrl)) ?? { status: 404, headers: {}, body: "no such page" }
  );
}

async function answerOf(
  request: Request,
  state: State,
  qrImage: string,
  socketUrl: string,
): Promise<Answer | null> {
  const { host, path } = request;
  if (host === "id.zalo.me") return idPage(request, state, qrImage);
  if (host === "jr.chat.zalo.me" && path === "/jr/userinfo")
    return json({ error_code: 0, data: { logged: true, info: { name: state.name, avatar: "" } } });
  if (host === "chat.zalo.me") return { status: 200, headers: {}, body: "<html>" };
  if (host === "wpa.chat.zalo.me" && path === "/api/login/getLoginInfo")
    return loginInfo(request, state, socketUrl);
  if (host === "wpa.chat.zalo.me" && path === "/api/login/getServerInfo") return serverInfo();
  if (host.endsWith(".zdn.vn")) {
    const kept = state.media.get(path);
    return kept ? { status: 200, headers: { "content-type": kept.type }, body: kept.content } : null;
  }
  return host.endsWith("-wpa.chat.zalo.me") ? apiCall(request, state) : null;
}

const PERSON = "800000000000000007";

/** The fields the web client gets, as JSON: ids as text, or as numbers that JavaScript cannot hold. */
function rawMessage(written: Written, state: State): string {
  const { id, from = PERSON, name = "Chị Hoa", group, mentions, quoteOf, at = new Date() } = written;
  const msgId = `70${id.replace(/\D/g, "").padStart(17, "0")}`;
  const fields = {
    msgId: written.numericId === true ? "#msgId#" : msgId,
    cliMsgId: id,
    msgType: written.msgType ?? "webchat",
    uidFrom: from === state.uid ? "0" : from,
    idTo: group ?? (from === state.uid ? PERSON : "0"),
    dName: name,
    ts: String(at.getTime()),
    content: written.content ?? "",
    ttl: 0,
    ...(mentions && { mentions }),
    ...(quoteOf !== undefined && { quote: { ownerId: quoteOf, msg: "" } }),
  };
  return JSON.stringify(fields).replace('"#msgId#"', msgId);
}

function cookie(session: string): object {
  return {
    key: "zpw_sek",
    value: session,
    domain: "chat.zalo.me",
    path: "/",
    secure: true,
    httpOnly: true,
    hostOnly: false,
  };
}
