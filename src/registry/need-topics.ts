import { TOPICS, type Topic } from "./views.ts";

/** What a class can be about: all topics but "new classes" itself. */
export type NeedTopic = Exclude<Topic, "lop">;

export const NEED_TOPICS: Readonly<Record<NeedTopic, string>> = (({ lop: _lop, ...topics }) => topics)(
  TOPICS,
);

/** A topic in words; one that is no longer in use as it was kept. */
export function needTopicInWords(topic: string): string {
  return (NEED_TOPICS as Readonly<Record<string, string>>)[topic] ?? topic;
}
