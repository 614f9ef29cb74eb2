import type { SettingsDesk, Standing } from "../../../console/settings/port.ts";
import type { Kept, SettingKey } from "../settings-rows.ts";
import type { Desk } from "../staff/act.ts";
import { setAnnouncingAlone, setNotice, setOnePerson, setPaused, settingsNow } from "../staff/settings.ts";
import { staffNames } from "./staff-names.ts";

const STAFF = "staff:";

/** Settings with who changed them last, which the audit knows. */
export function createSettingsDesk(desk: Desk): SettingsDesk {
  const { database } = desk;
  return {
    async now() {
      const settings = await settingsNow(database);
      const [paused, notice, onePerson, announcingAlone] = await Promise.all([
        standing("bot.paused", settings["bot.paused"]),
        standing("bot.notice", settings["bot.notice"]),
        standing("knowledge.one_person", settings["knowledge.one_person"]),
        standing("announcements.one_person", settings["announcements.one_person"]),
      ]);
      return { paused, notice, onePerson, announcingAlone };
    },
    pause: (by, paused, seen) => setPaused(desk, by, paused, seen),
    notice: (by, notice, seen) => setNotice(desk, by, notice, seen),
    onePerson: (by, allowed, seen) => setOnePerson(desk, by, allowed, seen),
    announcingAlone: (by, allowed, seen) => setAnnouncingAlone(desk, by, allowed, seen),
  };

  async function standing<T>(key: SettingKey, { value, revision }: Kept<T>): Promise<Standing<T>> {
    const last = await database.client.auditEntry.findFirst({
      where: { subject: key, action: `setting.${key}` },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    if (last === null) return { value, revision, changed: null };
    const names = await staffNames(database);
    const by = last.actor.startsWith(STAFF) ? names.of(last.actor.slice(STAFF.length)).name : last.actor;
    return { value, revision, changed: { by, at: last.at } };
  }
}
