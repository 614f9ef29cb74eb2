import { expect, it } from "vitest";
import { createTranscriptionDesk, type Transcribed } from "../../../src/conversation/transcription.ts";
import { failed } from "../../../src/answer/model.ts";
import { recordError } from "../../support/log-scan/journal.ts";
import type { ModelTrouble } from "../../../src/answer/model.ts";

const RECORDING = { content: new Uint8Array([1]), mediaType: "audio/ogg" };
const heard = (words: string): Transcribed => ({ kind: "heard", words });

/** A desk over a server that answers as told, one answer a call. */
function deskOver(answers: Transcribed[], taken: "taken" | "person_spent" | "all_spent" = "taken") {
  let at = 0;
  let now = 0;
  const outcomes: (ModelTrouble | null)[] = [];
  const desk = createTranscriptionDesk({
    transcriber: () => Promise.resolve({ transcribe: () => Promise.resolve(answers[at++] ?? heard("hết")) }),
    budget: { take: () => Promise.resolve(taken) },
    seconds: 5,
    now: () => new Date(now),
    onOutcome: (trouble) => outcomes.push(trouble),
    onError: recordError,
  });
  return {
    hear: () => desk.hear(RECORDING, "ai đó"),
    outcomes,
    calls: () => at,
    waits: (ms: number) => {
      now += ms;
    },
  };
}

it("gives the words in one line, and no more than anybody may type", async () => {
  const { hear, outcomes } = deskOver([
    heard("  Mã vạch\n giá bao nhiêu "),
    heard("a".repeat(5000)),
    heard("…"),
  ]);
  expect(await hear()).toBe("Mã vạch giá bao nhiêu");
  expect(await hear()).toHaveLength(2000);
  expect(await hear()).toBeNull();
  expect(outcomes).toEqual([null, null, null]);
});

it("tries once more what may be over, and nothing else", async () => {
  const again = deskOver([failed("server_error"), heard("nghe rồi")]);
  expect(await again.hear()).toBe("nghe rồi");
  const wrongKey = deskOver([failed("refused"), heard("không tới")]);
  expect(await wrongKey.hear()).toBeNull();
  expect(wrongKey.calls()).toBe(1);
  expect(wrongKey.outcomes).toEqual(["refused"]);
});

it("leaves a server alone that failed three times in a row, and tries again after a minute", async () => {
  const { hear, calls, waits, outcomes } = deskOver([
    failed("slow"),
    failed("slow"),
    failed("slow"),
    heard("khỏe"),
  ]);
  for (let time = 0; time < 5; time++) expect(await hear()).toBeNull();
  expect(calls()).toBe(3);
  waits(60_000);
  expect(await hear()).toBe("khỏe");
  expect(outcomes).toEqual(["slow", "slow", "slow", null]);
});

it("keeps to what may be heard in a day: staff are told of all, not of one person", async () => {
  const one = deskOver([], "person_spent");
  expect(await one.hear()).toBeNull();
  expect(one.outcomes).toEqual([]);
  const all = deskOver([], "all_spent");
  expect(await all.hear()).toBeNull();
  expect(all.outcomes).toEqual(["all_spent"]);
  expect(one.calls() + all.calls()).toBe(0);
});
