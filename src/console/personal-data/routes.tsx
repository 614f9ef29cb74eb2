import { readPersonName } from "../../registry/names.ts";
import { readPhone } from "../../registry/phone.ts";
import type { DataRequestKind } from "../../registry/deadlines.ts";
import type { Feature } from "../feature.ts";
import { conflictPage } from "../kit/conflict.tsx";
import { auditedExport, XLSX } from "../kit/download.ts";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath } from "../kit/list-export.ts";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { momentInWords } from "../kit/when.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { breachRoutes } from "./breach-routes.tsx";
import { DATA_REQUEST_FILE, LOOK_FILE } from "./list-files.ts";
import { logPage } from "./log-view.tsx";
import type { AccessLog, Breaches, DataRequests, PersonSheets, RequestChange } from "./port.ts";
import { dataTexts as texts } from "./texts.ts";
import { DATA, queuePage, requestPage } from "./views.tsx";

export interface PersonalDataParts {
  requests: DataRequests;
  breaches: Breaches;
  log: AccessLog;
  sheets: PersonSheets;
}

const LONGEST_NOTE = 500;
/** Phone numbers, tax codes and ids of people, also with blanks and dots in them. */
const NUMBER_OF_SOMEBODY = /\d(?:[\s.-]?\d){7,}/;

