import { openedBody, sealedBody } from "./crypto.ts";
import { tellUploadDone } from "./events.ts";
import { json, sessionOf, type Answer, type Request, type State } from "./state.ts";

const LONGEST_TEXT = 2_000;

/** Messages, uploads and receipts; null for what is not served. */
export function apiCall(request: Request, state: State): Answer | null {
  if (sessionOf(request, state) === null)
    return json({ error_code: 600, error_message: "zpw_sek is invalid or expired", data: null });
  if (request.path === "/keepalive") return json({ error_code: 0, data: {} });
  const params = paramsOf(request, state);
  if (params === null) return refusal(112);
  const isGroup = request.path.startsWith("/api/group/");
  switch (request.path.replace(/^\/api\/(?:message|group)\//, "")) {
    case "sms":
    case "sendmsg":
      return message(params, isGroup, state);
    case "deliveredv2":
      return receipt(params, state);
    case "asyncfile/upload":
      return upload(request, state);
    case "asyncfile/msg":
      return file(params, isGroup, state);
    default:
      return null;
  }
}

function message(params: Record<string, unknown>, isGroup: boolean, state: State): Answer {
  const to = String(params[isGroup ? "grid" : "toid"]);
  const text = String(params["message"]);
  if (text.length > LONGEST_TEXT) return refusal(118);
  return arrived({ to, isGroup, text, file: null }, state);
}

function file(params: Record<string, unknown>, isGroup: boolean, state: State): Answer {
  const uploaded = state.uploads.get(String(params["fileId"]));
  if (!uploaded) return refusal(114);
  return arrived({ to: String(params[isGroup ? "grid" : "toid"]), isGroup, text: "", file: uploaded }, state);
}

function arrived(sent: State["sent"][number], state: State): Answer {
  const refused = state.refusing.get(sent.to) ?? (state.known.has(sent.to) ? null : 114);
  if (refused !== null) return refusal(refused);
  state.sent.push(sent);
  state.changed();
  return sealed({ error_code: 0, data: { msgId: 5_000_000_000_000 + state.sent.length } }, state);
}

function receipt(params: Record<string, unknown>, state: State): Answer {
  const { data } = JSON.parse(String(params["msgInfos"])) as { data: { cmi: string }[] };
  state.acknowledged.push(...data.map(({ cmi }) => cmi));
  state.changed();
  return sealed({ error_code: 0, data: {} }, state);
}

function upload({ body }: Request, state: State): Answer {
  const fileId = String(900_000_000 + state.uploads.size);
  const text = body.toString("utf8");
  const name = /filename="([^"]*)"/.exec(text)?.[1] ?? "";
  const content = /\r\n\r\n([\s\S]*)\r\n--/.exec(text)?.[1] ?? "";
  state.uploads.set(fileId, { name, content });
  if (state.finishesUploads) tellUploadDone(fileId, state);
  return sealed({ error_code: 0, data: { fileId, chunkId: 1, finished: 1, clientFileId: 1 } }, state);
}

function paramsOf({ query, body, method }: Request, state: State): Record<string, unknown> | null {
  const inQuery = query.get("params");
  const sealedParams =
    inQuery ?? (method === "POST" ? new URLSearchParams(body.toString("utf8")).get("params") : null);
  return sealedParams === null ? null : openedBody(sealedParams, state.apiKey);
}

function sealed(value: unknown, state: State): Answer {
  return json({ error_code: 0, error_message: "Successful.", data: sealedBody(value, state.apiKey) });
}

export function refusal(code: number): Answer {
  return json({ error_code: code, error_message: `error ${code}`, data: null });
}

export function emptyAnswer(state: State): Answer {
  return sealed({ error_code: 0, data: null }, state);
}
