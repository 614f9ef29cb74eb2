import { afterQuiet } from "../../announce/quiet-hours.ts";
import { byOf, type By } from "../by.ts";
import { goTo } from "../kit/flash.tsx";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm } from "../kit/read-form.ts";
import { requireSecondFactor } from "../kit/second-factor.tsx";
import { momentInWords } from "../kit/when.ts";
import { mayBecome, type AnnouncementStatus } from "../../registry/states.ts";
import type { Permission } from "../permissions.ts";
import type { Routes } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import { PreviewView, ReachView } from "./live-views.tsx";
import { ANNOUNCEMENTS, announcementPath } from "./paths.ts";
import type { AnnouncementDone, AnnouncementRecord, Announcements, RunDone, Seen } from "./port.ts";
import { AnnouncementFacts } from "./record-view.tsx";
import { whyNot, type AnnouncementParts } from "./seen-pages.tsx";
import { reasonPage, stepPage, type ReasonGiven, type StepGiven } from "./step-views.tsx";
import { announcementTexts as texts } from "./texts.ts";

const LONGEST_REASON = 500;

/** A step that somebody gives a reason for. */
interface ReasonedStep extends Omit<ReasonGiven, "record"> {
  to: AnnouncementStatus;
  said: string;
  take: (by: By, seen: Seen, reason: string) => Promise<AnnouncementDone | RunDone>;
}

/** From a draft that waits to what everybody got: approving, sending, pausing, stopping, correcting. */
export function stepRoutes(routes: Routes, parts: AnnouncementParts): void {
  const { announcements } = parts;
  approveRoutes(routes, parts);
  sendRoutes(routes, parts);
  for (const step of reasonedSteps(announcements)) reasonRoutes(routes, parts, step);

  confirmed("tiep-tuc", "announcements.approve", {
    page: { title: texts.resume, lead: <p>{texts.resumeLead}</p>, button: texts.resume },
    isPossible: ({ status }) => status === "paused",
    take: async (c, id) => {
      const ended = await announcements.resume(byOf(c), id);
      return ended.kind === "done"
        ? goTo(c, announcementPath(id), texts.resumed)
        : whyNot(c, parts, id, ended);
    },
  });

  confirmed("dinh-chinh", "announcements.write", {
    page: { title: texts.correct, lead: <p>{texts.correctLead}</p>, button: texts.correctButton },
    isPossible: ({ startedAt }) => startedAt !== null,
    take: async (c, id) => {
      const ended = await announcements.correct(byOf(c), id);
      return ended.kind === "done"
        ? goTo(c, announcementPath(ended.id, "sua"), texts.corrected)
        : whyNot(c, parts, id, ended);
    },
  });

  function confirmed(
    part: string,
    needs: Permission,
    step: {
      page: Omit<StepGiven, "record" | "part">;
      isPossible: (record: AnnouncementRecord) => boolean;
      take: (c: ConsoleContext, id: string) => Promise<Response>;
    },
  ): void {
    routes.page(`${ANNOUNCEMENTS}/:id/${part}`, needs, (c) =>
      withRecord(c, parts, c.req.param("id"), (record) =>
        step.isPossible(record) ? stepPage(c, { ...step.page, record, part }) : impossible(c, record),
      ),
    );
    routes.change(`${ANNOUNCEMENTS}/:id/${part}`, needs, (c) => step.take(c, c.req.param("id")));
  }
}

/** What is approved stands on the page that approves it. */
function approveRoutes(routes: Routes, parts: AnnouncementParts): void {
  const { announcements, areas } = parts;
  const path = `${ANNOUNCEMENTS}/:id/duyet` as const;

  routes.page(path, "announcements.approve", (c) =>
    withRecord(c, parts, c.req.param("id"), async (record) => {
      if (!mayBecome("announcement", record.status, "approved")) return impossible(c, record);
      const now = c.var.shell.now();
      const wanted = { audience: record.words.audience, corrects: record.corrects?.id ?? null };
      const [choices, previews, reach] = await Promise.all([
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
          lead: <p>{texts.approveLead}</p>,
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
function sendRoutes(routes: Routes, parts: AnnouncementParts): void {
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

function reasonedSteps(announcements: Announcements): readonly ReasonedStep[] {
  return [
    {
      part: "tra-lai",
      to: "returned",
      title: texts.giveBack,
      lead: texts.giveBackLead,
      label: texts.giveBackReason,
      button: texts.giveBack,
      said: texts.givenBack,
      take: (by, seen, reason) => announcements.giveBack(by, seen, reason),
    },
    {
      part: "tam-dung",
      to: "paused",
      title: texts.pause,
      lead: texts.pauseLead,
      label: texts.pauseReason,
      button: texts.pause,
      said: texts.paused,
      take: (by, { id }, reason) => announcements.pause(by, id, reason),
    },
    {
      part: "dung",
      to: "stopped",
      title: texts.stop,
      lead: texts.stopLead,
      label: texts.stopReason,
      button: texts.stop,
      danger: true,
      said: texts.stopped,
      take: (by, { id }, reason) => announcements.stop(by, id, reason),
    },
  ];
}

function reasonRoutes(routes: Routes, parts: AnnouncementParts, step: ReasonedStep): void {
  const { to, said, take, ...page } = step;
  const path = `${ANNOUNCEMENTS}/:id/${step.part}` as const;

  routes.page(path, "announcements.approve", (c) =>
    withRecord(c, parts, c.req.param("id"), (record) =>
      mayBecome("announcement", record.status, to)
        ? reasonPage(c, { ...page, record })
        : impossible(c, record),
    ),
  );

  routes.change(path, "announcements.approve", (c) =>
    withRecord(c, parts, c.req.param("id"), async (record) => {
      const form = await readForm(c);
      const reason = form.text("ly_do");
      if (reason === "" || reason.length > LONGEST_REASON)
        return reasonPage(c, { ...page, record, form, mistakes: { ly_do: texts.reasonMissing } });
      const ended = await take(byOf(c), { id: record.id, revision: form.revision() }, reason);
      if (ended.kind !== "done") return whyNot(c, parts, record.id, ended);
      return goTo(c, announcementPath(record.id), said);
    }),
  );
}

async function withRecord(
  c: ConsoleContext,
  { announcements }: AnnouncementParts,
  id: string,
  show: (record: AnnouncementRecord) => Response | Promise<Response>,
): Promise<Response> {
  const record = await announcements.find(id);
  return record === null ? notFoundPage(c) : show(record);
}

function impossible(c: ConsoleContext, { id, status }: AnnouncementRecord): Response {
  return goTo(c, announcementPath(id), texts.notAllowed(texts.states[status]), "caution");
}
