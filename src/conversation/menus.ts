import type { Menu } from "./conversations.ts";
import type { Choice, Reply } from "./reply.ts";

/** A menu that lay around for longer is no longer what the person sees. */
const MENU_LIVES_MS = 12 * 60 * 60 * 1000;

/** Choices that mean the same for ever: they need no menu to be read against. */
const LASTING = /^(?:go|offer|pass):/;

export type Picked =
  | { kind: "choice"; choice: Choice }
  /** a button of an older menu */
  | { kind: "stale" }
  /** a number, but no menu to read it against */
  | { kind: "no_menu"; typed: string }
  | { kind: "out_of_range"; most: number }
  /** words */
  | { kind: "none" };

/** Binds the choices of what is said last to one menu, so that an old button cannot answer a new question. */
export function stamp(
  replies: readonly Reply[],
  id: string,
  now: Date,
): { replies: readonly Reply[]; menu: Menu | null } {
  const at = replies.findLastIndex(({ choices = [] }) => choices.length > 0);
  const choices = replies[at]?.choices ?? [];
  if (choices.length === 0) return { replies, menu: null };
  const stamped = choices.map((choice, index) =>
    LASTING.test(choice.value) ? choice : { ...choice, value: `${id}.${index}` },
  );
  return {
    replies: replies.map((reply, index) =>
      index === at ? { ...reply, choices: stamped } : withoutMenu(reply),
    ),
    menu: { id, choices, shownAt: now.toISOString() },
  };
}

/** Only the last menu can be answered; earlier ones keep what lasts. */
function withoutMenu(reply: Reply): Reply {
  const { choices, ...rest } = reply;
  const lasting = (choices ?? []).filter(({ value }) => LASTING.test(value));
  return lasting.length > 0 ? { ...rest, choices: lasting } : rest;
}

/** Reads a pressed button against the last menu. */
export function pressed(value: string, menu: Menu | null, now: Date): Picked {
  if (LASTING.test(value)) return { kind: "choice", choice: { label: "", value } };
  const [id, index] = value.split(".");
  const choice = menu && menu.id === id && isFresh(menu, now) ? menu.choices[Number(index)] : undefined;
  return choice ? { kind: "choice", choice } : { kind: "stale" };
}

/** Reads typed words against the last menu: its number, or the words of one choice. */
export function typed(text: string, menu: Menu | null, now: Date): Picked {
  const words = text.trim().toLowerCase().normalize("NFC");
  const live = menu && isFresh(menu, now) ? menu : null;
  const number = /^(?:số\s*|so\s*)?(\d{1,2})[.)]?$/.exec(words)?.[1];
  if (number !== undefined) {
    if (!live) return { kind: "no_menu", typed: text.trim() };
    const choice = live.choices[Number(number) - 1];
    return choice ? { kind: "choice", choice } : { kind: "out_of_range", most: live.choices.length };
  }
  const choice = live?.choices.find(({ label }) => label.toLowerCase().normalize("NFC") === words);
  return choice ? { kind: "choice", choice } : { kind: "none" };
}

function isFresh(menu: Menu, now: Date): boolean {
  return now.getTime() - Date.parse(menu.shownAt) < MENU_LIVES_MS;
}
