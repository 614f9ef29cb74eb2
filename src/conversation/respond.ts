import { MAX_QUESTION_LENGTH } from "../answer/answer.ts";
import type { ExplainingAnswerer } from "../answer/pipeline.ts";
import type { Explained } from "../answer/trace.ts";
import type { CommandWords, Told } from "../dialogue/command-words.ts";
import type { Dialogue, DialogueContext, Input } from "../dialogue/dialogue.ts";
import { hasConsented } from "../dialogue/privacy-notice.ts";
import { looksLikeQuestion } from "../dialogue/looks-like-question.ts";
import type { Command } from "../registry/commands.ts";
import { readPassOnChoice } from "../registry/pass-on-choice.ts";
import type { Registry } from "../registry/registry.ts";
import type { StaffRoom } from "../staffroom/port.ts";
import { answerReply, basisWords, passOnOf, SEE_BASIS } from "./answer-reply.ts";
import { announcementIn } from "../staffroom/announcing.ts";
import { askerOf } from "./asker.ts";
import type { Drafts } from "./channel.ts";
import type { ClaimedMessage, ConversationState, Response } from "./conversations.ts";
import { alsoAsking, consented, consentingIn, consentQuestion, readConsenting } from "./consent-questions.ts";
import { createForms } from "./forms.ts";
import { handed, isStopOfNews, say, saidBefore, STOP_NEWS, type Hearing, type Result } from "./hearing.ts";
import { pressed, stamp, typed, type Picked } from "./menus.ts";
import type { Address, IncomingMessage } from "./message.ts";
import type { Reply } from "./reply.ts";
import { callStaff, leaveStaff, passOn } from "./staff-calls.ts";
import { ANNOUNCEMENT, mayAnnounce, respondToStaff } from "./staff-room.ts";
import { offeredLast, passesOnRated, rates } from "./opinions.ts";
import { leavesMessage } from "./paused.ts";
import { lookAt, picturesAmong, type BarcodeReader } from "./pictures.ts";
import { recordingIn } from "./recordings.ts";
import type { Files } from "./transcript.ts";
import type { Voice } from "./listen.ts";
import { unheardVoice } from "./unheard-voice.ts";
import type { Settings } from "./settings.ts";
import { texts } from "./texts.ts";

/** Words that do not look like a question are taken for one only when there are some and the answer is certain. */
const FEWEST_WORDS = 4;
const CERTAIN = 0.8;

const TELL_STAFF = { kind: "tell_staff" } as const;

/** Of files sent outside a form, as many as a request takes. */
const MOST_FILES = 5;

export interface ResponderParts {
  answerer: Pick<ExplainingAnswerer, "explain">;
  dialogues: readonly Dialogue[];
  registry: Registry;
  staffRoom: StaffRoom;
  words: CommandWords;
  settings: Settings;
  /** whether the channel there shows the words of citations by itself */
  showsBasis: (address: Address) => boolean;
  /** files that people sent, and what reads codes off their pictures */
  files: Pick<Files, "read">;
  barcodes: BarcodeReader;
  /** set where questions leave the organisation for a model: only with their person's consent */
  asksBeforeModel?: boolean;
  /** what people agree to before their voice messages are heard; absent where nothing hears them */
  voice?: Pick<Voice, "purpose">;
  /** shows an answer in the making, on channels that can */
  drafts?: Drafts;
  /** what every dialogue context holds besides the person's own data */
  surroundings: Omit<DialogueContext, "now" | "events" | "mine">;
}

