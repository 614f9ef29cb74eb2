export { createWebChannel } from "./channel.tsx";
export { DEFAULT_WEB_LIMITS, type WebSettings } from "./settings.ts";
