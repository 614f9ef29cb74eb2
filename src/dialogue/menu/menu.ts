import type { Reply } from "../../conversation/reply.ts";
import type { CommandWords } from "../command-words.ts";
import { commandOf, isLeaveStaff, isYes, toldByChoice, toldByNumber } from "./commands.ts";
import { ratingOf } from "./rating-words.ts";
import { menuTexts as texts } from "./menu-texts.ts";

const CHOICES = [
  { label: texts.ask, value: "go:ask" },
  { label: texts.classes, value: "go:classes" },
  { label: texts.myRegistrations, value: "go:my_registrations" },
  { label: texts.supportRequest, value: "go:support_request" },
  { label: texts.eligibility, value: "go:eligibility" },
  { label: texts.needs, value: "go:needs" },
  { label: texts.gtin, value: "go:gtin" },
  { label: texts.topics, value: "go:topics" },
  { label: texts.myData, value: "go:my_data" },
  { label: texts.staff, value: "go:staff" },
];

export const menuReply: Reply = { text: texts.menu, choices: CHOICES };

export const helpReply: Reply = {
  text: texts.help,
  choices: [
    { label: "Menu", value: "go:menu" },
    { label: texts.staff, value: "go:staff" },
  ],
};

/** The words and buttons that work everywhere. */
export const commandWords: CommandWords = {
  menu: menuReply,
  help: helpReply,
  ofText: commandOf,
  ofChoice: toldByChoice,
  ofNumber: toldByNumber,
  isYes,
  ratingOf,
  isLeaveStaff,
};
