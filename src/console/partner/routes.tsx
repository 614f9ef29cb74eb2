import type { Communes } from "../../registry/communes.ts";
import type { Feature } from "../feature.ts";
import { sendFile, XLSX } from "../kit/download.ts";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { readListQuery } from "../kit/read-list-query.ts";
import { isoDay, momentInWords } from "../kit/when.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { OWN_NEED_FILE, OWN_UPLOAD_FILE, refusedFile } from "./list-files.ts";
import type { AssociationDesk, Envelope, NeedSheets } from "./port.ts";
import { readNeeds, type NeedList } from "./read-rows.ts";
import { partnerTexts as texts, readMistakes, sheetMistake } from "./texts.ts";
import { PARTNER, needsPage, ownPage, previewPage, sendPage, takenPage, uploadPage } from "./views.tsx";

export interface PartnerParts {
  desk: AssociationDesk;
  sheets: NeedSheets;
  envelope: Envelope;
  communes: Communes;
}

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 5 * MEGABYTE;
/** a list of two thousand rows, closed and written in base64 */
const LARGEST_LIST = 8 * MEGABYTE;
const LONGEST_FILE_NAME = 120;

/** What travels from the preview to the attestation. */
interface Previewed {
  fileName: string;
  list: NeedList;
}

/** The area of an association (plan IV.5): it hands in what its members need, and sees what became of it. */
export function partnerFeature({ desk, sheets, envelope, communes }: PartnerParts): Feature {
  return {
    nav: [{ label: texts.title, href: PARTNER, needs: "needs.own" }],
    auditWords: texts.audit,
    tiles: [
      {
        needs: "needs.own",
        tiles: async (member) => {
          const { needs, met } = await desk.counts(member.associationId ?? "");
          return [
            { label: texts.needsTile, value: needs, href: `${PARTNER}/nhu-cau` },
            { label: texts.metTile, value: met, href: `${PARTNER}/nhu-cau` },
          ];
        },
      },
    ],
    routes(routes) {
      routes.page(PARTNER, "needs.own", async (c) => {
        const id = associationOf(c);
        const query = readListQuery(c, { sorts: ["luc"], usual: "-luc" });
        const [name, uploads, counts] = await Promise.all([
          desk.name(id),
          desk.uploads(id, query),
          desk.counts(id),
        ]);
        return ownPage(c, { name, query, counts, ...uploads });
      });

      routes.download(sheetPath(PARTNER), "needs.own", (c) => {
        const query = readListQuery(c, { sorts: ["luc"], usual: "-luc" });
        const id = associationOf(c);
        return sendList(
          c,
          OWN_UPLOAD_FILE,
          async (window) => (await desk.uploads(id, { ...query, ...window })).lines,
        );
      });

      routes.download(sheetPath(`${PARTNER}/nhu-cau`), "needs.own", (c) => {
        const query = readListQuery(c, { sorts: ["ten"], usual: "ten" });
        const id = associationOf(c);
        return sendList(
          c,
          OWN_NEED_FILE,
          async (window) => (await desk.needs(id, { ...query, ...window })).needs,
        );
      });

      routes.page(`${PARTNER}/nhu-cau`, "needs.own", async (c) => {
        const query = readListQuery(c, { sorts: ["ten"], usual: "ten" });
        return needsPage(c, { query, ...(await desk.needs(associationOf(c), query)) });
      });

      routes.page(`${PARTNER}/lan-gui/:id`, "needs.own", async (c) => {
        const upload = await desk.upload(associationOf(c), c.req.param("id"));
        return upload === null ? notFoundPage(c) : uploadPage(c, upload);
      });

      routes.download(sheetPath(`${PARTNER}/lan-gui/:id/dong-loi`), "needs.own", async (c) => {
        const upload = await desk.upload(associationOf(c), c.req.param("id"));
        if (upload === null) return notFoundPage(c);
        return sendList(c, refusedFile(upload), windowed(upload.refused));
      });

      routes.download(`${PARTNER}/mau.xlsx`, "needs.own", async (c) => {
        const year = yearOf(c);
        return sendFile(c, {
          name: texts.templateName(year),
          mediaType: XLSX,
          content: await sheets.template(year),
        });
      });

      routes.page(`${PARTNER}/gui`, "needs.own", (c) => sendPage(c));

      routes.change(
        `${PARTNER}/gui`,
        "needs.own",
        async (c) => {
          const file = (await readForm(c)).file("tep");
          if (file === null) return sendPage(c, texts.fileMissing);
          const read = await sheets.read(new Uint8Array(await file.arrayBuffer()));
          if (read.kind !== "rows") return sendPage(c, sheetMistake(read));
          const needs = readNeeds(read.rows, communes, yearOf(c));
          if (needs.kind === "missing_columns") return sendPage(c, readMistakes.missing(needs.headers));
          if (needs.kind === "empty") return sendPage(c, readMistakes.empty);
          return preview(c, { fileName: file.name.slice(0, LONGEST_FILE_NAME), list: needs.list });
        },
        { largestBody: LARGEST_FILE },
      );

      routes.change(
        `${PARTNER}/nhan`,
        "needs.own",
        async (c) => {
          const form = await readForm(c);
          const previewed = opened(c, form);
          if (previewed === null) return sendPage(c, texts.sealedGone);
          if (!form.ticked("dong_y")) return preview(c, previewed, texts.attestMissing);
          const by = { actor: memberOf(c).id, now: c.var.shell.now() };
          const { fileName, list } = previewed;
          const taken = await desk.takeIn(by, associationOf(c), fileName, list);
          if (taken.kind === "there_already") {
            const words = texts.thereAlready(momentInWords(taken.at));
            return goTo(c, `${PARTNER}/lan-gui/${taken.id}`, words);
          }
          if (list.refused.length === 0) {
            return goTo(c, `${PARTNER}/lan-gui/${taken.id}`, texts.taken(taken.taken));
          }
          return takenPage(c, { taken, list, sealed: closed(c, previewed) });
        },
        { largestBody: LARGEST_LIST },
      );

      routes.change(
        `${PARTNER}/dong-can-sua`,
        "needs.own",
        async (c) => {
          const previewed = opened(c, await readForm(c));
          if (previewed === null) return sendPage(c, texts.sealedGone);
          // The association gets back what it sent just now: nothing leaves that it did not bring.
          const content = await sheets.refused(previewed.list);
          return sendFile(c, { name: texts.refusedName, mediaType: XLSX, content });
        },
        { largestBody: LARGEST_LIST },
      );
    },
  };

  async function preview(c: ConsoleContext, previewed: Previewed, mistake?: string) {
    const { fileName, list } = previewed;
    const compared = await desk.compare(associationOf(c), list);
    return previewPage(c, { fileName, list, compared, sealed: closed(c, previewed), mistake });
  }

  function closed(c: ConsoleContext, previewed: Previewed): string {
    return envelope.seal(JSON.stringify(previewed), contextOf(c));
  }

  /** Closed by us for the same member, so what is inside is as we read it. */
  function opened(c: ConsoleContext, form: SentForm): Previewed | null {
    const plain = envelope.open(form.raw("danh_sach"), contextOf(c));
    return plain === null ? null : (JSON.parse(plain) as Previewed);
  }
}

function contextOf(c: ConsoleContext): string {
  return `needs of ${associationOf(c)} from ${memberOf(c).id}`;
}

/** A partner without an association sees an empty area. */
function associationOf(c: ConsoleContext): string {
  return memberOf(c).associationId ?? "";
}

function yearOf(c: ConsoleContext): number {
  return Number(isoDay(c.var.shell.now()).slice(0, 4));
}
