import { conversationPath } from "../routes.ts";
import type { Feature } from "../feature.ts";
import { auditedExport } from "../kit/download.ts";
import { goTo } from "../kit/flash.tsx";
import { MOST_EXPORTED } from "../kit/every-row.ts";
import { sendList, sheetFor, sheetPath, windowed } from "../kit/list-export.ts";
import { confirmPage, notFoundPage } from "../kit/notices.tsx";
import { showPage, showPart } from "../kit/page.tsx";
import { readForm } from "../kit/read-form.ts";
import { byOf } from "../by.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { LIVE_PART, LiveList, TALKS } from "./list-view.tsx";
import { TALK_FILE } from "./list-file.ts";
import { conversationPage, type Unsent } from "./one-view.tsx";
import type { ConversationDesk, NotMine } from "./port.ts";
import { readWords } from "./read-words.ts";
import { talkTexts as texts } from "./texts.ts";
import { markOf, Transcript } from "./transcript.tsx";

const NEEDS = "conversations.talk";

/** More than may be sent, so that too large a file is refused in words with what was typed. */
const LARGEST_BODY = 8_000_000;

/** People who chat, as staff see them and take part. */
export function conversationsFeature(desk: ConversationDesk): Feature {
  return {
    nav: [{ label: texts.title, href: TALKS, needs: NEEDS, group: "daily" }],
    auditWords: texts.audit,
    tiles: [
      {
        needs: NEEDS,
        tiles: async () => {
          const { count } = await desk.waiting();
          return [{ label: texts.tile, value: count, href: TALKS, tone: count > 0 ? "waiting" : "quiet" }];
        },
      },
    ],
    routes(routes) {
      routes.page(TALKS, NEEDS, async (c) => {
        const now = c.var.shell.now();
        return showPage(
          c,
          { title: texts.title, wide: true },
          <LiveList live={await desk.live(now)} now={now} sheet={sheetFor(c, TALKS, NEEDS)} />,
        );
      });

      routes.download(sheetPath(TALKS), NEEDS, async (c) => {
        const { waiting, held, lately } = await desk.live(c.var.shell.now(), MOST_EXPORTED);
        return sendList(c, TALK_FILE, windowed([...waiting, ...held, ...lately]));
      });

      routes.part(LIVE_PART, NEEDS, async (c) => {
        const now = c.var.shell.now();
        return showPart(
          c,
          <LiveList live={await desk.live(now)} now={now} sheet={sheetFor(c, TALKS, NEEDS)} />,
        );
      });

      routes.page(`${TALKS}/:id`, NEEDS, async (c) => {
        const before = Number(c.req.query("truoc") ?? "");
        const isEarlier = Number.isInteger(before) && before > 0;
        const view = await desk.one(c.req.param("id"), isEarlier ? before : undefined);
        if (view === null) return notFoundPage(c);
        await desk.lookedAt(byOf(c), view.id);
        return conversationPage(c, { view, isEarlier });
      });

      routes.part(`${TALKS}/:id/dien-bien`, NEEDS, async (c) => {
        const view = await desk.one(c.req.param("id"));
        if (view === null) return notFoundPage(c);
        // Nothing is drawn again while nothing happens: whoever reads or listens is not disturbed.
        if (c.req.query("dau") === markOf(view)) return c.body(null, 204);
        return showPart(c, <Transcript view={view} visit={c.var.visit} me={memberOf(c).id} />);
      });

      routes.download(`${TALKS}/:id/tep/:file`, NEEDS, async (c) => {
        const id = c.req.param("id");
        const file = await desk.file(id, c.req.param("file"));
        if (file === null) return notFoundPage(c);
        return auditedExport(c, { what: "conversation.file_taken", subject: id, rows: 1 }, file);
      });

      routes.change(`${TALKS}/:id/nhan`, NEEDS, async (c) => {
        const id = c.req.param("id");
        return went(c, id, await desk.take(byOf(c), id), texts.taken);
      });

      routes.page(`${TALKS}/:id/tiep-quan`, NEEDS, async (c) => {
        const view = await desk.one(c.req.param("id"));
        if (view === null) return notFoundPage(c);
        const path = conversationPath(view.id);
        const from = view.hold.by;
        if (from === null || from.id === memberOf(c).id) return goTo(c, path);
        return confirmPage(c, {
          title: texts.takeOverTitle,
          words: <p>{texts.takeOverWords(from.name)}</p>,
          action: `${path}/tiep-quan?tu=${encodeURIComponent(from.id)}`,
          button: texts.takeOver,
          cancel: path,
        });
      });

      routes.change(`${TALKS}/:id/tiep-quan`, NEEDS, async (c) => {
        const id = c.req.param("id");
        return went(c, id, await desk.takeOver(byOf(c), id, c.req.query("tu") ?? ""), texts.taken);
      });

      routes.change(`${TALKS}/:id/tra-lai`, NEEDS, async (c) => {
        const id = c.req.param("id");
        return went(c, id, await desk.release(byOf(c), id), texts.released);
      });

      routes.change(
        `${TALKS}/:id/tra-loi`,
        NEEDS,
        async (c) => {
          const id = c.req.param("id");
          const form = await readForm(c);
          const { text, files, mistakes } = await readWords(form);
          if (Object.keys(mistakes).length > 0) return unsent(c, id, { text, mistakes });
          // What came back unsent may be sent again by whoever takes the conversation with it.
          if (form.ticked("nhan")) {
            const from = form.text("tu");
            const taken = from === "" ? await desk.take(byOf(c), id) : await desk.takeOver(byOf(c), id, from);
            if (taken.kind !== "done") return lost(c, id, text, taken);
          }
          const said = await desk.say(byOf(c), id, { text, files });
          switch (said.kind) {
            case "done":
              return goTo(c, conversationPath(id));
            case "too_large":
              return unsent(c, id, { text, mistakes: { tep: texts.tooLarge } });
            case "not_found":
            case "not_held":
            case "held_by_other":
              return lost(c, id, text, said);
          }
        },
        { largestBody: LARGEST_BODY },
      );
    },
  };

  async function unsent(c: ConsoleContext, id: string, what: Unsent) {
    const view = await desk.one(id);
    return view === null ? notFoundPage(c) : conversationPage(c, { view, unsent: what });
  }

  function lost(c: ConsoleContext, id: string, text: string, why: NotMine) {
    return why.kind === "not_found" ? notFoundPage(c) : unsent(c, id, { text, mistakes: {}, lost: why });
  }
}

function went(c: ConsoleContext, id: string, ended: { kind: "done" } | NotMine, done: string) {
  const path = conversationPath(id);
  switch (ended.kind) {
    case "done":
      return goTo(c, path, done);
    case "not_found":
      return notFoundPage(c);
    case "not_held":
      return goTo(c, path, texts.notHeld, "caution");
    case "held_by_other":
      return goTo(c, path, texts.heldByOther, "caution");
  }
}
