import type { By } from "../by.ts";
import type { Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { REQUEST_STATES } from "../words.ts";
import { answerStates, type ActionName } from "./action-forms.tsx";
import type { RequestAt, RequestDesk, RequestDetails, RequestDone } from "./port.ts";
import { requestTexts as texts } from "./texts.ts";

/** What a person is told stands in one message of every platform. */
const LONGEST = 4_000;
const LONGEST_LINE = 300;

export type Ended =
  | RequestDone
  | { kind: "not_staff" }
  | { kind: "too_late" }
  | { kind: "other_open"; code: string }
  | { kind: "mistakes"; mistakes: Mistakes };

interface Asked {
  desk: RequestDesk;
  by: By;
  request: RequestDetails;
  /** as it was on the screen */
  at: RequestAt;
  form: SentForm;
}

/** Does what a form asks for, or says what it lacks. */
export const ACTIONS: Readonly<Record<ActionName, (asked: Asked) => Promise<Ended>>> = {
  async giao({ desk, by, at, form }) {
    const staffId = form.text("nguoi");
    return staffId === "" ? wrong({ nguoi: texts.assignMissing }) : desk.assign(by, at, staffId);
  },
  async "tra-loi"({ desk, by, request, at, form }) {
    const to = answerStates(request).find((one) => one === form.text("trang_thai"));
    const mistakes = {
      ...words(form, "tra_loi"),
      ...(to === undefined ? { trang_thai: texts.answerStateMissing } : {}),
    };
    if (to === undefined || hasAny(mistakes)) return wrong(mistakes);
    return desk.answer(by, at, form.text("tra_loi"), to);
  },
  async "hoi-them"({ desk, by, at, form }) {
    const mistakes = words(form, "hoi_them");
    return hasAny(mistakes) ? wrong(mistakes) : desk.askInfo(by, at, form.text("hoi_them"));
  },
  async chuyen({ desk, by, at, form }) {
    const mistakes = { ...words(form, "co_quan", LONGEST_LINE), ...notLong(form, "loi_chuyen") };
    if (hasAny(mistakes)) return wrong(mistakes);
    return desk.forward(by, at, { agency: form.text("co_quan"), text: form.text("loi_chuyen") });
  },
  async "tu-choi"({ desk, by, at, form }) {
    const mistakes = { ...words(form, "ly_do"), ...words(form, "can_cu", LONGEST_LINE) };
    if (hasAny(mistakes)) return wrong(mistakes);
    return desk.refuse(by, at, { reason: form.text("ly_do"), basis: form.text("can_cu") });
  },
  async "mo-lai"({ desk, by, at, form }) {
    const mistakes = notLong(form, "loi_mo_lai");
    return hasAny(mistakes) ? wrong(mistakes) : desk.reopen(by, at, form.text("loi_mo_lai"));
  },
  async gop({ desk, by, request, at, form }) {
    const into = await target(desk, request, form, by.now);
    return "kind" in into ? into : desk.merge(by, at, into);
  },
};

/** The request to go on with: chosen of those that seem the same, or named by its code. */
async function target(
  desk: RequestDesk,
  request: RequestDetails,
  form: SentForm,
  now: Date,
): Promise<RequestAt | Extract<Ended, { kind: "mistakes" }>> {
  const code = form.text("gop_ma").toUpperCase();
  const chosen = request.similar.find(({ id }) => id === form.text("gop_vao"));
  if (code === "") return chosen ?? wrong({ gop_ma: texts.mergeMissing });
  if (code === request.code) return wrong({ gop_ma: texts.mergeSelf });
  const filter = { status: null, kind: null, assignedTo: null, overdue: false, words: code };
  const { lines } = await desk.list(filter, { page: 1, perPage: 10 }, now);
  const found = lines.find((line) => line.code === code);
  const other = found && (await desk.one(found.id, now));
  return other ? { id: other.id, revision: other.revision } : wrong({ gop_ma: texts.mergeUnknown });
}

/** Why nothing was done, in words above the form; undefined where they stand at a field. */
export function whyNot(ended: Ended): string | undefined {
  switch (ended.kind) {
    case "not_allowed":
      return texts.notAllowed(REQUEST_STATES[ended.from]);
    case "no_words":
      return texts.noWords;
    case "not_staff":
      return texts.notStaff;
    case "too_late":
      return texts.tooLate;
    case "other_open":
      return texts.otherOpen(ended.code);
    case "done":
    case "not_found":
    case "stale":
    case "mistakes":
      return undefined;
  }
}

function words(form: SentForm, name: string, longest = LONGEST): Mistakes {
  return form.text(name) === "" ? { [name]: texts.noWords } : notLong(form, name, longest);
}

function notLong(form: SentForm, name: string, longest = LONGEST): Mistakes {
  return form.text(name).length > longest ? { [name]: texts.tooLong } : {};
}

function hasAny(mistakes: Mistakes): boolean {
  return Object.keys(mistakes).length > 0;
}

function wrong(mistakes: Mistakes) {
  return { kind: "mistakes", mistakes } as const;
}
