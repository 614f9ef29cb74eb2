import type { ForeignTopic } from "../knowledge/foreign-topic.ts";
import { PhraseSet } from "./phrases.ts";
import type { Spoken } from "./spoken.ts";

export interface ForeignTopics {
  /** the topic a question is about, when it is not ours */
  topicOf(said: Spoken): ForeignTopic | null;
}

export function createForeignTopics(topics: readonly ForeignTopic[]): ForeignTopics {
  const sets = topics.map((topic) => ({
    topic,
    phrases: new PhraseSet(topic.phrases),
    unless: new PhraseSet(topic.unless),
  }));
  return {
    topicOf: (said) =>
      sets.find(({ phrases, unless }) => phrases.isIn(said) && !unless.isIn(said))?.topic ?? null,
  };
}
