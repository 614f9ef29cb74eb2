import { isEmail } from "../access/is-email.ts";
import type { Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { ROLES } from "../permissions.ts";
import type { StaffDetails } from "./port.ts";
import { staffTexts as texts } from "./texts.ts";

const LONGEST_NAME = 100;

type Associations = readonly { id: string }[];
interface Wrong {
  kind: "wrong";
  mistakes: Mistakes;
}

/** Role and name as filled in. */
export function readDetails(
  form: SentForm,
  associations: Associations,
): { kind: "right"; details: StaffDetails } | Wrong {
  const name = form.text("ten");
  const role = ROLES.find((one) => one === form.text("vai_tro"));
  const associationId = associations.find(({ id }) => id === form.text("hiep_hoi"))?.id ?? null;
  const mistakes = {
    ...(name === "" || name.length > LONGEST_NAME ? { ten: texts.nameMissing } : {}),
    ...(role === undefined ? { vai_tro: texts.roleMissing } : {}),
    ...(role === "partner" && associationId === null ? { hiep_hoi: texts.associationMissing } : {}),
  };
  if (role === undefined || Object.keys(mistakes).length > 0) return { kind: "wrong", mistakes };
  return { kind: "right", details: { name, role, associationId: role === "partner" ? associationId : null } };
}

export function readInvitation(
  form: SentForm,
  associations: Associations,
): { kind: "right"; email: string; details: StaffDetails } | Wrong {
  const email = form.text("email").toLowerCase();
  const read = readDetails(form, associations);
  const mistakes = {
    ...(isEmail(email) ? {} : { email: texts.emailWrong }),
    ...(read.kind === "wrong" ? read.mistakes : {}),
  };
  if (read.kind === "wrong" || Object.keys(mistakes).length > 0) return { kind: "wrong", mistakes };
  return { kind: "right", email, details: read.details };
}
