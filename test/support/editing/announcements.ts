import { createAnnouncements } from "../../../src/adapters/prisma/console/announcements.ts";
import type { AnnouncementWords } from "../../../src/announce/announcement.ts";
import type { AnnouncementDone, Announcements, Seen } from "../../../src/console/announcements/port.ts";
import { approver, WORDS } from "../announcing.ts";
import { by, deskOver } from "../registry.ts";
import { revisionIn, type Edit, type Edits } from "./edit.ts";

const CORRECTED: AnnouncementWords = { ...WORDS, body: "Mời anh/chị dự lớp, lúc 8 giờ." };

/** What it takes to come from a draft to where the action is possible. */
type Way = readonly ((announcements: Announcements, seen: Seen) => Promise<AnnouncementDone>)[];

const submit: Way[number] = (announcements, seen) => announcements.submit(by, seen);
const approve: Way[number] = (announcements, seen) => announcements.approve(approver, seen);

/** The faster one corrects the words and brings it again to where it was. */
function announcement(way: Way, second: (one: Announcements, seen: Seen) => Promise<{ kind: string }>): Edit {
  return {
    model: "Announcement",
    async open(database) {
      const { desk } = deskOver(database);
      const announcements = createAnnouncements({ desk, channels: () => ({}), previews: () => [] });
      const drafted = await announcements.draft(by, WORDS, null);
      if (drafted.kind !== "done") throw new Error(drafted.kind);
      const { id } = drafted;
      const seen = () => revisionIn(database, "Announcement", id);
      const go = async (): Promise<AnnouncementDone> => {
        let last: AnnouncementDone = drafted;
        for (const step of way) last = await step(announcements, { id, revision: await seen() });
        return last;
      };
      await go();
      return {
        seen,
        async faster() {
          const edited = await announcements.edit(by, { id, revision: await seen() }, CORRECTED, "keep");
          return edited.kind === "done" ? go() : edited;
        },
        second: (revision) => second(announcements, { id, revision }),
      };
    },
  };
}

export const ANNOUNCEMENT_EDITS: Edits = {
  "Announcements.edit": announcement([], (one, seen) => one.edit(by, seen, WORDS, "keep")),
  "Announcements.submit": announcement([], submit),
  "Announcements.giveBack": announcement([submit], (one, seen) => one.giveBack(approver, seen, "Thiếu giờ.")),
  "Announcements.approve": announcement([submit], approve),
  "Announcements.send": announcement([submit, approve], async (one, seen) => {
    const sent = await one.send(approver, seen);
    // A second click is told that it has left already, and changes nothing.
    return sent.kind === "done" && sent.already ? { kind: "already" } : sent;
  }),
};
