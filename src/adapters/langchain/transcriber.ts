import OpenAI, { toFile } from "openai";
import { failed } from "../../answer/model.ts";
import type { Transcriber } from "../../conversation/transcription.ts";
import { fetchOnly } from "./only-endpoint.ts";
import { troubleOf } from "./troubles.ts";

export interface TranscriberSettings {
  apiKey: string;
  baseUrl: string;
  model: string;
  /** told of what should not happen: names and codes alone are logged */
  onError: (error: unknown) => void;
}

/** Servers tell the kind of a recording by the end of its name. */
const ENDINGS: Readonly<Record<string, string>> = {
  "audio/ogg": "ogg",
  "audio/webm": "webm",
  "audio/wav": "wav",
  "audio/mp4": "m4a",
  "audio/mpeg": "mp3",
  "audio/aac": "aac",
  "audio/amr": "amr",
};

/** `/audio/transcriptions` of OpenAI, or of a compatible server of one's own. */
export function createTranscriber({ apiKey, baseUrl, model, onError }: TranscriberSettings): Transcriber {
  // The desk tries again itself, within its time.
  const client = new OpenAI({ apiKey, baseURL: baseUrl, fetch: fetchOnly(baseUrl), maxRetries: 0 });
  return {
    async transcribe({ content, mediaType }, signal) {
      try {
        const file = await toFile(content, `recording.${ENDINGS[mediaType] ?? "bin"}`, { type: mediaType });
        const answer: unknown = await client.audio.transcriptions.create(
          { file, model, language: "vi", response_format: "json" },
          { signal },
        );
        const words = wordsIn(answer);
        return words === null ? failed("malformed") : { kind: "heard", words };
      } catch (error) {
        onError(error);
        return failed(troubleOf(error, signal));
      }
    },
  };
}

/** Servers that call themselves compatible answer with anything. */
function wordsIn(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("text" in answer)) return null;
  return typeof answer.text === "string" ? answer.text : null;
}
