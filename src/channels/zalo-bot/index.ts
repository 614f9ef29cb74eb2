export { createZaloBotChannel } from "./channel.ts";
export { monthIn } from "./quota.ts";
export { withUsual } from "./settings.ts";
