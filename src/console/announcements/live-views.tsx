import { reasonInWords } from "../../announce/reasons.ts";
import { momentInWords } from "../kit/when.ts";
import { channelName } from "../words.ts";
import type { ChannelPreview, PreviewMessage, Reach } from "./port.ts";
import { announcementTexts as texts } from "./texts.ts";
import { counted } from "./words.ts";

/** How many would get it now, later, or not at all and why. */
export function ReachView({ reach, now }: { reach: Reach; now: Date }) {
  const { total, reachable, byChannel, whenTheyWrite, unreachable } = reach;
  if (total === 0) return <p class="meta">{texts.nobodyFits}</p>;
  const missed = unreachable.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p class={reachable > 0 ? "reach good" : "reach"}>{texts.reachable(counted(reachable))}</p>
      {byChannel.length > 0 && (
        <ul>
          {byChannel.map(({ channel, count }) => (
            <li>
              {channelName(channel)}: {counted(count)}
            </li>
          ))}
        </ul>
      )}
      {whenTheyWrite > 0 && (
        <>
          <p class="reach waiting">{texts.whenTheyWrite(counted(whenTheyWrite))}</p>
          <p class="hint">{texts.whenTheyWriteWhy}</p>
        </>
      )}
      {missed > 0 && (
        <>
          <p class="reach">{texts.unreachable(counted(missed))}</p>
          <ul>
            {unreachable.map(({ reason, count }) => (
              <li>{texts.peopleWhy(counted(count), reasonInWords(reason))}</li>
            ))}
          </ul>
        </>
      )}
      <p class="meta">{texts.fitting(counted(total), momentInWords(now).slice(-5))}</p>
    </>
  );
}

/** What it looks like, channel by channel. */
export function PreviewView({ previews }: { previews: readonly ChannelPreview[] }) {
  if (previews.length === 0) return <p class="meta">{texts.noChannels}</p>;
  return (
    <>
      {previews.map(({ channel, messages }, at) => (
        <details class="shown" open={at === 0}>
          <summary>{channelName(channel)}</summary>
          {messages.map((message) => (
            <MessageView message={message} />
          ))}
        </details>
      ))}
    </>
  );
}

function MessageView({ message: { text, buttons, file } }: { message: PreviewMessage }) {
  return (
    <div class="line bot">
      {text !== "" && <p class="words">{text}</p>}
      {file !== null && <p class="meta">{texts.previewFile(file)}</p>}
      {buttons.length > 0 && (
        <ul class="buttons">
          {buttons.map((label) => (
            <li>{label}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
