import type { ListFile } from "../kit/list-export.ts";
import { channelName } from "../words.ts";
import type { LinkedGroup, LinkedMember } from "./port.ts";
import { roomTexts as texts } from "./texts.ts";

export const GROUP_FILE: ListFile<LinkedGroup> = {
  what: "staff_groups.exported",
  title: texts.groups,
  fileName: "nhom-nhan-tin",
  columns: [
    { kind: "text", header: texts.chat, value: ({ chat }) => chat },
    { kind: "text", header: texts.channel, value: ({ channel }) => channelName(channel) },
    { kind: "text", header: texts.linkedBy, value: ({ linkedBy }) => linkedBy },
    { kind: "moment", header: texts.linkedAt, value: ({ linkedAt }) => linkedAt },
  ],
};

export const MEMBER_FILE: ListFile<LinkedMember> = {
  what: "staff_links.exported",
  title: texts.members,
  fileName: "tai-khoan-can-bo",
  columns: [
    { kind: "text", header: texts.name, value: ({ name }) => name },
    { kind: "text", header: texts.channel, value: ({ channel }) => channelName(channel) },
    { kind: "moment", header: texts.linkedAt, value: ({ linkedAt }) => linkedAt },
  ],
};
