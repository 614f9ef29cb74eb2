import { randomBytes } from "node:crypto";
import type { Wrapping } from "./crypto.ts";
import type { Socket } from "./websocket.ts";
import { canaries } from "../../support/canaries.ts";

/** Something our side sent, as the person sees it. */
export interface Sent {
  to: string;
  isGroup: boolean;
  text: string;
  file: { name: string; content: string } | null;
}

/** One thing the server does instead of answering as usual. */
export type Fault =
  /** the answer of a broken server */
  | { status: number }
  /** HTTP 200 with an error of the platform inside */
  | { error: number }
  /** handled, but the answer says nothing */
  | "empty"
  /** the line is cut before anything is handled */
  | "reset"
  /** handled, then the line is cut */
  | "answer lost"
  /** never answers */
  | "silence";

/** A message as it travels on the socket; ids may be numbers beyond JavaScript's, given as raw JSON. */
export interface RawMessage {
  isGroup: boolean;
  json: string;
}

/** What the platform knows of one account. */
export interface State {
  uid: string;
  name: string;
  /** key of API calls */
  apiKey: string;
  /** key of the events on a socket */
  eventKey: string;
  wrapping: Wrapping;
  /** values of the cookie zpw_sek that are taken */
  sessions: Set<string>;
  imeis: Set<string>;
  qr: { code: string; image: string; state: "new" | "scanned" | "confirmed" | "declined" } | null;
  history: RawMessage[];
  sent: Sent[];
  /** client ids of messages we said we have */
  acknowledged: string[];
  requests: { host: string; path: string }[];
  logins: number;
  duplicates: number;
  socket: Socket | null;
  /** how often somebody asked for the messages of a kind */
  historyAsked: number;
  /** file uploads whose end is told on the socket */
  uploads: Map<string, { name: string; content: string }>;
  finishesUploads: boolean;
  /** people and groups who take nothing: error codes by id */
  refusing: Map<string, number>;
  known: Set<string>;
  media: Map<string, { type: string; content: Buffer }>;
  /** null: this one goes well */
  faults: { path: RegExp; fault: Fault | null }[];
  isMute: boolean;
  changed: () => void;
}

export function newState(name: string): State {
  return {
    uid: "700000000000000001",
    name,
    apiKey: randomBytes(16).toString("base64"),
    eventKey: randomBytes(16).toString("base64"),
    wrapping: 2,
    sessions: new Set(),
    imeis: new Set(),
    qr: null,
    history: [],
    sent: [],
    acknowledged: [],
    requests: [],
    logins: 0,
    duplicates: 0,
    socket: null,
    historyAsked: 0,
    uploads: new Map(),
    finishesUploads: true,
    refusing: new Map(),
    known: new Set(),
    media: new Map(),
    faults: [],
    isMute: false,
    changed: () => undefined,
  };
}

export function newSession(state: State): string {
  const value = `${canaries.personalSession}${randomBytes(12).toString("hex")}`;
  state.sessions.add(value);
  return value;
}

/** What one request may answer. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

export interface Request {
  method: string;
  /** the host the client believes to speak to */
  host: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export function json(value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status: 200,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(value),
  };
}

/** The session cookie of a request, when it is one that is taken. */
export function sessionOf({ headers }: Pick<Request, "headers">, state: State): string | null {
  const value = /(?:^|;\s*)zpw_sek=([^;]+)/.exec(String(headers["cookie"] ?? ""))?.[1];
  return value !== undefined && state.sessions.has(value) ? value : null;
}
