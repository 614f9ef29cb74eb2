import type { ShowsDrafts } from "../../conversation/channel.ts";
import type { Bells } from "./live.ts";
import type { MessageJson } from "./encode.ts";

/** An answer in the making; `text` is null once its turn is over and the answer itself, if any, is on its way. */
export interface Draft {
  inReplyTo: string;
  text: string | null;
}

/** Drafts that are shown at present, by chat. Kept nowhere else: a page that comes later sees the answer itself. */
export interface WebDrafts extends ShowsDrafts {
  of(chat: string): Draft | null;
}

export function createDrafts(bells: Bells): WebDrafts {
  const shown = new Map<string, Draft>();
  return {
    show(to, inReplyTo, text) {
      shown.set(to.chat, { inReplyTo, text });
      bells.ring(to.chat);
    },
    end(to, inReplyTo) {
      if (shown.get(to.chat)?.inReplyTo !== inReplyTo) return;
      shown.set(to.chat, { inReplyTo, text: null });
      bells.ring(to.chat);
      // Whoever listens has heard by the time the next draft could begin.
      setTimeout(() => {
        if (shown.get(to.chat)?.text === null) shown.delete(to.chat);
      }, FORGET_AFTER_MS).unref();
    },
    of: (chat) => shown.get(chat) ?? null,
  };
}

const FORGET_AFTER_MS = 10_000;

/** A draft as a message that no transcript holds. */
export function draftMessage({ inReplyTo, text }: Draft, at: Date): MessageJson {
  return {
    id: `nhap-${inReplyTo}`,
    inReplyTo,
    from: "bot",
    text: text ?? "",
    choices: [],
    citations: [],
    files: [],
    rating: null,
    at: at.toISOString(),
  };
}
