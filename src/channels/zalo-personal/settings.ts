/** What the surroundings may say about personal Zalo accounts. */
export interface ZaloPersonalSettings {
  /** the channel's own switch: off unless somebody who has read the warning turned it on */
  enabled?: boolean;
  /** names under which sessions are kept, one an account, chosen by whoever runs the service */
  accounts: readonly string[];
  /** where all calls go instead of Zalo's hosts, for trying out without an account */
  gateway?: string | null;
  limits?: Partial<Limits>;
  times?: Partial<Times>;
  /** hosts, or ends of hosts, from which pictures and documents are fetched */
  mediaHosts?: readonly string[];
}

/** How much is sent, far under what users report as allowed; Zalo names no figures. */
export interface Limits {
  /** one message every so often, all chats together */
  everyMs: number;
  /** messages within an hour, all chats together */
  anHour: number;
  /** nothing is sent for so long after Zalo said that it is too much */
  restMs: number;
}

export interface Times {
  /** one call of Zalo's */
  callMs: number;
  /** a long poll of the QR login */
  pollMs: number;
  /** a file on its way up, which Zalo ends with a word on the socket */
  uploadMs: number;
  /** from the QR code shown to the login done */
  qrMs: number;
  /** the first wait before connecting again; it doubles */
  reconnectMs: number;
  longestReconnectMs: number;
  /** a connection that ends sooner was not wanted; after a few of these there is a long rest */
  steadyMs: number;
  unwantedRestMs: number;
  /** asking for the history, which also tells that the connection is alive */
  probeMs: number;
  keepAliveMs: number;
  /** how soon a changed session is stored */
  saveMs: number;
  /** looking for a session that somebody else stored */
  lookAgainMs: number;
  /** the first wait before a message that could not be stored is tried again; it doubles */
  storeAgainMs: number;
  /** messages older than this are not caught up after a gap */
  catchUpMs: number;
}

export interface Usual extends Required<Omit<ZaloPersonalSettings, "limits" | "times">> {
  limits: Limits;
  times: Times;
}

/** Said wherever the switch is: in the README, in the console, at the start. */
export const ZALO_PERSONAL_WARNING =
  "Kênh Zalo cá nhân dùng thư viện không chính thức (zca-js), trái với điều khoản của Zalo: tài khoản có thể bị khóa " +
  "tạm thời hoặc vĩnh viễn bất cứ lúc nào. Chỉ bật khi đã chấp nhận rủi ro này, dùng một tài khoản riêng không phải " +
  "của cán bộ, và không mở Zalo Web bằng tài khoản đó. Khi kênh này mất, các kênh khác vẫn chạy.";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export function withUsual(settings: ZaloPersonalSettings): Usual {
  return {
    enabled: false,
    gateway: null,
    mediaHosts: ["zdn.vn", "zadn.vn", "zalo.me", "zaloapp.com", "dlfl.vn"],
    ...settings,
    limits: { everyMs: 3 * SECOND, anHour: 200, restMs: 15 * MINUTE, ...settings.limits },
    times: {
      callMs: 20 * SECOND,
      pollMs: 2 * MINUTE,
      uploadMs: 25 * SECOND,
      qrMs: 110 * SECOND,
      reconnectMs: 5 * SECOND,
      longestReconnectMs: 5 * MINUTE,
      steadyMs: MINUTE,
      unwantedRestMs: 15 * MINUTE,
      probeMs: 10 * MINUTE,
      keepAliveMs: 5 * MINUTE,
      saveMs: 30 * SECOND,
      lookAgainMs: 30 * SECOND,
      storeAgainMs: 2 * SECOND,
      catchUpMs: 72 * HOUR,
      ...settings.times,
    },
  };
}

/** The library does not check it. */
export const LONGEST_TEXT = 2_000;
export const LARGEST_FILE = 5_000_000;
