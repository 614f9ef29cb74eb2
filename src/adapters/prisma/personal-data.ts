/** How a person sees what is kept of them, and how it goes when they ask for it. */
export interface Coverage {
  shown: string;
  erased: string;
}

/**
 * Every model marked `@personal`. A test holds this list against the models, and another one fills all of them for one
 * person and looks for what is left after the erasure.
 */
export const PERSONAL_DATA: Readonly<Record<string, Coverage>> = {
  Conversation: {
    shown: "the chat itself; “dữ liệu của tôi” says that it is kept",
    erased: "state emptied; the row stays while its last message is answered, then retention removes it",
  },
  InboxMessage: {
    shown: "the chat itself",
    erased: "rows deleted; the message in hand loses its words and the sender's name",
  },
  OutgoingMessage: {
    shown: "the chat itself",
    erased: "rows deleted, also those that told staff of it in their group, with their replies there",
  },
  StoredFile: { shown: "listed with the request it belongs to", erased: "rows deleted" },
  Contact: { shown: "Mine.person", erased: "row deleted" },
  ChannelAddress: { shown: "is the chat in which one asks", erased: "deleted with the contact" },
  Enterprise: {
    shown: "Mine.enterprise and Mine.registrations",
    erased: "deleted; without name and numbers where rows are counted on it; kept where others speak for it",
  },
  EnterpriseContact: { shown: "Mine.enterprise.contact", erased: "deleted with the contact" },
  Consent: { shown: "Mine.consents", erased: "deleted with the contact" },
  TopicFollow: { shown: "Mine.topics", erased: "deleted with the contact" },
  DataRequest: {
    shown: "its deadline is told when it is made",
    erased: "stays as proof of what was done, without the contact",
  },
  Registration: { shown: "Mine.registrations", erased: "submitter's name and phone blanked" },
  Attendee: {
    shown: "Mine.registrations",
    erased: "cancelled where still to come; name, phone and position blanked",
  },
  SupportRequest: { shown: "Mine.requests", erased: "withdrawn where open; words, name and phone blanked" },
  RequestEntry: { shown: "Mine.requests (answers, files)", erased: "rows deleted" },
  AskedQuestion: {
    shown: "the chat itself",
    erased: "rows deleted; when retention drops the conversation the words go and the row is counted on",
  },
  ContactCode: {
    shown: "told when it is made; minutes later it is void",
    erased: "deleted with the contact",
  },
  Delivery: { shown: "announcements arrive in the chat itself", erased: "deleted with the contact" },
};
