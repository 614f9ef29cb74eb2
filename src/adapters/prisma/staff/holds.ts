import type { NotMine, StaffWords } from "../../../console/conversations/port.ts";
import { act, type By, type Desk } from "./act.ts";
import { release, speak, take, takeOver, type Hand } from "./hold-steps.ts";

/** Staff talk in this conversation; the bot is silent until it is given back or nobody writes for a while. */
export function takeHold(desk: Desk, by: By, conversationId: string): Promise<{ kind: "done" } | NotMine> {
  return act(desk, by, async (scope) => {
    const taken = await take(scope, fromConsole(by), conversationId);
    return taken.kind === "done" ? { kind: "done" } : taken;
  });
}

/** Takes the conversation from the colleague `from`, who is told, as the person is. */
export function takeOverHold(
  desk: Desk,
  by: By,
  conversationId: string,
  from: string,
): Promise<{ kind: "done" } | NotMine> {
  return act(desk, by, (scope) => takeOver(scope, fromConsole(by), conversationId, from));
}

/** The bot answers again. */
export function releaseHold(desk: Desk, by: By, conversationId: string): Promise<{ kind: "done" } | NotMine> {
  return act(desk, by, (scope) => release(scope, fromConsole(by), conversationId));
}

/** Words and small files of the member of staff who holds the conversation. */
export function sayAsStaff(
  desk: Desk,
  by: By,
  conversationId: string,
  words: StaffWords,
): Promise<{ kind: "done" } | { kind: "too_large" } | NotMine> {
  return act(desk, by, (scope) => speak(scope, fromConsole(by), conversationId, words));
}

function fromConsole({ actor }: By): Hand {
  return { staffId: actor, via: "console" };
}