/** Law 91/2025/QH15 in the hands of the office: requests with their deadlines, breaches, who looked at whose data. */
export function personalDataFeature(parts: PersonalDataParts): Feature {
  const { requests, breaches, log, sheets } = parts;
  return {
    nav: [
      { label: texts.title, href: DATA, needs: "personal-data.requests", group: "office" },
      { label: texts.breaches, href: `${DATA}/vi-pham`, needs: "personal-data.oversee", group: "office" },
      { label: texts.log, href: `${DATA}/ai-xem`, needs: "personal-data.oversee", group: "office" },
    ],
    auditWords: texts.audit,
    tiles: [
      {
        needs: "personal-data.requests",
        tiles: async (_member, now) => {
          const { open, late } = await requests.counts(now);
          return [
            ...(late > 0
              ? [
                  {
                    label: texts.tileLate,
                    value: late,
                    href: `${DATA}?tinh_trang=late`,
                    tone: "late" as const,
                  },
                ]
              : []),
            ...(open > 0
              ? [
                  {
                    label: texts.tileOpen,
                    value: open,
                    href: `${DATA}?tinh_trang=open`,
                    tone: "waiting" as const,
                  },
                ]
              : []),
          ];
        },
      },
      {
        needs: "personal-data.oversee",
        tiles: async () => {
          const value = (await breaches.list()).filter(
            ({ reportedAt, closedAt }) => !reportedAt && !closedAt,
          ).length;
          return value === 0
            ? []
            : [{ label: texts.breachTile, value, href: `${DATA}/vi-pham`, tone: "late" as const }];
        },
      },
    ],
    routes(routes) {
      routes.page(DATA, "personal-data.requests", async (c) => {
        const query = readListQuery(c, { sorts: ["han"], usual: "han" });
        const state = c.req.query("tinh_trang") ?? "";
        const now = c.var.shell.now();
        return queuePage(c, { query, state, now, ...(await requests.list(state, now, query)) });
      });
      routes.download(sheetPath(DATA), "personal-data.requests", (c) => {
        const query = readListQuery(c, { sorts: ["han"], usual: "han" });
        const [state, now] = [c.req.query("tinh_trang") ?? "", c.var.shell.now()];
        return sendList(
          c,
          DATA_REQUEST_FILE,
          async (window) => (await requests.list(state, now, { ...query, ...window })).requests,
        );
      });
      routes.change(`${DATA}/moi`, "personal-data.requests", async (c) => {
        const form = await readForm(c);
        const kind = (Object.keys(texts.kinds) as DataRequestKind[]).find((one) => one === form.text("loai"));
        if (kind === undefined) return notFoundPage(c);
        const opened = await requests.open(byOf(c), form.text("nguoi"), kind);
        return opened.kind === "opened" ? goTo(c, pathOf(opened.id), texts.opened) : notFoundPage(c);
      });
      breachRoutes(routes, breaches);
      routes.page(`${DATA}/ai-xem`, "personal-data.oversee", async (c) => {
        const { query, filter } = askedLooks(c);
        const [found, staff] = await Promise.all([log.list(filter, query), log.staff()]);
        return logPage(c, { query, filter, staff, ...found });
      });
      routes.download(sheetPath(`${DATA}/ai-xem`), "personal-data.oversee", (c) => {
        const { query, filter } = askedLooks(c);
        return sendList(
          c,
          LOOK_FILE,
          async (window) => (await log.list(filter, { ...query, ...window })).looks,
        );
      });

      routes.page(`${DATA}/yeu-cau/:id`, "personal-data.requests", async (c) => {
        const request = await requests.find(c.req.param("id"));
        return request === null ? notFoundPage(c) : requestPage(c, { request });
      });
      routes.change(`${DATA}/yeu-cau/:id/nhan`, "personal-data.requests", async (c) =>
        changed(c, c.req.param("id"), (id, form) => requests.assign(byOf(c), id, form.revision())),
      );
      routes.change(`${DATA}/yeu-cau/:id/tra-loi`, "personal-data.requests", async (c) =>
        changed(c, c.req.param("id"), (id, form) => requests.answered(byOf(c), id, form.revision())),
      );
      routes.change(`${DATA}/yeu-cau/:id/xong`, "personal-data.requests", async (c) => {
        const form = await readForm(c);
        const note = form.text("ghi_chu");
        const mistake =
          note === "" || note.length > LONGEST_NOTE
            ? texts.noteMissing
            : NUMBER_OF_SOMEBODY.test(note)
              ? texts.notePersonal
              : null;
        if (mistake !== null) return wrong(c, c.req.param("id"), form, { ghi_chu: mistake });
        return changed(c, c.req.param("id"), (id) => requests.complete(byOf(c), id, form.revision(), note));
      });
      routes.change(`${DATA}/yeu-cau/:id/sua`, "personal-data.requests", async (c) => {
        const form = await readForm(c);
        const name = readPersonName(form.text("ten"));
        const phone = readPhone(form.text("dien_thoai"));
        if (name.kind === "mistake" || phone.kind === "mistake") {
          return wrong(c, c.req.param("id"), form, {
            ...(name.kind === "mistake" ? { ten: name.text } : {}),
            ...(phone.kind === "mistake" ? { dien_thoai: phone.text } : {}),
          });
        }
        const person = { name: name.name, phone: phone.phone };
        return changed(c, c.req.param("id"), (id) => requests.correct(byOf(c), id, form.revision(), person));
      });
      routes.page(`${DATA}/yeu-cau/:id/xoa`, "personal-data.requests", async (c) => {
        const request = await requests.find(c.req.param("id"));
        if (!request?.person) return notFoundPage(c);
        return confirmPage(c, {
          title: texts.erase,
          words: <p>{texts.eraseWords}</p>,
          action: `${pathOf(request.id)}/xoa?lan=${request.revision}`,
          button: texts.erase,
          cancel: pathOf(request.id),
          danger: true,
        });
      });
      routes.change(`${DATA}/yeu-cau/:id/xoa`, "personal-data.requests", async (c) =>
        changed(c, c.req.param("id"), (id) => requests.erase(byOf(c), id, Number(c.req.query("lan") ?? -1))),
      );
      routes.change(`${DATA}/yeu-cau/:id/tep`, "personal-data.requests", async (c) => {
        const request = await requests.find(c.req.param("id"));
        const file = !request?.contactId ? null : await requests.everythingOf(request.contactId);
        if (!request?.contactId || file === null) return notFoundPage(c);
        const rows = file.reduce((sum, sheet) => sum + sheet.rows.length, 0);
        return auditedExport(
          c,
          { what: "person.exported", subject: request.contactId, rows },
          { name: texts.fileName, mediaType: XLSX, content: await sheets.write(file) },
        );
      });
    },
  };

  async function changed(
    c: ConsoleContext,
    id: string,
    change: (id: string, form: SentForm) => Promise<RequestChange>,
  ) {
    const form = await readForm(c);
    const ended = await change(id, form);
    switch (ended.kind) {
      case "done":
        return goTo(c, pathOf(id), texts.saved);
      case "settled":
        return goTo(c, pathOf(id), texts.settled, "caution");
      case "not_found":
        return notFoundPage(c);
      case "conflict":
        return conflictPage(c, {
          form,
          fields: [
            { label: texts.assignedTo, theirs: ended.current.assignedTo ?? texts.nobody, yours: "" },
            {
              label: texts.answered,
              theirs: ended.current.answeredAt === null ? "" : momentInWords(ended.current.answeredAt),
              yours: "",
            },
            { label: texts.note, theirs: ended.current.note ?? "", yours: form.text("ghi_chu") },
          ],
          revision: ended.current.revision,
          current: pathOf(id),
        });
    }
  }

  async function wrong(c: ConsoleContext, id: string, form: SentForm, mistakes: Record<string, string>) {
    const request = await requests.find(id);
    return request === null ? notFoundPage(c) : requestPage(c, { request, form, mistakes });
  }
}

function askedLooks(c: ConsoleContext) {
  const query = readListQuery(c, { sorts: ["luc"], usual: "-luc" });
  return { query, filter: { staffId: c.req.query("can_bo") ?? "", contactId: c.req.query("nguoi") ?? "" } };
}

function pathOf(id: string): string {
  return `${DATA}/yeu-cau/${id}`;
}

function byOf(c: ConsoleContext) {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}
