export { createTelegramChannel } from "./channel.ts";
