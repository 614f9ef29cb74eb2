import type { Database } from "../../../src/adapters/prisma/client.ts";
import type { Trace } from "../../../src/answer/trace.ts";
import type { Config } from "../../../src/config.ts";
import type { ModelSettings } from "../../../src/model-config.ts";
import type { VoiceSettings } from "../../../src/voice-config.ts";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { Person, type PersonOptions } from "../person.ts";

/** Settings of a model behind a double, with room for whole test files. */
export function modelAt(
  server: Pick<ModelServer, "url">,
  more: Partial<ModelSettings> = {},
): Partial<Config> {
  return {
    model: {
      apiKey: "sk-canary-of-the-model",
      baseUrl: server.url,
      model: "double",
      output: "json_schema",
      seconds: 15,
      perPerson: 10_000,
      perDay: 100_000,
      isExternal: false,
      ...more,
    },
  };
}

/** The same for what hears voice messages. */
export function voiceAt(
  server: Pick<ModelServer, "url">,
  more: Partial<VoiceSettings> = {},
): Partial<Config> {
  return {
    voice: {
      apiKey: "sk-canary-of-the-model",
      baseUrl: server.url,
      model: "double",
      seconds: 15,
      perPerson: 10_000,
      perDay: 100_000,
      isExternal: false,
      ...more,
    },
  };
}

/** Somebody who talks to the service, and the model behind it. */
export interface Talk {
  server: ModelServer;
  person: Person;
  /** what staff see of how the last question was answered */
  lastTrace: () => Promise<Trace>;
  end: () => Promise<void>;
}

export async function talkWithModel(
  database: Database,
  settings: Partial<ModelSettings> = {},
  options: PersonOptions = {},
): Promise<Talk> {
  const server = await startModelServer();
  const person = await Person.at(database, { ...options, settings: modelAt(server, settings) });
  return {
    server,
    person,
    async lastTrace() {
      const row = await database.client.askedQuestion.findFirstOrThrow({ orderBy: { id: "desc" } });
      return JSON.parse(row.trace) as Trace;
    },
    async end() {
      await person.leaves();
      await server.stop();
    },
  };
}
