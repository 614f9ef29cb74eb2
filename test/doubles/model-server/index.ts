import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { personalIn } from "../../support/personal.ts";
import { listening, readAll } from "../http.ts";
import { compose, understand, writing, type Behaviour, type Understanding } from "./behaviours.ts";
import { embedded, vectorOf, type EmbeddingBehaviour, type EmbeddingRequest } from "./embeddings.ts";
import { formOf, sendJson, sendStream, sendWhole, textOf, type ChatRequest } from "./protocol.ts";

export { FAILING, WRITING, type Behaviour } from "./behaviours.ts";

/** One request as it arrived, whole: what may not be in it is looked for here. */
interface Received {
  path: string;
  body: string;
  authorization: string;
}

/** A server of the OpenAI protocol that does as it is told. */
export interface ModelServer {
  /** as OPENAI_BASE_URL */
  url: string;
  received: Received[];
  /** from now on; the default is "well" */
  behave: (behaviour: Behaviour) => void;
  /** the next requests, one each, before that */
  once: (...behaviours: readonly Behaviour[]) => void;
  /** how it reads one question in English */
  translate: (english: string, vietnamese: string) => void;
  /** reads questions in a test's own way; null as usual */
  understands: (how: ((user: string) => Understanding) | null) => void;
  /** how its embeddings end from now on; "well" unless told */
  behaveEmbedding: (behaviour: EmbeddingBehaviour) => void;
  /** makes vectors in a test's own way; null as usual */
  embeds: (how: ((text: string) => readonly number[]) | null) => void;
  /** words that every recording is heard as */
  hears: (words: string) => void;
  /** a pause between pieces of what is written, so that a test can look in between */
  pace: (pieceMs: number) => void;
  /** throws where any request held personal data */
  stop: () => Promise<void>;
}

/** Longer than any time limit of a test. */
const SLOW_MS = 60_000;

interface ModelServerParts {
  /** kinds of personal data that questions hold of somebody whose name the service was never given */
  ofStrangers?: readonly string[];
}

export async function startModelServer({ ofStrangers = [] }: ModelServerParts = {}): Promise<ModelServer> {
  const received: Received[] = [];
  const leaked: string[] = [];
  const translations = new Map<string, string>();
  const waiting: Behaviour[] = [];
  let usual: Behaviour = "well";
  let reads: ((user: string) => Understanding) | null = null;
  let embedding: EmbeddingBehaviour = "well";
  let embeds: ((text: string) => readonly number[]) | null = null;
  let heard = "mã vạch mất bao nhiêu tiền";
  let pieceMs = 0;
  const timers = new Set<NodeJS.Timeout>();

  async function chat(
    request: ChatRequest,
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const behaviour = waiting.shift() ?? usual;
    if (await failed(behaviour, incoming, response)) return;
    const form = formOf(request);
    const system = textOf(request.messages[0]);
    const user = textOf(request.messages.at(-1));
    const answer =
      form.name === "answer"
        ? compose(writing(behaviour), user, system)
        : (reads?.(user) ?? understand(behaviour, user, translations));
    const text = written(behaviour, JSON.stringify(answer));
    const upTo = behaviour === "cut_off" || behaviour === "dropped" ? 0.6 : 1;
    const drops = behaviour === "dropped";
    if (request.stream === true) await sendStream(response, text, { ...form, upTo, drops, pieceMs });
    else sendWhole(response, text, form);
  }

  async function embed(
    request: EmbeddingRequest,
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const behaviour = embedding;
    if (behaviour !== "well" && (await failed(behaviour, incoming, response))) return;
    sendJson(response, 200, embedded(request, behaviour, embeds ?? vectorOf));
  }

  /** true where it does not get as far as writing */
  async function failed(
    behaviour: Behaviour | EmbeddingBehaviour,
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    if (behaviour === "slow") {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, SLOW_MS);
        timers.add(timer);
        incoming.socket.once("close", resolve);
      });
      response.destroy();
      return true;
    }
    if (behaviour === "reset") {
      incoming.socket.destroy();
      return true;
    }
    if (/^\d+$/.test(behaviour)) {
      sendJson(response, Number(behaviour), {
        error: { message: "as told", type: "double", code: behaviour },
      });
      return true;
    }
    return false;
  }

  const server = createServer((incoming, response) => {
    void (async () => {
      const body = (await readAll(incoming)).toString("utf8");
      const path = incoming.url ?? "";
      const leaks = personalIn(body).filter((kind) => !ofStrangers.includes(kind));
      if (leaks.length > 0) leaked.push(`${path}: ${leaks.join(", ")}`);
      received.push({ path, body, authorization: incoming.headers.authorization ?? "" });
      if (path.endsWith("/chat/completions")) await chat(JSON.parse(body) as ChatRequest, incoming, response);
      else if (path.endsWith("/embeddings"))
        await embed(JSON.parse(body) as EmbeddingRequest, incoming, response);
      else if (path.endsWith("/audio/transcriptions")) {
        if (!(await failed(waiting.shift() ?? usual, incoming, response)))
          sendJson(response, 200, { text: heard });
      } else if (path.endsWith("/models"))
        sendJson(response, 200, { object: "list", data: [{ id: "double", object: "model" }] });
      else sendJson(response, 404, { error: { message: "no such path" } });
    })();
  });
  const url = `${await listening(server)}/v1`;
  return {
    url,
    received,
    behave: (behaviour) => {
      usual = behaviour;
    },
    once: (...behaviours) => {
      waiting.push(...behaviours);
    },
    translate: (english, vietnamese) => {
      translations.set(english, vietnamese);
    },
    understands: (how) => {
      reads = how;
    },
    behaveEmbedding: (behaviour) => {
      embedding = behaviour;
    },
    embeds: (how) => {
      embeds = how;
    },
    hears: (words) => {
      heard = words;
    },
    pace: (ms) => {
      pieceMs = ms;
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      // Whatever a test was about: none may send what people gave in confidence.
      if (leaked.length > 0) throw new Error(`a model was sent personal data: ${leaked.join("; ")}`);
    },
  };
}

function written(behaviour: Behaviour, text: string): string {
  if (behaviour === "malformed") return `Here you are: ${text.slice(0, text.length / 2)} and so on`;
  if (behaviour === "wrong_form") return JSON.stringify({ answer: "Mức hỗ trợ là 777.000.000 đồng." });
  return behaviour === "empty" ? "" : text;
}
