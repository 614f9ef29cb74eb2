import type { FileRef } from "../../conversation/message.ts";
import type { Reply } from "../../conversation/reply.ts";
import type { Command, CommandOutcome } from "../../registry/commands.ts";
import { picked } from "../choosing.ts";
import type { Dialogue, DialogueContext, Input, Step } from "../dialogue.ts";
import { requestToAdd } from "../../registry/add-choice.ts";
import { savedIn } from "../saved.ts";
import { LONGEST_DESCRIPTION, descriptionMistake, namesOf, tidy, withFiles } from "./request-fields.ts";
import { myRequestsTexts as texts } from "./my-requests-texts.ts";
import { actionsOn, detailsOf, listOf, newestFirst, withdrawChoices } from "./request-screens.ts";
import { declineTexts, requestTexts } from "./request-texts.ts";

type Screen =
  | { at: "list" }
  | { at: "one" | "withdraw" | "reopen"; code: string }
  | { at: "add"; code: string; files: readonly FileRef[] };

/** One's own requests: how they stand, what staff answered; add to one, withdraw it, open it again. */
export const myRequests: Dialogue = {
  name: "my_requests",
  version: 1,
  begin(context, start) {
    const requests = newestFirst(context.mine.requests);
    const [only, second] = requests;
    if (!only) return { kind: "leave", reply: nothing };
    const toAdd = requestToAdd(savedIn(start) ?? "");
    if (toAdd !== null && requestOf(toAdd, context)) {
      return show({ at: "add", code: toAdd, files: [] }, context);
    }
    const wanted = requests.find(({ code }) => code === codeOf(start)) ?? (second ? null : only);
    return show(wanted ? { at: "one", code: wanted.code } : { at: "list" }, context);
  },
  advance(raw, input, context) {
    if (context.mine.requests.length === 0) return { kind: "leave", reply: nothing };
    const screen = screenOf(raw, context);
    switch (screen.at) {
      case "list":
        return advanceList(input, context);
      case "one":
        return advanceOne(screen.code, input, context);
      case "add":
        return advanceAdd(screen, input, context);
      case "withdraw":
        return advanceWithdraw(screen.code, input, context);
      case "reopen":
        return advanceReopen(screen.code, input, context);
    }
  },
  resume: (raw, context) =>
    context.mine.requests.length === 0 ? nothing : render(screenOf(raw, context), context),
  back(raw, context) {
    const screen = screenOf(raw, context);
    if (screen.at === "list" || context.mine.requests.length === 0) return null;
    if (screen.at !== "one") return show({ at: "one", code: screen.code }, context);
    return context.mine.requests.length > 1 ? show({ at: "list" }, context) : null;
  },
  isBrowsing: (raw) => isScreen(raw, ["list", "one"]),
  typed(raw, context) {
    const screen = screenOf(raw, context);
    return screen.at === "add" && screen.files.length > 0 ? [texts.typedAddition(namesOf(screen.files))] : [];
  },
};

const nothing: Reply = { text: texts.none, choices: [{ label: texts.send, value: "go:support_request" }] };

function show(screen: Screen, context: DialogueContext, note?: string): Step {
  const reply = render(screen, context);
  return {
    kind: "ask",
    state: screen,
    reply: note === undefined ? reply : { ...reply, text: `${note}\n\n${reply.text}` },
  };
}

function render(screen: Screen, context: DialogueContext): Reply {
  if (screen.at === "list") return listOf(context.mine.requests);
  const request = requestOf(screen.code, context);
  if (!request) return listOf(context.mine.requests);
  switch (screen.at) {
    case "one":
      return detailsOf(request, context);
    case "add":
      return screen.files.length === 0
        ? { text: texts.askAdd }
        : { text: texts.filesSoFar(namesOf(screen.files), screen.files.length), choices: [sendAddition] };
    case "withdraw":
      return { text: texts.askWithdraw(request.code), choices: withdrawChoices };
    case "reopen":
      return { text: texts.askReopen };
  }
}

const sendAddition = { label: texts.sendAddition, value: "send" } as const;

function advanceList(input: Input, context: DialogueContext): Step {
  const choices = listOf(context.mine.requests).choices ?? [];
  const code = picked(input, choices)?.replace(/^code:/, "") ?? typedCode(input);
  const request = code === null ? undefined : requestOf(code, context);
  return request
    ? show({ at: "one", code: request.code }, context)
    : lost({ at: "list" }, context, texts.pick);
}

