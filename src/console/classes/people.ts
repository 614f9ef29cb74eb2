import type { NewAttendee } from "../../registry/commands.ts";
import { readEnterpriseName, readPersonName } from "../../registry/names.ts";
import { readPhone } from "../../registry/phone.ts";
import { ENTERPRISE_KINDS, type EnterpriseKind } from "../../registry/views.ts";
import type { Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import type { ByHand } from "./port.ts";
import { registrationTexts as texts } from "./texts.ts";

const KINDS = Object.keys(ENTERPRISE_KINDS) as EnterpriseKind[];
const LONGEST_POSITION = 80;

type Read<T> = { kind: "right"; value: T } | { kind: "wrong"; mistakes: Mistakes };

/** Name, phone and position of one person. */
export function readPerson(form: SentForm): Read<NewAttendee> {
  const name = readPersonName(form.text("ho_ten"));
  const phone = optionalPhone(form.text("dien_thoai"));
  const mistakes = {
    ...(name.kind === "mistake" ? { ho_ten: name.text } : {}),
    ...("mistake" in phone ? { dien_thoai: phone.mistake } : {}),
  };
  if (name.kind === "mistake" || "mistake" in phone) return { kind: "wrong", mistakes };
  const position = form.text("chuc_vu").slice(0, LONGEST_POSITION) || null;
  return { kind: "right", value: { name: name.name, phone: phone.phone, position } };
}

/** Somebody who phoned, with the people they register: a line each. */
export function readByHand(form: SentForm): Read<ByHand> {
  const kind = KINDS.find((one) => one === form.text("loai"));
  const enterprise = readEnterpriseName(form.text("don_vi"));
  const submitter = readPersonName(form.text("nguoi_dang_ky"));
  const phone = readPhone(form.text("dien_thoai"));
  const taxId = form.text("ma_so_thue").replace(/[\s.-]/g, "");
  const communeText = form.text("xa");
  const people = readPeople(form.text("nguoi_du"));
  const mistakes = {
    ...(kind === undefined ? { loai: texts.kindMissing } : {}),
    ...(enterprise.kind === "mistake" ? { don_vi: enterprise.text } : {}),
    ...(taxId === "" || /^(?:\d{10}|\d{12}|\d{13})$/.test(taxId) ? {} : { ma_so_thue: texts.taxIdWrong }),
    ...(communeText === "" ? { xa: texts.communeMissing } : {}),
    ...(submitter.kind === "mistake" ? { nguoi_dang_ky: submitter.text } : {}),
    ...(phone.kind === "mistake" ? { dien_thoai: phone.text } : {}),
    ...("mistake" in people ? { nguoi_du: people.mistake } : {}),
    ...(form.ticked("dong_y") ? {} : { dong_y: texts.consentMissing }),
  };
  if (Object.keys(mistakes).length > 0) return { kind: "wrong", mistakes };
  if (kind === undefined || enterprise.kind === "mistake" || submitter.kind === "mistake") {
    return { kind: "wrong", mistakes };
  }
  if (phone.kind === "mistake" || "mistake" in people) return { kind: "wrong", mistakes };
  return {
    kind: "right",
    value: {
      enterprise: { kind, name: enterprise.name, taxId: taxId || null, communeCode: null, communeText },
      submitter: { name: submitter.name, phone: phone.phone },
      attendees: people.attendees,
    },
  };
}

/** "Nguyễn Thị Sương, 0905 123 456, kế toán" a line; only the name must be there. */
function readPeople(typed: string): { attendees: readonly NewAttendee[] } | { mistake: string } {
  const lines = typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return { mistake: texts.peopleMissing };
  const attendees: NewAttendee[] = [];
  for (const [index, line] of lines.entries()) {
    const [first = "", second = "", ...rest] = line.split(/[,;\t]/).map((part) => part.trim());
    const name = readPersonName(first);
    if (name.kind === "mistake") return { mistake: texts.personWrong(index + 1, name.text) };
    const phone = optionalPhone(second);
    if ("mistake" in phone) return { mistake: texts.personWrong(index + 1, phone.mistake) };
    const position = rest.join(", ").slice(0, LONGEST_POSITION) || null;
    attendees.push({ name: name.name, phone: phone.phone, position });
  }
  return { attendees };
}

function optionalPhone(typed: string): { phone: string | null } | { mistake: string } {
  if (typed === "") return { phone: null };
  const read = readPhone(typed);
  return read.kind === "mistake" ? { mistake: read.text } : { phone: read.phone };
}
