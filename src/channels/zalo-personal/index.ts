export type { AccountStatus, LoginOutcome } from "./account.ts";
export { createZaloPersonalChannel, type ZaloPersonal, type ZaloPersonalParts } from "./channel.ts";
export type { QrCode } from "./qr-login.ts";
export type { SessionStore } from "./session.ts";
export { withUsual, ZALO_PERSONAL_WARNING, type ZaloPersonalSettings } from "./settings.ts";
