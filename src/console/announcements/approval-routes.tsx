import { afterQuiet } from "../../announce/quiet-hours.ts";
import { mayBecome } from "../../registry/states.ts";
import { byOf } from "../by.ts";
import { goTo } from "../kit/flash.tsx";
import { readForm } from "../kit/read-form.ts";
import { requireSecondFactor } from "../kit/second-factor.tsx";
import { momentInWords } from "../kit/when.ts";
import { announcementPath, type Routes } from "../routes.ts";
import { memberOf } from "../visit.ts";
import { PreviewView, ReachView } from "./live-views.tsx";
import { ANNOUNCEMENTS } from "./paths.ts";
import { AnnouncementFacts } from "./record-view.tsx";
import { impossible, whyNot, withRecord, type AnnouncementParts } from "./seen-pages.tsx";
import { stepPage } from "./step-views.tsx";
import { announcementTexts as texts } from "./texts.ts";

/** What is approved stands on the page that approves it. */
export function approveRoutes(routes: Routes, parts: AnnouncementParts): void {
  const { announcements, areas } = parts;
  const path = `${ANNOUNCEMENTS}/:id/duyet` as const;

  routes.page(path, "announcements.approve", (c) =>
    withRecord(c, parts, c.req.param("id"), async (record) => {
      if (!mayBecome("announcement", record.status, "approved")) return impossible(c, record);
      const now = c.var.shell.now();
      const wanted = { audience: record.words.audience, corrects: record.corrects?.id ?? null };
      const isOwn = record.author.id === memberOf(c).id;
      const [onePerson, choices, previews, reach] = await Promise.all([
        announcements.onePerson(),
        announcements.choices(now),
        announcements.previewOf(record.id),
        announcements.reach(wanted, now),
      ]);
      return stepPage(
        c,
        {
          record,
          part: "duyet",
          title: texts.approveTitle,
          lead: (
            <>
              <p>{texts.approveLead}</p>
              {isOwn && <p class="caution">{onePerson ? texts.mayAlone : texts.needsAnother}</p>}
            </>
          ),
          button: texts.approve,
        },
        <>
          <section class="card" aria-label={texts.preview}>
            <h2>{texts.preview}</h2>
            <PreviewView previews={previews} />
          </section>
          <section class="card" aria-label={texts.reach}>
            <h2>{texts.reach}</h2>
            <ReachView reach={reach} now={now} />
          </section>
          <AnnouncementFacts record={record} choices={choices} areas={areas} />
        </>,
      );
    }),
  );

  routes.change(path, "announcements.approve", async (c) => {
    const form = await readForm(c);
    const asked = await requireSecondFactor(c, form);
    if (asked) return asked;
    const id = c.req.param("id");
    const ended = await announcements.approve(byOf(c), { id, revision: form.revision() });
    if (ended.kind !== "done") return whyNot(c, parts, id, ended);
    return goTo(c, announcementPath(id), ended.alone ? texts.approvedAloneNow : texts.approvedNow);
  });
}

/** A second click finds it on its way and changes nothing. */
export function sendRoutes(routes: Routes, parts: AnnouncementParts): void {
  const { announcements } = parts;
  const path = `${ANNOUNCEMENTS}/:id/gui` as const;

  routes.page(path, "announcements.approve", (c) =>
    withRecord(c, parts, c.req.param("id"), async (record) => {
      if (!mayBecome("announcement", record.status, "scheduled")) return impossible(c, record);
      const now = c.var.shell.now();
      const { audience, scheduledAt } = record.words;
      const reach = await announcements.reach({ audience, corrects: record.corrects?.id ?? null }, now);
      const wished = scheduledAt !== null && scheduledAt > now ? scheduledAt : now;
      const at = afterQuiet(wished);
      return stepPage(
        c,
        {
          record,
          part: "gui",
          title: texts.sendTitle,
          lead: (
            <>
              <p>
                <strong>{record.title}</strong>
              </p>
              <p>{at > now ? texts.sendAt(momentInWords(at)) : texts.sendLead}</p>
              {at > wished && <p class="caution">{texts.sendQuiet}</p>}
            </>
          ),
          button: at > now ? texts.sendLater : texts.sendNow,
        },
        <section class="card" aria-label={texts.reach}>
          <h2>{texts.reach}</h2>
          <ReachView reach={reach} now={now} />
        </section>,
      );
    }),
  );

  routes.change(path, "announcements.approve", async (c) => {
    const id = c.req.param("id");
    const by = byOf(c);
    const ended = await announcements.send(by, { id, revision: (await readForm(c)).revision() });
    if (ended.kind !== "done") return whyNot(c, parts, id, ended);
    const { at, already } = ended;
    if (already) return goTo(c, announcementPath(id), texts.sentAlready, "caution");
    return goTo(c, announcementPath(id), at > by.now ? texts.sentLater(momentInWords(at)) : texts.sentNow);
  });
}
