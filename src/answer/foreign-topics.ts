import type { ForeignTopic } from "../knowledge/foreign-topic.ts";
import { PhraseSet } from "./phrases.ts";

export interface ForeignTopics {
  /** the topic a question is about, when it is not ours */
  topicOf(question: string): ForeignTopic | null;
}

export function createForeignTopics(topics: readonly ForeignTopic[]): ForeignTopics {
  const sets = topics.map((topic) => ({
    topic,
    phrases: new PhraseSet(topic.phrases),
    unless: new PhraseSet(topic.unless),
  }));
  return {
    topicOf: (question) =>
      sets.find(({ phrases, unless }) => phrases.isIn(question) && !unless.isIn(question))?.topic ?? null,
  };
}
