import { byOf, type By } from "../by.ts";
import { goTo } from "../kit/flash.tsx";
import { readForm } from "../kit/read-form.ts";
import { mayBecome, type AnnouncementStatus } from "../../registry/states.ts";
import type { Permission } from "../permissions.ts";
import { announcementPath, type Routes } from "../routes.ts";
import type { ConsoleContext } from "../visit.ts";
import { ANNOUNCEMENTS } from "./paths.ts";
import type { AnnouncementDone, AnnouncementRecord, Announcements, RunDone, Seen } from "./port.ts";
import { impossible, whyNot, withRecord, type AnnouncementParts } from "./seen-pages.tsx";
import { reasonPage, stepPage, type ReasonGiven, type StepGiven } from "./step-views.tsx";
import { announcementTexts as texts } from "./texts.ts";

const LONGEST_REASON = 500;

/** A step that somebody gives a reason for. */
interface ReasonedStep extends Omit<ReasonGiven, "record"> {
  to: AnnouncementStatus;
  said: string;
  take: (by: By, seen: Seen, reason: string) => Promise<AnnouncementDone | RunDone>;
}

/** What may happen to one on its way: returning, pausing, going on, stopping, correcting. */
export function stepRoutes(routes: Routes, parts: AnnouncementParts): void {
  const { announcements } = parts;
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
