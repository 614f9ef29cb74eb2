export { createZaloBotChannel } from "./channel.ts";
