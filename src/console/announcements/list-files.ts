import type { ListFile } from "../kit/list-export.ts";
import { channelName } from "../words.ts";
import type { AnnouncementLine, CallLine, DeliveryLine } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";
import { callReason, whyInWords } from "./words.ts";

export const ANNOUNCEMENT_FILE: ListFile<AnnouncementLine> = {
  what: "announcements.exported",
  title: texts.title,
  fileName: "thong-bao",
  columns: [
    { kind: "text", header: texts.heading, width: 50, value: ({ title }) => title },
    { kind: "text", header: texts.state, value: ({ status }) => texts.states[status] },
    { kind: "text", header: texts.author, value: ({ author }) => author.name },
    { kind: "moment", header: texts.leaves, value: ({ scheduledAt, startedAt }) => startedAt ?? scheduledAt },
    { kind: "moment", header: texts.expires, value: ({ expiresAt }) => expiresAt },
    { kind: "number", header: texts.people, value: ({ people }) => people },
    { kind: "number", header: texts.sentCount, value: ({ sent }) => sent },
    { kind: "moment", header: texts.updated, value: ({ updatedAt }) => updatedAt },
  ],
};

/** Who got it, who did not, and why. */
export function peopleFile(id: string): ListFile<DeliveryLine> {
  return {
    what: "announcement.people.exported",
    about: id,
    title: texts.peopleTitle,
    fileName: "nguoi-nhan-thong-bao",
    columns: [
      { kind: "text", header: texts.name, width: 28, value: ({ name }) => name },
      { kind: "text", header: texts.enterprise, width: 36, value: ({ enterprise }) => enterprise },
      { kind: "text", header: texts.channel, value: ({ channel }) => channelName(channel) },
      {
        kind: "text",
        header: texts.deliveryState,
        value: ({ status }) => texts.deliveryStates[status],
      },
      { kind: "text", header: texts.why, width: 50, value: ({ reason }) => whyInWords(reason) },
      { kind: "moment", header: texts.at, value: ({ at }) => at },
    ],
  };
}

export function callFile(id: string): ListFile<CallLine> {
  return {
    what: "announcement.call_list.exported",
    about: id,
    title: texts.callTitle,
    fileName: "danh-sach-goi-dien",
    columns: [
      { kind: "text", header: texts.name, width: 28, value: ({ name }) => name },
      { kind: "text", header: texts.phone, width: 14, value: ({ phone }) => phone },
      { kind: "text", header: texts.enterprise, width: 36, value: ({ enterprise }) => enterprise },
      { kind: "text", header: texts.commune, width: 24, value: ({ commune }) => commune },
      { kind: "text", header: texts.why, width: 50, value: ({ reason }) => callReason(reason) },
    ],
  };
}
