import type { Feature } from "../feature.ts";
import { goTo } from "../kit/flash.tsx";
import type { Mistakes } from "../kit/form.tsx";
import { confirmPage } from "../kit/notices.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { readMinute } from "../kit/when.ts";
import { byOf } from "../by.ts";
import type { ConsoleContext } from "../visit.ts";
import type { Changed, NoticeMistake, NoticeWords, SettingsDesk } from "./port.ts";
import { settingTexts as texts } from "./texts.ts";
import { previewPage, SETTINGS, settingsPage } from "./views.tsx";

const PAUSE = `${SETTINGS}/tam-dung`;
const NOTICE = `${SETTINGS}/thong-bao`;

/** The kill switch, what everybody is told, and whether one person may publish or announce alone. */
export function settingsFeature(settings: SettingsDesk): Feature {
  return {
    nav: [{ label: texts.title, href: SETTINGS, needs: "settings.manage", group: "office" }],
    auditWords: texts.audit,
    notices: [
      {
        needs: "home.see",
        notices: async () => ((await settings.now()).paused.value ? [texts.pausedNotice] : []),
      },
    ],
    routes(routes) {
      routes.page(SETTINGS, "settings.manage", async (c) => settingsPage(c, await settings.now()));

      routes.page(PAUSE, "settings.manage", async (c) => {
        const { paused } = await settings.now();
        const isOn = paused.value;
        return confirmPage(c, {
          title: isOn ? texts.resume : texts.pause,
          words: <p>{isOn ? texts.resumeWords : texts.pauseWords}</p>,
          action: isOn ? `${PAUSE}/thoi` : PAUSE,
          button: isOn ? texts.resume : texts.pauseButton,
          cancel: SETTINGS,
          danger: !isOn,
          revision: paused.revision,
        });
      });

      routes.change(PAUSE, "settings.manage", async (c) => {
        const { revision } = await seen(c);
        return ended(c, await settings.pause(byOf(c), true, revision), texts.paused);
      });

      routes.change(`${PAUSE}/thoi`, "settings.manage", async (c) => {
        const { revision } = await seen(c);
        return ended(c, await settings.pause(byOf(c), false, revision), texts.resumed);
      });

      routes.change(NOTICE, "settings.manage", async (c) => {
        const form = await readForm(c);
        const notice = readNotice(form);
        if ("mistakes" in notice) return settingsPage(c, await settings.now(), { form, ...notice });
        return previewPage(c, { form, notice });
      });

      routes.change(`${NOTICE}/dang`, "settings.manage", async (c) => {
        const form = await readForm(c);
        const notice = readNotice(form);
        if ("mistakes" in notice) return settingsPage(c, await settings.now(), { form, ...notice });
        const changed = await settings.notice(byOf(c), notice, form.revision());
        if (changed.kind === "invalid") {
          const mistakes = mistakesOf(changed.why);
          return settingsPage(c, await settings.now(), { form, mistakes });
        }
        return ended(c, changed, texts.published);
      });

      routes.page(`${NOTICE}/go`, "settings.manage", async (c) => {
        const { notice } = await settings.now();
        return confirmPage(c, {
          title: texts.takeBack,
          words: (
            <>
              <blockquote>{notice.value?.text ?? texts.noNotice}</blockquote>
              <p>{texts.takeBackWords}</p>
            </>
          ),
          action: `${NOTICE}/go`,
          button: texts.takeBack,
          cancel: SETTINGS,
          revision: notice.revision,
        });
      });

      routes.change(`${NOTICE}/go`, "settings.manage", async (c) => {
        const { revision } = await seen(c);
        return ended(c, await settings.notice(byOf(c), null, revision), texts.takenBack);
      });

      routes.change(`${SETTINGS}/mot-nguoi`, "settings.manage", async (c) => {
        const { form, revision } = await seen(c);
        const allowed = form.text("cho_phep") === "co";
        const changed = await settings.onePerson(byOf(c), allowed, revision);
        return ended(c, changed, allowed ? texts.publishing.allowed : texts.publishing.forbidden);
      });

      routes.change(`${SETTINGS}/mot-nguoi-thong-bao`, "settings.manage", async (c) => {
        const { form, revision } = await seen(c);
        const allowed = form.text("cho_phep") === "co";
        const changed = await settings.announcingAlone(byOf(c), allowed, revision);
        return ended(c, changed, allowed ? texts.announcing.allowed : texts.announcing.forbidden);
      });
    },
  };
}

async function seen(c: ConsoleContext): Promise<{ form: SentForm; revision: number }> {
  const form = await readForm(c);
  return { form, revision: form.revision() };
}

function ended(c: ConsoleContext, changed: Changed, words: string) {
  return changed.kind === "done" ? goTo(c, SETTINGS, words) : goTo(c, SETTINGS, texts.stale, "caution");
}

function readNotice(form: SentForm): NoticeWords | { mistakes: Mistakes } {
  const [text, from, until] = [form.text("noi_dung"), moment(form, "tu"), moment(form, "den")];
  if (text === "") return { mistakes: mistakesOf("empty") };
  if (from === null || until === null) {
    return {
      mistakes: {
        ...(from === null ? { tu: texts.momentWrong } : {}),
        ...(until === null ? { den: texts.momentWrong } : {}),
      },
    };
  }
  return { text, from, until };
}

function moment(form: SentForm, name: string): Date | null {
  return readMinute(form.text(name));
}

function mistakesOf(why: NoticeMistake): Mistakes {
  return { [why === "empty" || why === "too_long" ? "noi_dung" : "den"]: texts.mistakes[why] };
}
