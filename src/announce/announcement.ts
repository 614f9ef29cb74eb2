import { writeAudience, type AudienceFilter } from "./audience.ts";

/** What is written by one person and approved by another: all of it is covered by the approval. */
export interface AnnouncementWords {
  title: string;
  body: string;
  /** the class that it invites to */
  eventId: string | null;
  link: string | null;
  audience: AudienceFilter;
  /** when it should leave; null: as soon as somebody sends it off */
  scheduledAt: Date | null;
  /** nothing leaves from this moment on; null: so many days after it began */
  expiresAt: Date | null;
}

export type AnnouncementMistake =
  | "no_title"
  | "title_too_long"
  | "no_body"
  | "body_too_long"
  | "bad_link"
  | "expires_before_it_leaves"
  | "is_over";

export const LONGEST_TITLE = 120;
/** With title, class and footer it still is one message on every channel. */
export const LONGEST_BODY = 1_500;
/** Of the only file; it is carried in every message. */
export const LARGEST_FILE = 2_000_000;
const LONGEST_LINK = 300;

/** People who write again only later get it as long as it is news. */
const USUALLY_LASTS_MS = 7 * 86_400_000;

/** Without what stands around words by accident. */
export function tidied(words: AnnouncementWords): AnnouncementWords {
  const link = words.link?.trim() ?? "";
  return {
    ...words,
    title: words.title.normalize("NFC").replace(/\s+/gu, " ").trim(),
    body: words.body.normalize("NFC").replace(/\r\n?/gu, "\n").trim(),
    link: link === "" ? null : link,
  };
}

/** What stands against submitting, approving or sending it now. */
export function mistakesIn(words: AnnouncementWords, now: Date): readonly AnnouncementMistake[] {
  const { title, body, link, scheduledAt, expiresAt } = tidied(words);
  const found: (AnnouncementMistake | false)[] = [
    title === "" && "no_title",
    title.length > LONGEST_TITLE && "title_too_long",
    body === "" && "no_body",
    body.length > LONGEST_BODY && "body_too_long",
    link !== null && !isLink(link) && "bad_link",
    scheduledAt !== null && expiresAt !== null && expiresAt <= scheduledAt && "expires_before_it_leaves",
    expiresAt !== null && expiresAt <= now && "is_over",
  ];
  return found.filter((one) => one !== false);
}

/** Until when it may leave. */
export function expiryOf({ expiresAt }: Pick<AnnouncementWords, "expiresAt">, startsAt: Date): Date {
  return expiresAt ?? new Date(startsAt.getTime() + USUALLY_LASTS_MS);
}

/** Everything that was approved, as one text: whoever changes anything of it voids the approval. */
export function approvedText(words: AnnouncementWords, fileDigest: string | null): string {
  const { title, body, eventId, link, audience, scheduledAt, expiresAt } = tidied(words);
  return JSON.stringify([
    title,
    body,
    eventId,
    link,
    writeAudience(audience),
    scheduledAt?.toISOString() ?? null,
    expiresAt?.toISOString() ?? null,
    fileDigest,
  ]);
}

function isLink(link: string): boolean {
  return link.length <= LONGEST_LINK && /^https?:\/\/[^\s/]+\.[^\s]+$/u.test(link);
}
