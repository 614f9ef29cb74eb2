import type { Citation } from "../answer/answer.ts";

/** Something a person may pick; a channel shows a button, or a number to type. */
export interface Choice {
  label: string;
  /** what comes back when it is picked, at most 40 ASCII characters */
  value: string;
  /** words that pick it whenever they are typed: said where there are no buttons, for a number means the last menu only */
  typed?: string;
  /** leads to more about the citations; not offered where the channel shows them whole (`Channel.showsBasis`) */
  shows?: "basis";
}

/** A small file made for one person (an .ics, a checklist), carried in the reply itself. */
export interface ReplyFile {
  name: string;
  mediaType: string;
  /** the file as text, or its bytes in base64 */
  content: string;
  /** text, UTF-8, unless it says base64 */
  encoding?: "base64";
}

/**
 * The same in the fields of a form of words that a platform has approved, for those that let nothing else through to
 * somebody who has not written for long.
 */
export interface ReplyTemplate {
  name: "class_reminder";
  data: Readonly<Record<string, string>>;
}

/** What is said; a channel encodes it as well as it can. */
export interface Reply {
  text: string;
  choices?: readonly Choice[];
  citations?: readonly Citation[];
  files?: readonly ReplyFile[];
  template?: ReplyTemplate;
  /** an answer that the person may rate; pages show buttons for it */
  rateable?: true;
}
