import { fold } from "../../../src/search/index.ts";

/** What the double reads in a prompt, as a model would: parts between marks. */
export interface ReadPrompt {
  question: string;
  history: readonly string[];
  passages: readonly { id: string; place: string; lines: readonly string[] }[];
}

export function readPrompt(user: string): ReadPrompt {
  const parts = [...user.matchAll(/^(=====\S+) (.+)\n([\s\S]*?)\n\1 end$/gm)].map(
    ([, , name = "", words = ""]) => ({
      name,
      words,
    }),
  );
  return {
    question: parts.find(({ name }) => name === "question")?.words ?? "",
    history: parts.filter(({ name }) => name.startsWith("earlier question")).map(({ words }) => words),
    passages: parts
      .filter(({ name }) => name.startsWith("passage "))
      .map(({ name, words }) => {
        const [place = "", ...lines] = words.split("\n");
        // The last line is the validity, which is none of the model's business.
        return { id: name.slice("passage ".length), place, lines: lines.slice(0, -1) };
      }),
  };
}

/** How many of the question's words a line has, diacritics ignored. */
export function likeness(question: string, line: string): number {
  const asked = new Set(wordsOf(question));
  return wordsOf(line).filter((word) => asked.has(word)).length;
}

function wordsOf(text: string): string[] {
  return fold(text.toLowerCase()).match(/[a-z0-9]+/g) ?? [];
}