function advanceOne(code: string, input: Input, context: DialogueContext): Step {
  const screen: Screen = { at: "one", code };
  const request = requestOf(code, context);
  const actions = request ? actionsOn(request, context) : [];
  switch (picked(input, actions)) {
    case "add":
      return show({ at: "add", code, files: [] }, context);
    case "withdraw":
      return show({ at: "withdraw", code }, context);
    case "reopen":
      return show({ at: "reopen", code }, context);
    case "list":
      return show({ at: "list" }, context);
    case null:
      return lost(screen, context, texts.pick);
  }
}

/** Words are sent as they come, with the files before them. */
function advanceAdd(screen: Extract<Screen, { at: "add" }>, input: Input, context: DialogueContext): Step {
  const words = input.kind === "choice" ? "" : tidy(input.text);
  if (words.length > LONGEST_DESCRIPTION) return show(screen, context, texts.tooLong(words.length));
  const { kept, note } = withFiles(screen.files, input.kind === "files" ? input.files : []);
  if (picked(input, [sendAddition], { send: ["gui", "gui di", "xong"] }) !== null) {
    return kept.length === 0
      ? show(screen, context, texts.additionEmpty)
      : add(screen.code, "", kept, context);
  }
  if (/[\p{L}\p{N}]{2}/u.test(words)) return add(screen.code, words, kept, context);
  if (kept.length > screen.files.length) return show({ ...screen, files: kept }, context, note);
  return show(screen, context, note ?? texts.additionEmpty);
}

function add(code: string, text: string, files: readonly FileRef[], context: DialogueContext): Step {
  return change(code, context, texts.added, (requestId) => ({
    kind: "add_to_request",
    requestId,
    text,
    fileIds: files.map(({ id }) => id),
  }));
}

function advanceWithdraw(code: string, input: Input, context: DialogueContext): Step {
  const answer = picked(input, withdrawChoices, {
    yes: ["co", "rut", "dong y"],
    no: ["khong", "thoi", "giu lai"],
  });
  if (answer === null) return lost({ at: "withdraw", code }, context, texts.chooseWithdraw);
  if (answer === "no") return show({ at: "one", code }, context);
  return change(code, context, texts.withdrawn, (requestId) => ({ kind: "withdraw_request", requestId }));
}

function advanceReopen(code: string, input: Input, context: DialogueContext): Step {
  const words = input.kind === "choice" ? "" : tidy(input.text);
  const mistake = descriptionMistake(words);
  if (mistake !== null) return show({ at: "reopen", code }, context, mistake);
  return change(code, context, texts.reopened, (requestId) => ({
    kind: "reopen_request",
    requestId,
    text: words,
  }));
}

function change(
  code: string,
  context: DialogueContext,
  done: (code: string) => string,
  command: (requestId: string) => Command,
): Step {
  const request = requestOf(code, context);
  if (!request) return show({ at: "list" }, context);
  return {
    kind: "do",
    command: command(request.id),
    conclude: (outcome) => ({ reply: concluded(outcome, done) }),
  };
}

function concluded(outcome: CommandOutcome, done: (code: string) => string): Reply {
  const choices = [{ label: requestTexts.follow, value: "go:my_requests" }];
  if (outcome.kind === "request_changed") return { text: done(outcome.code), choices };
  return { text: outcome.kind === "declined" ? declineTexts[outcome.why] : requestTexts.notDone, choices };
}

function lost(screen: Screen, context: DialogueContext, text: string): Step {
  const again = render(screen, context);
  return { kind: "not_understood", reply: { ...again, text: `${text}\n\n${again.text}` } };
}

function requestOf(code: string, { mine }: DialogueContext) {
  return mine.requests.find((one) => one.code === code);
}

/** A code typed out, in any case. */
function typedCode(input: Input): string | null {
  return input.kind === "choice" ? null : input.text.trim().toUpperCase();
}

/** The screen as it was kept; the list where its request is gone. */
function screenOf(raw: unknown, context: DialogueContext): Screen {
  const { at, code, files } = (typeof raw === "object" && raw !== null ? raw : {}) as Record<string, unknown>;
  if (typeof code !== "string" || !requestOf(code, context)) return { at: "list" };
  if (at === "add") return { at, code, files: Array.isArray(files) ? (files as FileRef[]) : [] };
  return at === "withdraw" || at === "reopen" ? { at, code } : { at: "one", code };
}

function isScreen(raw: unknown, names: readonly string[]): boolean {
  return typeof raw === "object" && raw !== null && "at" in raw && names.includes(String(raw.at));
}

function codeOf(start: unknown): string | null {
  if (typeof start !== "object" || start === null || !("code" in start)) return null;
  return typeof start.code === "string" ? start.code : null;
}
