export { createZaloPersonalChannel, type ZaloPersonal, type ZaloPersonalParts } from "./channel.ts";
export { whyNotSignedIn, type LoginOutcome, type QrCode } from "./qr-login.ts";
export type { SessionStore } from "./session.ts";
export { withUsual, ZALO_PERSONAL_WARNING, type ZaloPersonalSettings } from "./settings.ts";
