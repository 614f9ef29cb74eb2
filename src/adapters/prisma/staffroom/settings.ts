import type { RoomSettings } from "../../../console/staff-room/port.ts";
import { audit } from "../audit.ts";
import type { Database, Tx } from "../database.ts";
import { act, type By, type Desk } from "../staff/act.ts";

const USUAL: RoomSettings = { forwardWords: true, waitingMinutes: 5 };
const WORDS_KEY = "staffroom:forward_words";
const MINUTES_KEY = "staffroom:waiting_minutes";

export async function roomSettings(tx: Tx): Promise<RoomSettings> {
  const rows = await tx.setting.findMany({ where: { key: { in: [WORDS_KEY, MINUTES_KEY] } } });
  const kept = new Map(rows.map(({ key, value }) => [key, value]));
  const words = kept.get(WORDS_KEY);
  const minutes = Number(kept.get(MINUTES_KEY));
  return {
    forwardWords: words === undefined ? USUAL.forwardWords : words === "yes",
    waitingMinutes: minutes >= 1 ? minutes : USUAL.waitingMinutes,
  };
}

/** Whether what people write to staff is also kept by the platform of a linked group: the privacy notice says so. */
export async function wordsGoToGroup({ client }: Database): Promise<boolean> {
  const { forwardWords } = await roomSettings(client);
  return forwardWords && (await client.staffGroup.count()) > 0;
}

export function changeRoomSettings(
  desk: Desk,
  by: By,
  { forwardWords, waitingMinutes }: RoomSettings,
): Promise<{ kind: "done" } | { kind: "bad_value" }> {
  const isPlausible = Number.isInteger(waitingMinutes) && waitingMinutes >= 1 && waitingMinutes <= 120;
  if (!isPlausible) return Promise.resolve({ kind: "bad_value" });
  return act(desk, by, async (scope) => {
    const values = { [WORDS_KEY]: forwardWords ? "yes" : "no", [MINUTES_KEY]: String(waitingMinutes) };
    for (const [key, value] of Object.entries(values)) {
      const row = { value, updatedAt: by.now };
      await scope.tx.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
    }
    await audit(scope, "staffroom.settings", "staffroom", { forwardWords, waitingMinutes });
    return { kind: "done" };
  });
}
