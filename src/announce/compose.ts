import type { Choice, Reply, ReplyFile } from "../conversation/reply.ts";
import { sessionLines } from "../registry/notices.ts";
import { STOP_CHOICE } from "../registry/stop-choice.ts";
import type { EventView } from "../registry/views.ts";
import { announceTexts as texts } from "./texts.ts";

/** All that people see of an announcement. */
export interface Composed {
  title: string;
  body: string;
  link: string | null;
  event: Pick<EventView, "keyword" | "title" | "sessions"> | null;
  /** title of the one that it corrects */
  corrects: string | null;
  file: ReplyFile | null;
}

/** The one message that everybody gets; each channel encodes it in its own way. */
export function composeAnnouncement({ title, body, link, event, corrects, file }: Composed): Reply {
  const paragraphs = [
    [...(corrects === null ? [] : [texts.corrects(corrects)]), title].join("\n"),
    body,
    ...(event === null ? [] : [[texts.event(event.title), ...sessionLines(event)].join("\n")]),
    ...(link === null ? [] : [texts.link(link)]),
    texts.footer,
  ];
  return {
    text: paragraphs.join("\n\n"),
    choices: [...(event === null ? [] : [registerChoice(event.keyword)]), STOP_CHOICE],
    ...(file !== null && { files: [file] }),
  };
}

function registerChoice(keyword: string): Choice {
  return {
    label: texts.register(keyword),
    value: `go:registration:${keyword}`,
    typed: texts.registerWords(keyword),
  };
}
