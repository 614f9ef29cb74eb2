import type { Command, CommandOutcome } from "../../../registry/commands.ts";
import type { ExecuteCommand } from "../conversations.ts";
import { addAttendees, register } from "./register.ts";
import { answerOffer, cancelAttendees, swapAttendee } from "./attendees.ts";
import { findContact } from "./contacts.ts";
import { eraseMe } from "./erase.ts";
import { joinContacts, makeContactCode } from "./join.ts";
import { passOnRated, rate } from "./opinions.ts";
import {
  correctEnterprise,
  correctPerson,
  follow,
  giveConsent,
  unfollow,
  withdrawConsent,
} from "./own-data.ts";
import { addToRequest, reopenRequest, submitRequest, withdrawRequest } from "./requests.ts";
import { registryParts, type GivenParts } from "../registry-parts.ts";
import type { Scope, Who } from "./scope.ts";
import { announce } from "../staffroom/announce.ts";
import { executeOrder } from "../staffroom/execute-order.ts";
import { tellStaff } from "../staffroom/tell-staff.ts";
import { callStaff, leaveMessage, leaveStaff, passOn } from "./staff-call.ts";

/** Carries out what a dialogue asked for, for the person who wrote, inside the transaction that settles the turn. */
export function createCommandExecutor(given: GivenParts): ExecuteCommand {
  const parts = registryParts(given);
  return async (tx, command, who) => {
    const contactId = await findContact(tx, who);
    const actor = contactId === null ? "person" : `contact:${contactId}`;
    return execute({ ...parts, tx, now: who.now, actor }, command, who);
  };
}

async function execute(scope: Scope, command: Command, who: Who): Promise<CommandOutcome> {
  switch (command.kind) {
    case "register":
      return register(scope, who, command);
    case "add_attendees":
      return addAttendees(scope, who, command);
    case "swap_attendee":
      return swapAttendee(scope, who, command);
    case "cancel_attendees":
      return cancelAttendees(scope, who, command);
    case "answer_offer":
      return answerOffer(scope, who, command);
    case "submit_request":
      return submitRequest(scope, who, command);
    case "add_to_request":
      return addToRequest(scope, who, command);
    case "withdraw_request":
      return withdrawRequest(scope, who, command);
    case "reopen_request":
      return reopenRequest(scope, who, command);
    case "pass_on":
      return passOn(scope, who, command);
    case "call_staff":
      return callStaff(scope, who, command);
    case "leave_staff":
      return leaveStaff(scope, who);
    case "tell_staff":
      return tellStaff(scope, who);
    case "staff_room":
      return { kind: "staff_room", outcome: await executeOrder(scope, who, command.order) };
    case "announce":
      return { kind: "announce", outcome: await announce(scope, who, command.order) };
    case "rate":
      return rate(scope, who, command);
    case "pass_on_rated":
      return passOnRated(scope, who, command);
    case "leave_message":
      return leaveMessage(scope, who, command);
    case "follow":
      return follow(scope, who, command);
    case "unfollow":
      return unfollow(scope, who, command);
    case "correct_person":
      return correctPerson(scope, who, command);
    case "correct_enterprise":
      return correctEnterprise(scope, who, command);
    case "give_consent":
      return giveConsent(scope, who, command);
    case "withdraw_consent":
      return withdrawConsent(scope, who, command);
    case "opt_out_and":
      await withdrawConsent(scope, who, { kind: "withdraw_consent", purpose: "announcement" });
      return execute(scope, command.command, who);
    case "make_contact_code":
      return makeContactCode(scope, who);
    case "join_contacts":
      return joinContacts(scope, who, command);
    case "erase_me":
      return eraseMe(scope, who);
  }
}
