import { createModelUse, type ModelUseParts } from "./adapters/prisma/model-use.ts";
import type { Database } from "./adapters/prisma/client.ts";
import type { ModelBudget } from "./answer/admission.ts";
import { createModelDesk } from "./answer/model-desk.ts";
import { modelTexts } from "./answer/model-texts.ts";
import type { ModelDesk } from "./answer/model.ts";
import { createStanding, type AccountState } from "./conversation/standing.ts";
import type { ServerSettings } from "./endpoint-config.ts";
import type { ModelSettings } from "./model-config.ts";

/** The model with what the service keeps of it. */
export interface ModelInUse {
  desk: ModelDesk;
  status: () => AccountState;
}

export interface ModelCore {
  database: Database;
  /** makes the digests that people's shares are counted under */
  secret: string;
  dayOf: (now: Date) => string;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** Where states are listed, the model stands among the channels. */
export const MODEL = "model";

/** Wires the model that is set up; its libraries are loaded with the first question that goes to it. */
export function useModel(settings: ModelSettings, core: ModelCore): ModelInUse {
  const { now, onError } = core;
  const standing = createStanding<"calls">({ channel: MODEL, account: settings.model, now, onError });
  const desk = createModelDesk({
    async model() {
      const { createChatModel } = await import("./adapters/langchain/chat-model.ts");
      return createChatModel({ ...settings, onError });
    },
    budget: shareOf(settings, "answers", core),
    secondsPerQuestion: settings.seconds,
    now,
    onOutcome(trouble) {
      if (trouble === null) standing.well("calls");
      else standing.set("calls", "waiting", modelTexts.trouble(trouble));
    },
    onError,
  });
  return { desk, status: () => standing.status() };
}

/** What a day may bring to a server, counted for all replicas together. */
export function shareOf(
  { perPerson, perDay }: Pick<ServerSettings, "perPerson" | "perDay">,
  counts: ModelUseParts["counts"],
  { database, secret, dayOf }: ModelCore,
): ModelBudget {
  return createModelUse(database, { limits: { person: perPerson, all: perDay }, counts, secret, dayOf });
}
