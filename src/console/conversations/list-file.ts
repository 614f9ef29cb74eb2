import type { ListFile } from "../kit/list-export.ts";
import { channelName } from "../words.ts";
import type { LiveConversation } from "./port.ts";
import { talkTexts as texts } from "./texts.ts";

/** Who is talked to, not what they write: that is read one conversation at a time. */
export const TALK_FILE: ListFile<LiveConversation> = {
  what: "conversations.exported",
  title: texts.title,
  fileName: "tro-chuyen",
  columns: [
    { kind: "text", header: texts.state, value: ({ hold }) => texts.listed[hold.state] },
    { kind: "text", header: texts.name, value: ({ person }) => person },
    { kind: "text", header: texts.channel, value: ({ channel }) => channelName(channel) },
    { kind: "moment", header: texts.sinceWhen, value: ({ hold }) => hold.since },
    { kind: "text", header: texts.staff, value: ({ hold }) => hold.by?.name ?? null },
    { kind: "moment", header: texts.lastMessage, value: ({ lastMessageAt }) => lastMessageAt },
    { kind: "text", header: texts.requestCode, value: ({ code }) => code },
  ],
};
