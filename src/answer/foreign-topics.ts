import { sectionText } from "../knowledge/document.ts";
import type { ForeignTopic } from "../knowledge/foreign-topic.ts";
import type { Library } from "../knowledge/library.ts";
import { fold, normalise } from "../search/index.ts";
import { PhraseSet } from "./phrases.ts";
import { spoken } from "./spoken.ts";

export interface ForeignTopics {
  /** the topic a question is about, when it is not ours; `restored` is the question with its diacritics back */
  topicOf(question: string, restored: string): ForeignTopic | null;
}

/** A phrase that without diacritics also stands in our own texts ("quốc gia do") counts only when restored so. */
export function createForeignTopics(topics: readonly ForeignTopic[], library: Library): ForeignTopics {
  const ours = ` ${library.documents
    .flatMap((document) =>
      document.sections.flatMap((section) => [section.title, ...section.questions, sectionText(section)]),
    )
    .map((text) => fold(normalise(text)).replace(/[^a-z0-9&]+/g, " "))
    .join(" ")} `;
  const ambiguous = (phrase: string) => ours.includes(` ${phrase} `);
  const sets = topics.map((topic) => ({
    topic,
    phrases: new PhraseSet(topic.phrases, ambiguous),
    unless: new PhraseSet(topic.unless),
  }));
  return {
    topicOf(question, restored) {
      const said = spoken(question);
      return (
        sets.find(({ phrases, unless }) => phrases.isIn(said, restored) && !unless.isIn(said, restored))
          ?.topic ?? null
      );
    },
  };
}
