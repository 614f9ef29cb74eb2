import { byOf } from "../by.ts";
import type { Feature } from "../feature.ts";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import type { Mistakes } from "../kit/form.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { GROUP_FILE, MEMBER_FILE } from "./list-files.ts";
import type { StaffRooms } from "./port.ts";
import { roomTexts as texts } from "./texts.ts";
import { codePage, ROOMS, roomsPage } from "./views.tsx";

/** The groups and accounts from which staff talk to people without the console. */
export function staffRoomFeature(rooms: StaffRooms): Feature {
  return {
    nav: [{ label: texts.title, href: ROOMS, needs: "rooms.own", group: "office" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(ROOMS, "rooms.own", (c) => page(c));

      routes.download(sheetPath(`${ROOMS}/nhom`), "rooms.own", async (c) =>
        sendList(c, GROUP_FILE, windowed((await rooms.links()).groups)),
      );

      routes.download(sheetPath(`${ROOMS}/tai-khoan`), "rooms.own", async (c) =>
        sendList(c, MEMBER_FILE, windowed((await rooms.links()).members)),
      );

      routes.change(`${ROOMS}/ma-cua-toi`, "rooms.own", async (c) =>
        codePage(c, "member", await rooms.makeCode(byOf(c), "member")),
      );

      routes.change(`${ROOMS}/ma-nhom`, "rooms.manage", async (c) =>
        codePage(c, "group", await rooms.makeCode(byOf(c), "group")),
      );

      routes.change(`${ROOMS}/tai-khoan/:id/bo`, "rooms.own", async (c) => {
        const { id, role } = memberOf(c);
        const of = may(role, "rooms.manage") ? null : id;
        return unlinked(c, await rooms.unlinkMember(byOf(c), c.req.param("id"), of));
      });

      routes.change(`${ROOMS}/nhom/:id/bo`, "rooms.manage", async (c) =>
        unlinked(c, await rooms.unlinkGroup(byOf(c), c.req.param("id"))),
      );

      routes.change(`${ROOMS}/thiet-lap`, "rooms.manage", async (c) => {
        const form = await readForm(c);
        const changed = await rooms.changeSettings(byOf(c), {
          forwardWords: form.ticked("gui_loi"),
          waitingMinutes: form.number("phut_cho") ?? 0,
        });
        if (changed.kind === "done") return goTo(c, ROOMS, texts.saved);
        return page(c, { form, mistakes: { phut_cho: texts.waitingWrong } });
      });
    },
  };

  async function page(c: ConsoleContext, failed?: { form: SentForm; mistakes: Mistakes }) {
    const [links, settings] = await Promise.all([rooms.links(), rooms.settings()]);
    return roomsPage(c, { ...links, settings, failed });
  }
}

function unlinked(c: ConsoleContext, { kind }: { kind: "done" | "not_found" }) {
  return kind === "done" ? goTo(c, ROOMS, texts.unlinked) : goTo(c, ROOMS, texts.unlinkedAlready, "caution");
}
