import { inTurn } from "../../conversation/in-turn.ts";
import { unreadable, type Content, type IncomingMessage } from "../../conversation/message.ts";
import type { Files } from "../../conversation/transcript.ts";
import type { DecodedMessage } from "./decode.ts";
import { fetchPhoto, fetchVoice } from "./photo.ts";
import type { Usual } from "./settings.ts";
import { texts } from "./texts.ts";

export type Accept = (message: IncomingMessage) => Promise<boolean>;

/** Fetches what belongs to a message and has it stored. Throws what the store throws: then it is not taken. */
export type Receive = (message: DecodedMessage, accept: Accept) => Promise<void>;

/** A message brought again soon is not fetched and kept again; the store knows all the others. */
const REMEMBERED = 500;

export function createReceive(settings: Usual, files: Files, now: () => Date): Receive {
  const taken = new Map<string, Promise<void>>();
  // A picture takes longer to fetch than the words behind it, and the webhook may be called twice at once.
  const turn = inTurn();

  return (message, accept) => {
    const key = JSON.stringify([message.from.account, message.from.chat, message.id]);
    const before = taken.get(key);
    if (before) return before;
    const taking = turn(JSON.stringify([message.from.account, message.from.chat]), () =>
      take(message, accept),
    );
    taken.set(key, taking);
    taking.catch(() => taken.delete(key));
    for (const oldest of taken.keys()) {
      if (taken.size <= REMEMBERED) break;
      taken.delete(oldest);
    }
    return taking;
  };

  async function take({ said, ...message }: DecodedMessage, accept: Accept): Promise<void> {
    await accept({ ...message, content: await contentOf(said, message) });
  }

  async function contentOf(
    said: DecodedMessage["said"],
    { from }: Pick<DecodedMessage, "from">,
  ): Promise<Content> {
    const { apiRoot, mediaHosts, timing } = settings;
    const where = { apiRoot, mediaHosts, waitMs: timing.request };
    if (said.kind === "voice") {
      const voice = files.takesRecordings ? await fetchVoice(said.url, where) : null;
      if (voice === null) return unreadable(texts.unreadable.voice);
      return { kind: "files", files: [await files.keep(from, voice, now())], text: "" };
    }
    if (said.kind !== "photo") return said;
    const photo = await fetchPhoto(said.url, texts.photoName, where);
    if (photo === null) return unreadable(texts.unreadable.photo, said.caption);
    return { kind: "files", files: [await files.keep(from, photo, now())], text: said.caption };
  }
}
