import type { Choice, Reply } from "../../conversation/reply.ts";
import { picked } from "../choosing.ts";
import type { Dialogue, DialogueContext, Input, Step } from "../dialogue.ts";
import { savedIn } from "../saved.ts";
import { looksLikeQuestion } from "../looks-like-question.ts";
import type { NeedsCatalogue, Product } from "./catalogue.ts";
import { MARKETS, type MarketId } from "./markets.ts";
import { needsChecklist, nameOf, needsReply } from "./needs-list.ts";
import { decodeWanted, type Wanted } from "./wanted.ts";
import { needsTexts as texts } from "./needs-texts.ts";

interface State {
  /** products that are offered; null: not narrowed down */
  offered: readonly string[] | null;
  /** id of the product; "" for any other one, null while it is not known */
  product: string | null;
  /** the product as it was typed */
  words: string;
  market: MarketId | null;
}

const NEW: State = { offered: null, product: null, words: "", market: null };
const LONGEST_NAME = 80;
const MARKET_CHOICES = Object.entries(MARKETS).map(([id, { label }]) => ({ label, value: `market:${id}` }));

/** "Cần những gì?": a product and a place to sell it in, a cited checklist out. */
export function createNeedsDialogue(catalogue: NeedsCatalogue): Dialogue {
  const { prompt, ask, readProduct, readMarket, takeUp } = steps(catalogue);
  return {
    name: "needs",
    version: 1,
    begin(context, start) {
      const saved = savedIn(start);
      if (saved !== null) return takeUp(saved, context);
      const words = productOf(start);
      const opened: Step = { kind: "ask", state: NEW, reply: prompt(NEW, context) };
      if (words === null) return opened;
      const step = readProduct(NEW, { kind: "text", text: words }, context);
      return step.kind === "ask" ? step : opened;
    },
    advance(raw, input, context) {
      const state = stateOf(raw, catalogue);
      if (state.product === null) return readProduct(state, input, context);
      return state.market === null ? readMarket(state, input, context) : ask(state, context);
    },
    resume: (raw, context) => prompt(stateOf(raw, catalogue), context),
    back(raw, context) {
      const state = stateOf(raw, catalogue);
      const isFirst = state.product === null && state.offered === null;
      return isFirst ? null : ask(NEW, context);
    },
    typed(raw) {
      const state = stateOf(raw, catalogue);
      return typedLines(wantedOf(state, catalogue), state.market);
    },
  };
}

