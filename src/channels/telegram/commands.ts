import type { Content } from "../../conversation/message.ts";
import { texts } from "./texts.ts";

/** What the menu of the app lists; each does the same as the button of that name. */
export const COMMANDS = Object.entries(texts.commands).map(([command, description]) => ({
  command,
  description,
}));

const MEANINGS: Readonly<Record<string, string>> = {
  menu: "go:menu",
  start: "go:menu",
  lop: "go:classes",
  hotro: "go:support_request",
  gapcanbo: "go:staff",
  dulieu: "go:my_data",
  trogiup: "go:help",
  help: "go:help",
};

/** Words of staff: in their group they are for the bot although nobody else's name stands with them. */
const OF_STAFF: readonly string[] = ["ketnoi", "nhan", "tra", "thongbao"];

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+|$)/i;

interface Typed {
  /** "" for /menu, the name of a bot for /menu@that_bot */
  to: string;
  isOurs: boolean;
  content: Content;
}

/** A text that begins with a command; null for any other. */
export function commandIn(text: string): Typed | null {
  const [whole, name = "", to = ""] = COMMAND.exec(text) ?? [];
  if (whole === undefined) return null;
  const command = name.toLowerCase();
  const meaning = MEANINGS[command];
  const words = text.slice(whole.length).trim();
  // "/start abc" comes from a link, "/hotro máy hỏng" from somebody who tells more: those words are the message.
  const isBare = words === "" || command === "start";
  return {
    to,
    isOurs: meaning !== undefined || OF_STAFF.includes(command),
    content:
      meaning !== undefined && isBare
        ? { kind: "choice", value: meaning }
        : // "/huy", "/dk 12": as if it had been typed without the stroke.
          { kind: "text", text: meaning === undefined ? `${name} ${words}`.trim() : words },
  };
}
