import { TOPICS, type Topic } from "./views.ts";

/** What a class can be about: not "new classes" itself, nor what people only want to be reminded of. */
export type NeedTopic = Exclude<Topic, "lop" | "nhac_phi">;

export const NEED_TOPICS: Readonly<Record<NeedTopic, string>> = (({
  lop: _lop,
  nhac_phi: _nhacPhi,
  ...topics
}) => topics)(TOPICS);

/** A topic in words; one that is no longer in use as it was kept. */
export function needTopicInWords(topic: string): string {
  return (NEED_TOPICS as Readonly<Record<string, string>>)[topic] ?? topic;
}
