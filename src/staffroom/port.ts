import type { IncomingMessage } from "../conversation/message.ts";

/** What is known of a message that may have been written by staff. */
export interface Standing {
  /** it stands in a group that was linked: nothing there is a question to the bot */
  isRoom: boolean;
  /** who wrote is linked to an account that may talk to people */
  isStaff: boolean;
  /** the conversation that the message it replies to was about */
  about: string | null;
}

/** Where staff work besides the console. */
export interface StaffRoom {
  standing(message: IncomingMessage): Promise<Standing>;
  /** who wrote is linked to an account that may draft announcements */
  mayAnnounce(message: IncomingMessage): Promise<boolean>;
}
