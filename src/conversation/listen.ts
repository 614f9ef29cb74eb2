import { hasConsented } from "../dialogue/privacy-notice.ts";
import type { Registry } from "../registry/registry.ts";
import type { ConsentPurpose } from "../registry/views.ts";
import { askerKey } from "./asker.ts";
import type { ClaimedMessage } from "./conversations.ts";
import { recordingIn } from "./recordings.ts";
import type { TranscriptionDesk } from "./transcription.ts";
import type { Files } from "./transcript.ts";

/** Hearing what people say, where that is set up. */
export interface Voice {
  desk: TranscriptionDesk;
  /** what they agree to before; says where their recordings go */
  purpose: Extract<ConsentPurpose, "voice" | "external_voice">;
}

interface ListenerParts extends Voice {
  registry: Pick<Registry, "mine">;
  files: Pick<Files, "read">;
}

/** The words of a voice message; null where it is none, may not be heard, or could not be. */
export type Listen = (claimed: ClaimedMessage) => Promise<string | null>;

/** Hears voice messages of those who agreed to it, whoever answers them afterwards. */
export function createListener({ desk, purpose, registry, files }: ListenerParts): Listen {
  return async ({ message }) => {
    const recording = recordingIn(message);
    if (recording === null) return null;
    const { consents } = await registry.mine(message.from, message.sender);
    if (!hasConsented(consents, purpose)) return null;
    const kept = await files.read(message.from, recording.id);
    if (kept === null) return null;
    const words = await desk.hear(
      { content: kept.content, mediaType: recording.mediaType },
      askerKey(message),
    );
    const beside = message.content.kind === "files" ? message.content.text.trim() : "";
    return words === null ? null : [beside, words].filter(Boolean).join("\n");
  };
}
