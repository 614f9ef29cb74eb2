import type { WorkingCalendar } from "../../registry/working-calendar.ts";
import type { Feature, Tile } from "../feature.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { auditedExport } from "../kit/download.ts";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { byOf } from "../by.ts";
import type { ConsoleContext } from "../visit.ts";
import { REQUEST_STATES } from "../words.ts";
import { ACTIONS, whyNot } from "./actions.ts";
import { ANSWER_STATES, type ActionName, type Failed } from "./action-forms.tsx";
import { detailPage } from "./detail-view.tsx";
import { readFilter } from "./filter.ts";
import { REQUEST_FILE } from "./list-file.ts";
import { listPage, REQUESTS } from "./list-view.tsx";
import type { RequestDesk, RequestDetails, RequestDone } from "./port.ts";
import { requestTexts as texts } from "./texts.ts";

const ORDER = { sorts: ["han"], usual: "han" };

interface RequestsParts {
  requests: RequestDesk;
  calendar: WorkingCalendar;
}

/** What people ask for, until it is answered. */
export function requestsFeature({ requests: desk, calendar }: RequestsParts): Feature {
  return {
    nav: [{ label: texts.title, href: REQUESTS, needs: "requests.see", group: "daily" }],
    auditWords: texts.audit,
    tiles: [
      {
        needs: "requests.see",
        tiles: async (member, now) => {
          const { open, overdue, unassigned, mine } = await desk.counts(member.id, now);
          const all: readonly (Tile & { always?: boolean })[] = [
            { label: texts.tileOpen, value: open, href: REQUESTS, always: true },
            { label: texts.tileOverdue, value: overdue, href: `${REQUESTS}?han=qua`, tone: "late" },
            {
              label: texts.tileUnassigned,
              value: unassigned,
              href: `${REQUESTS}?giao=chua`,
              tone: "waiting",
            },
            { label: texts.tileMine, value: mine, href: `${REQUESTS}?giao=toi` },
          ];
          return all.filter(({ value, always }) => always === true || value > 0);
        },
      },
    ],
    routes(routes) {
      routes.page(REQUESTS, "requests.see", async (c) => {
        const query = readListQuery(c, ORDER);
        const asked = readFilter(c, query.words);
        const found = await desk.list(asked.filter, query, c.var.shell.now());
        return listPage(c, { query, asked, calendar, ...found });
      });

      routes.download(sheetPath(REQUESTS), "requests.work", (c) => {
        const { filter } = readFilter(c, readListQuery(c, ORDER).words);
        const now = c.var.shell.now();
        return sendList(c, REQUEST_FILE, async (window) => (await desk.list(filter, window, now)).lines);
      });

      routes.page(`${REQUESTS}/:id`, "requests.see", async (c) => {
        const request = await desk.one(c.req.param("id"), c.var.shell.now());
        if (request === null) return notFoundPage(c);
        await desk.lookedAt(byOf(c), request.id);
        return detail(c, request);
      });

      routes.download(`${REQUESTS}/:id/tep/:file`, "requests.work", async (c) => {
        const id = c.req.param("id");
        const file = await desk.file(id, c.req.param("file"));
        if (file === null) return notFoundPage(c);
        return auditedExport(c, { what: "request.file_taken", subject: id, rows: 1 }, file);
      });

      for (const name of Object.keys(ACTIONS) as ActionName[]) {
        routes.change(`${REQUESTS}/:id/${name}`, "requests.work", (c) => act(c, name, c.req.param("id")));
      }
    },
  };

  async function detail(c: ConsoleContext, request: RequestDetails, failed?: Failed) {
    const staff = await desk.staff();
    return detailPage(c, { request, staff, calendar, ...(failed ? { failed } : {}) });
  }

  async function act(c: ConsoleContext, action: ActionName, id: string) {
    const now = c.var.shell.now();
    const form = await readForm(c);
    const request = await desk.one(id, now);
    if (request === null) return notFoundPage(c);
    const at = { id, revision: form.revision() };
    // Looked at before it is read what was asked for: what others changed may explain why it cannot be done.
    if (at.revision !== request.revision) return stale(c, request, form);
    const ended = await ACTIONS[action]({ desk, by: byOf(c), request, at, form });
    switch (ended.kind) {
      case "done":
        return done(c, id, action, ended);
      case "not_found":
        return notFoundPage(c);
      case "stale":
        return stale(c, (await desk.one(id, now)) ?? request, form);
      case "mistakes":
      case "not_allowed":
      case "no_words":
      case "not_staff":
      case "too_late":
      case "other_open": {
        const words = whyNot(ended);
        const mistakes = ended.kind === "mistakes" ? ended.mistakes : {};
        return detail(c, request, { action, form, mistakes, ...(words === undefined ? {} : { words }) });
      }
    }
  }
}

function done(c: ConsoleContext, id: string, action: ActionName, ended: RequestDone & { kind: "done" }) {
  const path = `${REQUESTS}/${id}`;
  if (action === "giao") return goTo(c, path, texts.assigned);
  return ended.told ? goTo(c, path, texts.told) : goTo(c, path, texts.notTold, "caution");
}

/** A colleague was quicker: what they did stands beside what was typed. */
function stale(c: ConsoleContext, current: RequestDetails, form: SentForm) {
  const typed = ["tra_loi", "hoi_them", "co_quan", "loi_chuyen", "ly_do", "can_cu", "loi_mo_lai", "gop_ma"];
  const yours = typed
    .map((name) => form.text(name))
    .filter(Boolean)
    .join("\n");
  const to = ANSWER_STATES.find((one) => one === form.text("trang_thai"));
  return conflictPage(c, {
    form,
    fields: [
      {
        label: texts.status,
        theirs: REQUEST_STATES[current.status],
        yours: to === undefined ? "" : texts.answerStates[to],
      },
      { label: texts.assignedTo, theirs: current.assignedTo?.name ?? texts.nobody, yours: "" },
      { label: texts.latest, theirs: current.entries.at(-1)?.text ?? texts.noHistory, yours },
    ],
    revision: current.revision,
    current: `${REQUESTS}/${current.id}`,
  });
}
