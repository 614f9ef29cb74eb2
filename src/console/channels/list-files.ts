import type { ListFile } from "../kit/list-export.ts";
import { channelInWords } from "../question-words.ts";
import type { AccountStanding, ReplicaLine } from "./port.ts";
import { channelTexts as texts } from "./texts.ts";

export const ACCOUNT_FILE: ListFile<AccountStanding> = {
  what: "channels.exported",
  title: texts.title,
  fileName: "kenh",
  columns: [
    { kind: "text", header: texts.channel, value: ({ channel }) => channelInWords(channel) },
    { kind: "text", header: texts.account, value: ({ account }) => account },
    {
      kind: "text",
      header: texts.state,
      value: ({ state, isStale }) => (isStale ? texts.stale : texts.states[state]),
    },
    { kind: "text", header: texts.why, width: 50, value: ({ why }) => why },
    { kind: "moment", header: texts.since, value: ({ since }) => since },
    {
      kind: "text",
      header: texts.lastTrouble,
      width: 50,
      value: ({ lastTrouble }) => lastTrouble?.why ?? null,
    },
    { kind: "text", header: texts.replica, value: ({ replica }) => replica },
  ],
};

export const REPLICA_FILE: ListFile<ReplicaLine> = {
  what: "replicas.exported",
  title: texts.replicas,
  fileName: "may-dang-chay",
  columns: [
    { kind: "text", header: texts.replica, value: ({ replica }) => replica },
    { kind: "moment", header: texts.saidAt, value: ({ saidAt }) => saidAt },
    { kind: "text", header: texts.says, width: 60, value: ({ states }) => saidOf(states) },
  ],
};

/** "Telegram 123: hoạt động; …" */
export function saidOf(states: ReplicaLine["states"]): string | null {
  return (
    states
      .map(({ channel, account, state, isStandby }) => {
        const standing = isStandby ? texts.standby : texts.states[state].toLowerCase();
        return `${channelInWords(channel)} ${account}: ${standing}`;
      })
      .join("; ") || null
  );
}