/** Makes the answer to one message. Reads what it needs; changes nothing: that is for the commit. */
export function createResponder(
  parts: ResponderParts,
): (claimed: ClaimedMessage, now: Date) => Promise<Response> {
  const forms = createForms(parts.dialogues, parts.words);

  return async (claimed, now) => {
    const { message, conversation } = claimed;
    const state = conversation.state;
    const fromStaff = await respondToStaff(parts.staffRoom, claimed);
    if (fromStaff) return fromStaff;
    const paused = parts.settings.paused();
    if (message.isGroup && !message.mentioned) return silent(state);
    const isHeld = conversation.hold.state !== "bot";
    // Held by staff: what is written is for them, and the bot says nothing.
    if (isHeld && (paused || !leavesStaff(message, parts.words)))
      return { ...silent(state), command: alsoOptingOut(TELL_STAFF, message) };
    const [events, mine, announces] = await Promise.all([
      parts.registry.events(now),
      parts.registry.mine(message.from, message.sender),
      mayAnnounce(parts.staffRoom, claimed),
    ]);
    const context = { ...parts.surroundings, now, events, mine, announces };
    const hearing: Hearing = { claimed, state: { ...state, unheard: null }, context, unheard: state.unheard };
    if (paused) {
      const left = leavesMessage(hearing);
      const does = left.does && { ...left.does, command: alsoOptingOut(left.does.command, message) };
      return finished(hearing, { ...left, ...(does && { does }) });
    }
    const result = isHeld ? leaveStaff(hearing, forms) : await hear(hearing);
    return finished(hearing, result);
  };

  /** Whoever wants no more announcements is obeyed at once, also while the bot itself says nothing. */
  function alsoOptingOut(command: Command, { content, isGroup }: IncomingMessage): Command {
    const told =
      content.kind === "text"
        ? parts.words.ofText(content.text)
        : content.kind === "choice"
          ? parts.words.ofChoice(content.value)
          : null;
    const optsOut = told !== null && !isGroup && (told.kind === "stop" || isStopOfNews(told));
    return optsOut ? { kind: "opt_out_and", command } : command;
  }

  /** Adds what every reply has: the disclosure at the first, menus bound to this message. */
  function finished({ claimed, state, context, unheard }: Hearing, result: Result): Response {
    const dress = (to: { state: ConversationState; replies: readonly Reply[] }) => {
      const greeted = state.greeted || to.replies.length > 0;
      const notice = parts.settings.notice(context.now);
      const isNews = notice !== null && notice.id !== state.noticed && to.replies.length > 0;
      const answered = state.greeted ? to.replies : disclosed(to.replies, context.organisation);
      const spoken = isNews ? [{ text: texts.notice(notice.text) }, ...answered] : answered;
      const offered = parts.showsBasis(claimed.message.from) ? spoken.map(withoutBasisChoice) : spoken;
      const { replies, menu } = stamp(offered, menuId(claimed), context.now);
      const noticed = isNews ? notice.id : state.noticed;
      return {
        state: {
          ...to.state,
          greeted,
          noticed,
          menu: menu ?? (state.form || to.state.form ? null : to.state.menu),
        },
        replies,
      };
    };
    const { does, asked, takesUp } = result;
    const drops = [...(result.drops ?? []), ...(unheard && takesUp === undefined ? [unheard.fileId] : [])];
    const besides = { ...(asked && { asked }), drops, ...(takesUp !== undefined && { takesUp }) };
    if (!does) return { ...besides, command: null, conclude: () => dress(result) };
    return {
      ...besides,
      command: does.command,
      conclude: (outcome) => dress(outcome === null ? result : does.conclude(outcome)),
    };
  }

  async function hear(hearing: Hearing): Promise<Result> {
    const { message } = hearing.claimed;
    const { content } = message;
    const recording = recordingIn(message);
    if (recording) return unheardVoice(hearing, recording, parts.voice, forms);
    if (content.kind === "files") return takeInput(hearing, content);
    if (content.kind === "choice")
      return pick(hearing, pressed(content.value, hearing.state.menu, hearing.context.now), "");
    if (content.kind === "text") {
      const heard = await hearWords(hearing, content.text);
      return content.spoken ? saidBefore({ text: texts.heard(content.text) }, heard) : heard;
    }
    if (content.text === undefined) return say(hearing, forms.again(hearing, texts.unreadable(content.what)));
    return saidBefore({ text: texts.unreadableBeside(content.what) }, await hearWords(hearing, content.text));
  }

  function hearWords(hearing: Hearing, words: string): Promise<Result> {
    return pick(hearing, typed(words, hearing.state.menu, hearing.context.now), words);
  }

  async function pick(hearing: Hearing, picked: Picked, words: string): Promise<Result> {
    if (picked.kind === "choice") return takeChoice(hearing, picked.choice.value, picked.choice.label);
    if (picked.kind === "stale") return say(hearing, forms.again(hearing, texts.staleMenu));
    // A form may ask for a number of its own; outside a form a lone number has lost its list.
    if (!hearing.state.form && picked.kind !== "none")
      return say(hearing, forms.again(hearing, lost(picked)));
    return takeWords(hearing, words);
  }

  function lost(picked: Extract<Picked, { kind: "no_menu" | "out_of_range" }>): string {
    return picked.kind === "no_menu" ? texts.noMenu(picked.typed) : texts.outOfRange(picked.most);
  }

  async function takeChoice(hearing: Hearing, value: string, label: string): Promise<Result> {
    const told = parts.words.ofChoice(value);
    if (told) return follow(hearing, told);
    const consenting = readConsenting(value);
    if (consenting) return consented(hearing, consenting, forms);
    if (value === "ask") return answer(hearing, label);
    if (value === "pass_on") return passOn(hearing, forms);
    if (value === SEE_BASIS) return say(hearing, forms.goingOn(hearing, basisWords(hearing.state.basis)));
    const rated = readPassOnChoice(value);
    if (rated !== null) return passesOnRated(hearing, rated, forms);
    if (value === "resume") return forms.takeUpAgain(hearing);
    if (!hearing.state.form) return say(hearing, forms.again(hearing, texts.staleMenu));
    return forms.advance(hearing, { kind: "choice", value }, aside);
  }

  async function takeWords(hearing: Hearing, words: string): Promise<Result> {
    const draft = hearing.context.announces === true ? announcementIn(words) : null;
    if (draft !== null) return forms.open(hearing, ANNOUNCEMENT, { words: draft });
    const told = parts.words.ofText(words);
    if (told && !forms.keeps(hearing, told)) return follow(hearing, told);
    const consenting = consentingIn(words, hearing.state);
    if (consenting) return consented(hearing, consenting, forms);
    const { content } = hearing.claimed.message;
    const isSpoken = content.kind === "text" && content.spoken === true;
    const input: Input = { kind: "text", text: words, ...(isSpoken && { spoken: true }) };
    if (hearing.state.form) return forms.advance(hearing, input, aside);
    if (parts.words.isYes(words)) {
      if (hearing.state.unanswered !== null) return passOn(hearing, forms);
      const rated = offeredLast(hearing.state);
      if (rated !== null) return passesOnRated(hearing, rated, forms);
    }
    const rating = parts.words.ratingOf(words);
    if (rating !== null) return rates(hearing, rating);
    return answer(hearing, words);
  }

  /** A file belongs to the form at hand; without one it waits for a support request, and its words are answered. */
  async function takeInput(hearing: Hearing, input: Extract<Input, { kind: "files" }>): Promise<Result> {
    if (hearing.claimed.message.isGroup) return say(hearing, { text: texts.onlyPrivate });
    const seen = await whatPicturesShow(hearing, input);
    if (seen) return seen;
    if (hearing.state.form) return forms.advance(hearing, input, aside);
    const heard =
      input.text.trim() === "" ? { state: hearing.state, replies: [] } : await answer(hearing, input.text);
    const offer: Reply = {
      text: texts.filesKept(input.files.map(({ name }) => name).join(", ")),
      choices: [
        { label: "Gửi yêu cầu hỗ trợ", value: "go:support_request" },
        ...(parts.words.menu.choices ?? []).slice(0, 1),
      ],
    };
    const files = [...heard.state.files, ...input.files].slice(-MOST_FILES);
    return { ...heard, state: { ...heard.state, files }, replies: [...heard.replies, offer] };
  }

  /** Article numbers in pictures are checked at once; null where the pictures were sent for something else. */
  async function whatPicturesShow(
    hearing: Hearing,
    { files, text }: Extract<Input, { kind: "files" }>,
  ): Promise<Result | null> {
    const pictures = picturesAmong(files);
    const isMeant = forms.readsPictures(hearing);
    if (pictures.length === 0 || (hearing.state.form && !isMeant)) return null;
    const seen = await lookAt(pictures, hearing.claimed.message.from, parts);
    const asks = text.trim() !== "";
    if (seen.gtins.length === 0 && (!isMeant || asks)) return null;
    const answered = asks ? await answer(hearing, text) : null;
    const checked = forms.openSeen(answered ? { ...hearing, state: answered.state } : hearing, seen);
    return {
      ...checked,
      ...(answered?.asked && { asked: answered.asked }),
      replies: [...(answered?.replies ?? []), ...checked.replies],
      drops: pictures.map(({ id }) => id),
    };
  }

  function go(hearing: Hearing, to: string, start: unknown): Result {
    const { files } = hearing.state;
    if (to !== "support_request" || files.length === 0) return forms.open(hearing, to, start);
    return forms.open({ ...hearing, state: { ...hearing.state, files: [] } }, to, {
      ...handed(start),
      files,
    });
  }

  function follow(hearing: Hearing, told: Told): Result {
    switch (told.kind) {
      case "menu":
        return say(hearing, parts.words.menu);
      case "help":
        return say(hearing, parts.words.help);
      case "cancel":
        return forms.cancel(hearing);
      case "stop":
        return hearing.state.form || !hearsNews(hearing) ? forms.cancel(hearing) : follow(hearing, STOP_NEWS);
      case "back":
        return forms.back(hearing);
      case "staff":
        return callStaff(hearing, forms);
      case "allow":
        return allow(hearing, told.what);
      case "go":
        if (hearing.claimed.message.isGroup) return say(hearing, { text: texts.onlyPrivate });
        return go(hearing, told.to, told.start);
    }
  }

  function allow(hearing: Hearing, what: "model" | "voice"): Result {
    const purpose =
      what === "voice" ? parts.voice?.purpose : parts.asksBeforeModel ? "external_model" : undefined;
    const isNeeded = purpose !== undefined && !hasConsented(hearing.context.mine.consents, purpose);
    if (!isNeeded || hearing.claimed.message.isGroup)
      return say(hearing, forms.goingOn(hearing, texts.nothingToAllow));
    return say(hearing, consentQuestion(purpose, hearing));
  }

  async function answer(hearing: Hearing, question: string): Promise<Result> {
    const told = parts.words.ofNumber(question);
    if (told && !hearing.claimed.message.isGroup) return follow(hearing, told);
    const { questions, consentsAsked } = hearing.state;
    const { from, id, isGroup } = hearing.claimed.message;
    if (parts.asksBeforeModel && !hasConsented(hearing.context.mine.consents, "external_model")) {
      const answered = await parts.answerer.explain(question, questions);
      const result = answeredWith(hearing, question, answered);
      const isAsked = isGroup || consentsAsked.includes("external_model") || hearing.state.form !== null;
      const isWorthIt = answered.answer.outcome === "answered" || answered.answer.outcome === "partial";
      return isWorthIt && !isAsked ? alsoAsking("external_model", result, hearing) : result;
    }
    const draft = parts.drafts?.begin(from, id);
    const asker = { ...askerOf(hearing), ...(draft && { draft }) };
    const answered = await parts.answerer.explain(question, questions, asker);
    return answeredWith(hearing, question, answered);
  }

  /** A question in the middle of a form; null where the documents have nothing on it. */
  async function aside(hearing: Hearing, words: string): Promise<Result | null> {
    // Without a model: these may be words for the form, which are nobody else's business.
    const explained = await parts.answerer.explain(words, []);
    const { citations, outcome, confidence } = explained.answer;
    const isQuestion = looksLikeQuestion(words);
    // A question that the documents cannot answer may still be passed on; other words are for the form.
    if (isQuestion && passOnOf(explained.answer)) return answeredWith(hearing, words, explained);
    const hasBasis = citations.length > 0 && (outcome === "answered" || outcome === "partial");
    const isMeant = isQuestion || (words.trim().split(/\s+/).length >= FEWEST_WORDS && confidence >= CERTAIN);
    return hasBasis && isMeant ? answeredWith(hearing, words, explained) : null;
  }

  function answeredWith({ state, claimed }: Hearing, question: string, asked: Explained): Result {
    const { outcome } = asked.answer;
    const offersPerson = passOnOf(asked.answer) && !claimed.message.isGroup;
    const remembers = outcome !== "blocked" && outcome !== "failed" && question.length <= MAX_QUESTION_LENGTH;
    return {
      state: {
        ...state,
        questions: remembers ? [...state.questions, question].slice(-4) : state.questions,
        unanswered: offersPerson ? question : null,
        basis: asked.answer.citations,
      },
      replies: [answerReply(asked, offersPerson)],
      asked,
    };
  }
}

