import { byOf } from "../by.ts";
import type { Feature } from "../feature.ts";
import { goTo } from "../kit/flash.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import type { Mistakes } from "../kit/form.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { isoDay, readDay, readMinute } from "../kit/when.ts";
import type { ConsoleContext } from "../visit.ts";
import { SHIFT_FILE } from "./list-file.ts";
import type { DutyRoster } from "./port.ts";
import { dutyTexts as texts } from "./texts.ts";
import { DUTY, dutyPage } from "./views.tsx";

const NEEDS = "duty.keep";
const AHEAD_MS = 60 * 86_400_000;

interface DutyParts {
  duty: DutyRoster;
  /** who may have a shift */
  staff: () => Promise<readonly { id: string; name: string }[]>;
}

/** Who is there for people who ask for a person. */
export function dutyFeature({ duty, staff }: DutyParts): Feature {
  return {
    nav: [{ label: texts.title, href: DUTY, needs: NEEDS, group: "daily" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(DUTY, NEEDS, (c) => page(c));

      routes.download(sheetPath(DUTY), NEEDS, async (c) =>
        sendList(c, SHIFT_FILE, windowed(await shiftsFrom(c.var.shell.now()))),
      );

      routes.change(DUTY, NEEDS, async (c) => {
        const form = await readForm(c);
        const [staffId, startsAt, endsAt] = [
          form.text("nguoi"),
          minute(form, "tu_luc"),
          minute(form, "den_luc"),
        ];
        const mistakes = {
          ...(staffId === "" ? { nguoi: texts.whoMissing } : {}),
          ...(startsAt === null ? { tu_luc: texts.timeMissing } : {}),
          ...(endsAt === null ? { den_luc: texts.timeMissing } : {}),
        };
        if (startsAt === null || endsAt === null || staffId === "") return page(c, { form, mistakes });
        const added = await duty.add(byOf(c), { staffId, startsAt, endsAt });
        if (added.kind === "done") return goTo(c, DUTY, texts.added);
        const place = added.kind === "bad_time" ? "den_luc" : "nguoi";
        return page(c, { form, mistakes: { [place]: texts.refused[added.kind] } });
      });

      routes.change(`${DUTY}/:id/bo`, NEEDS, async (c) => {
        const { kind } = await duty.remove(byOf(c), c.req.param("id"));
        return kind === "done"
          ? goTo(c, DUTY, texts.removed)
          : goTo(c, DUTY, texts.removedAlready, "caution");
      });
    },
  };

  async function page(c: ConsoleContext, failed?: { form: SentForm; mistakes: Mistakes }) {
    const now = c.var.shell.now();
    const [onDuty, shifts, colleagues] = await Promise.all([duty.now(now), shiftsFrom(now), staff()]);
    return dutyPage(c, { onDuty, shifts, colleagues, failed });
  }

  function shiftsFrom(now: Date) {
    const today = readDay(isoDay(now)) ?? now;
    return duty.shifts(today, new Date(today.getTime() + AHEAD_MS));
  }
}

function minute(form: SentForm, name: string): Date | null {
  return readMinute(form.text(name));
}
