import { dayOf } from "../dialogue/when.ts";
import type { Hearing, Result } from "./hearing.ts";
import type { Content } from "./message.ts";
import { texts } from "./texts.ts";

/** While staff have switched the bot off: everything written is passed on, and the person is told. */
export function leavesMessage({ claimed, state }: Hearing): Result {
  const { content } = claimed.message;
  return {
    state,
    replies: [],
    does: {
      command: {
        kind: "leave_message",
        text: wordsOf(content, state.menu?.choices ?? []),
        fileIds: content.kind === "files" ? content.files.map(({ id }) => id) : [],
      },
      conclude: (outcome) => ({
        state,
        replies: [
          {
            text:
              outcome.kind === "message_left"
                ? texts.paused(outcome.code, dayOf(outcome.dueAt))
                : texts.notDone,
          },
        ],
      }),
    },
  };
}

/** What staff read of it. */
function wordsOf(content: Content, choices: readonly { label: string; value: string }[]): string {
  switch (content.kind) {
    case "text":
    case "files":
      return content.text;
    case "choice":
      return texts.pressed(labelOf(content.value, choices));
    case "unreadable":
      return `[${content.what}]`;
  }
}

/** A button carries the place of its choice in the menu, or the value itself where that lasts. */
function labelOf(value: string, choices: readonly { label: string; value: string }[]): string {
  const place = /\.(\d+)$/.exec(value)?.[1];
  const choice = place === undefined ? choices.find((one) => one.value === value) : choices[Number(place)];
  return choice?.label ?? "";
}
