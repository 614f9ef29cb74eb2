import { randomUUID } from "node:crypto";
import type { Choice } from "../../conversation/reply.ts";
import type { IsoDate } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { Bases } from "./bases-view.tsx";
import { chatTexts } from "./chat-texts.ts";
import type { FileJson, MessageJson } from "./encode.ts";
import { RATING } from "./links.ts";
import { present, type Block } from "./present.ts";

export interface MessageViewProps {
  message: MessageJson;
  library: Library;
  today: IsoDate;
  /** where a choice is posted without a script */
  action: string;
}

/** One message of the conversation. */
export function MessageView({ message, library, today, action }: MessageViewProps) {
  const { blocks, bases } = present(message.text, message.citations, library, today);
  return (
    <div
      class={`line ${message.from}`}
      id={`tin-${message.id}`}
      data-id={message.id}
      data-from={message.from}
      {...(message.inReplyTo === null ? {} : { "data-in-reply-to": message.inReplyTo })}
    >
      <div class="bubble">
        <p class={message.from === "staff" ? "speaker" : "unseen"}>{chatTexts.speakers[message.from]}:</p>
        {message.from === "user" ? <p class="typed">{message.text}</p> : blocks.map(blockView)}
        {bases.length > 0 && <Bases bases={bases} />}
        {message.files.length > 0 && <FileList files={message.files} />}
      </div>
      {message.rating !== null && <RatingForm message={message} action={action} />}
      {message.choices.length > 0 && <Choices choices={message.choices} action={action} />}
    </div>
  );
}

function blockView(block: Block) {
  if (block.kind === "paragraph") return <p>{block.text}</p>;
  return (
    <ul>
      {block.items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

function FileList({ files }: { files: readonly FileJson[] }) {
  return (
    <ul class="files" aria-label={chatTexts.attached}>
      {files.map((file) => (
        <li>
          <a href={file.url} download={file.name} aria-label={chatTexts.download(file.name)}>
            {file.name}
          </a>{" "}
          <span class="hint">{chatTexts.size(file.bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

const OPINIONS = [
  { value: "good", label: chatTexts.good },
  { value: "bad", label: chatTexts.bad },
] as const;

/** Two small buttons, of which the pressed one says what was thought; it may be changed. */
function RatingForm({ message, action }: { message: MessageJson; action: string }) {
  return (
    <form class="rating" method="post" action={RATING} data-rate="" aria-label={chatTexts.rate}>
      <input type="hidden" name="message" value={message.inReplyTo ?? ""} />
      <input type="hidden" name="from" value={action} />
      {OPINIONS.map(({ value, label }) => (
        <button
          type="submit"
          class="quiet"
          name="rating"
          value={value}
          aria-pressed={message.rating === value ? "true" : "false"}
        >
          {label}
        </button>
      ))}
      <span
        class="hint"
        role="status"
        data-rated={chatTexts.rated}
        data-not-rated={chatTexts.notRated}
      ></span>
    </form>
  );
}

/** A form, so that choosing works without a script; its id makes a second press the same message. */
function Choices({ choices, action }: { choices: readonly Choice[]; action: string }) {
  return (
    <form class="choices" method="post" action={action} data-chat="" aria-label={chatTexts.chooseOne}>
      <input type="hidden" name="id" value={randomUUID()} />
      {choices.map(({ label, value }) => (
        <button type="submit" name="choice" value={value}>
          {label}
        </button>
      ))}
    </form>
  );
}
