import { setTimeout as sleep } from "node:timers/promises";
import { openedLogin, sealedLogin } from "./crypto.ts";
import { json, newSession, sessionOf, type Answer, type Request, type State } from "./state.ts";

const POLL_MS = 20;
const POLLS = 10;

/** The pages of id.zalo.me that a login by QR walks through. */
export async function idPage(request: Request, state: State, qrImage: string): Promise<Answer | null> {
  switch (request.path) {
    case "/account":
      return {
        status: 200,
        headers: { "content-type": "text/html" },
        body: '<script src="https://stc-zlogin.zdn.vn/main-2.44.10.js"></script>',
      };
    case "/account/logininfo":
    case "/account/verify-client":
      return json({ error_code: 0, data: {} });
    case "/account/authen/qr/generate":
      state.qr = { code: `qr-${state.logins}-${state.requests.length}`, image: qrImage, state: "new" };
      return json({
        error_code: 0,
        data: { code: state.qr.code, image: `data:image/png;base64,${qrImage}`, options: {}, token: "t" },
      });
    case "/account/authen/qr/waiting-scan":
      return (await changes(state, ["scanned", "confirmed", "declined"]))
        ? json({ error_code: 0, data: { avatar: "", display_name: state.name } })
        : json({ error_code: 8, data: null });
    case "/account/authen/qr/waiting-confirm":
      if (!(await changes(state, ["confirmed", "declined"]))) return json({ error_code: 8, data: null });
      return json({ error_code: state.qr?.state === "confirmed" ? 0 : -13, data: {} });
    case "/account/checksession":
      if (state.qr?.state !== "confirmed") return json({ error_code: -1 });
      return {
        status: 302,
        headers: {
          location: "https://chat.zalo.me/index.html",
          "set-cookie": `zpw_sek=${newSession(state)}; Domain=chat.zalo.me; Path=/; Secure; HttpOnly`,
        },
        body: "",
      };
    default:
      return null;
  }
}

async function changes(state: State, into: readonly string[]): Promise<boolean> {
  for (let polls = 0; polls < POLLS; polls++) {
    if (into.includes(state.qr?.state ?? "")) return true;
    await sleep(POLL_MS);
  }
  return false;
}

/** Who is signed in, the keys, and where the services are. */
export function loginInfo(request: Request, state: State, socketUrl: string): Answer {
  const asked = openedLogin(request.query);
  if (asked === null || sessionOf(request, state) === null)
    return json({ error_code: 102, error_message: "Phiên đăng nhập không hợp lệ", data: null });
  state.logins++;
  state.imeis.add(asked.imei);
  const info = {
    uid: state.uid,
    zpw_enk: state.apiKey,
    zpw_ws: [socketUrl],
    zpw_service_map_v3: Object.fromEntries(
      SERVICES.map((service) => [service, [`https://tt-${service.replace("_", "-")}-wpa.chat.zalo.me`]]),
    ),
  };
  return json(
    { error_code: 0, data: sealedLogin({ error_code: 0, data: info }, request.query) },
    // The cookie is renewed with every login, and the old one taken for a while.
    { "set-cookie": `zpw_sek=${newSession(state)}; Domain=chat.zalo.me; Path=/; Secure; HttpOnly` },
  );
}

export function serverInfo(): Answer {
  return json({
    error_code: 0,
    data: {
      setttings: {
        features: {
          socket: {
            ping_interval: 60_000,
            retries: {},
            close_and_retry_codes: [1006],
            rotate_error_codes: [],
          },
          sharefile: {
            max_file: 10,
            max_size_share_file_v3: 100,
            chunk_size_file: 3_145_728,
            restricted_ext_file: ["exe", "html"],
          },
        },
      },
      extra_ver: {},
    },
  });
}

const SERVICES = [
  "aext",
  "alias",
  "auto_reply",
  "boards",
  "catalog",
  "chat",
  "conversation",
  "file",
  "friend",
  "friend_board",
  "group",
  "group_board",
  "group_poll",
  "label",
  "profile",
  "quick_message",
  "reaction",
  "sticker",
  "zimsg",
];
