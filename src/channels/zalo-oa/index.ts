export { createZaloOaChannel } from "./channel.ts";
export type { OaAccount, ZaloOaSettings } from "./settings.ts";
