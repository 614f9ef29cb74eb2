/** One Official Account, connected through one Zalo app. All ids are strings: they do not fit a number. */
export interface OaAccount {
  oaId: string;
  appId: string;
  /** goes with the refresh of tokens */
  appSecret: string;
  /** signs what the webhook brings */
  oaSecret: string;
  /** given by an administrator at the first start, and again when the account has to be authorised anew */
  refreshToken?: string;
  /** an approved ZBS template for reminders of classes; without one a reminder waits until the person writes */
  reminderTemplateId?: string;
}

/** What is hashed for `X-ZEvent-Signature`. Sources disagree, so each part can be chosen; see QUIRKS.md. */
export interface SignatureRecipe {
  id: "app" | "oa";
  secret: "oa" | "app";
  /** the field of the body, or the header `X-ZEvent-Timestamp` */
  timestamp: "body" | "header";
}

export interface ZaloOaSettings {
  accounts: readonly OaAccount[];
  signature?: Partial<SignatureRecipe>;
  apiUrl?: string;
  oauthUrl?: string;
  /** hosts, or ends of hosts, from which pictures and documents are fetched */
  mediaHosts?: readonly string[];
  /** how long one call may take */
  callMs?: number;
  /** when the webhook answers at the latest; Zalo waits two seconds */
  answerMs?: number;
}

export interface Usual extends Required<Omit<ZaloOaSettings, "signature">> {
  signature: SignatureRecipe;
}

/** Everything of Zalo's that stands here is from second hand. */
export function withUsual(settings: ZaloOaSettings): Usual {
  return {
    apiUrl: "https://openapi.zalo.me",
    oauthUrl: "https://oauth.zaloapp.com",
    mediaHosts: ["zdn.vn", "zadn.vn", "zalo.me", "zaloapp.com", "dlfl.vn"],
    callMs: 15_000,
    answerMs: 1_700,
    ...settings,
    signature: { id: "app", secret: "oa", timestamp: "body", ...settings.signature },
  };
}

export const CHANNEL = "zalo-oa";
export const LONGEST_TEXT = 2_000;
export const MOST_BUTTONS = 5;
export const LONGEST_BUTTON = 100;
export const LARGEST_FILE = 5_000_000;
export const LARGEST_BODY = 1_000_000;