/** Whether anything is told to this person unasked. */
function hearsNews({ context: { mine } }: Hearing): boolean {
  return mine.topics.length > 0 || mine.consents.some(({ purpose }) => purpose === "announcement");
}

/** Whether these words end the wait for staff. */
function leavesStaff({ content }: IncomingMessage, words: CommandWords): boolean {
  if (content.kind === "choice") return words.isLeaveStaff(content.value);
  return content.kind === "text" && words.isLeaveStaff(content.text);
}

/** Law 134/2025/QH15 Điều 11: people can tell that they talk to a machine. Said once, after what they came for. */
function disclosed(replies: readonly Reply[], organisation: string): readonly Reply[] {
  const [first, ...others] = replies;
  if (!first) return replies;
  return [{ ...first, text: `${first.text}\n\n${texts.disclosure(organisation)}` }, ...others];
}

/** What nobody sees must not be counted when they pick by number, nor take the place of the menu that they do see. */
function withoutBasisChoice({ choices = [], ...reply }: Reply): Reply {
  const others = choices.filter(({ shows }) => shows !== "basis");
  return others.length > 0 ? { ...reply, choices: others } : reply;
}

function silent(state: ConversationState): Response {
  return { command: null, conclude: () => ({ state, replies: [] }) };
}

/** Short, and another one for every message. */
function menuId({ message }: ClaimedMessage): string {
  let hash = 7;
  for (const char of `${message.id}\n${message.sentAt.getTime()}`)
    hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return `m${hash.toString(36)}`;
}