function steps(catalogue: NeedsCatalogue) {
  function prompt(state: State, context: DialogueContext): Reply {
    if (state.product === null) return productQuestion(state);
    if (state.market === null) return { text: texts.market, choices: MARKET_CHOICES };
    return needsReply({ ...wantedOf(state, catalogue), market: state.market }, catalogue, context);
  }

  function productQuestion({ offered, words }: State): Reply {
    if (offered === null) {
      return {
        text: texts.product,
        choices: [
          { label: texts.list, value: "list" },
          { label: texts.other, value: "other" },
        ],
      };
    }
    const products = offered.map((id) => catalogue.byId(id)).filter((one) => one !== null);
    const other = { label: texts.other, value: "other" };
    if (products.length === 0) {
      return { text: texts.unknownProduct(words), choices: [other, { label: texts.list, value: "list" }] };
    }
    return {
      text: words === "" ? texts.pick : texts.maybe(words),
      choices: [...products.map(choiceOf), other],
    };
  }

  /** The next question, or the list: with that the form is done, and whatever is typed next is a question again. */
  function ask(state: State, context: DialogueContext): Step {
    const reply = prompt(state, context);
    return state.market === null ? { kind: "ask", state, reply } : { kind: "leave", reply };
  }

  function notUnderstood(text: string, state: State, context: DialogueContext): Step {
    const again = prompt(state, context);
    return { kind: "not_understood", reply: { ...again, text: `${text}\n\n${again.text}` } };
  }

  function readProduct(state: State, input: Input, context: DialogueContext): Step {
    const all = catalogue.products.map(choiceOf);
    const value = picked(input, [...all, ...(prompt(state, context).choices ?? [])]);
    if (value === "list") return ask({ ...NEW, offered: catalogue.products.map(({ id }) => id) }, context);
    if (value === "other") return ask({ ...state, product: "" }, context);
    if (value !== null) return ask({ ...NEW, product: value.slice("product:".length) }, context);
    if (input.kind === "choice") return notUnderstood(texts.noName, state, context);
    const words = input.text.trim().replace(/\s+/gu, " ");
    if (!/\p{L}/u.test(words)) return notUnderstood(texts.noName, state, context);
    if (looksLikeQuestion(words)) return notUnderstood(texts.noName, state, context);
    if (words.length > LONGEST_NAME) return notUnderstood(texts.longName, state, context);
    const match = catalogue.find(words);
    if (match.kind === "found") return ask({ ...NEW, product: match.product.id, words }, context);
    const offered = match.kind === "several" ? match.products.map(({ id }) => id) : [];
    return ask({ ...NEW, offered, words }, context);
  }

  function readMarket(state: State, input: Input, context: DialogueContext): Step {
    const value = picked(input, MARKET_CHOICES, {
      "market:unknown": ["khong ro", "chua biet", "khong biet"],
    });
    const market = value?.slice("market:".length);
    if (!isMarket(market)) return notUnderstood(texts.pickMarket, state, context);
    return ask({ ...state, market }, context);
  }

  /** What the buttons of a list do, whenever they are pressed. */
  function takeUp(saved: string, context: DialogueContext): Step {
    const [wish = "", code = ""] = saved.split("/");
    const wanted = decodeWanted(code, catalogue);
    if (!wanted) return ask(NEW, context);
    switch (wish) {
      case "list": {
        const files = [needsChecklist(wanted, catalogue, context)];
        return {
          kind: "leave",
          reply: { ...needsReply(wanted, catalogue, context), text: texts.checklistReady, files },
        };
      }
      case "send": {
        const background = [texts.background, ...typedLines(wanted, wanted.market)];
        return { kind: "switch", to: "support_request", start: { background } };
      }
      case "place": {
        const { product, words } = wanted;
        return ask({ ...NEW, product: product?.id ?? "", words }, context);
      }
      default:
        return ask(NEW, context);
    }
  }

  return { prompt, ask, readProduct, readMarket, takeUp };
}

function choiceOf({ id, name }: { id: string; name: string }): Choice {
  return { label: name, value: `product:${id}` };
}

function wantedOf(
  { product, words }: State,
  catalogue: NeedsCatalogue,
): { product: Product | null; words: string } {
  return { product: product === null ? null : catalogue.byId(product), words };
}

function typedLines(wanted: Pick<Wanted, "product" | "words">, market: MarketId | null): string[] {
  const known = wanted.product !== null || wanted.words !== "";
  return [
    ...(known ? [texts.typedProduct(nameOf(wanted))] : []),
    ...(market ? [texts.typedMarket(MARKETS[market].label)] : []),
  ];
}

/** A product handed over by name: { product: "nước mắm" }. */
function productOf(start: unknown): string | null {
  if (typeof start !== "object" || start === null || !("product" in start)) return null;
  return typeof start.product === "string" ? start.product : null;
}

/** The state as it was kept; a product that has left the knowledge is asked for again. */
function stateOf(raw: unknown, catalogue: NeedsCatalogue): State {
  const { offered, product, words, market } = (
    typeof raw === "object" && raw !== null ? raw : {}
  ) as Partial<State>;
  const known = product === "" || (typeof product === "string" && catalogue.byId(product) !== null);
  return {
    offered: Array.isArray(offered) ? offered.filter((id): id is string => typeof id === "string") : null,
    product: known ? product : null,
    words: typeof words === "string" ? words : "",
    market: known && isMarket(market) ? market : null,
  };
}

function isMarket(value: unknown): value is MarketId {
  return typeof value === "string" && Object.hasOwn(MARKETS, value);
}
