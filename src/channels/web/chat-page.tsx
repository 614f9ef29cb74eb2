import { randomUUID } from "node:crypto";
import { SUGGESTED_QUESTIONS } from "../../answer/texts.ts";
import type { IsoDate } from "../../knowledge/document.ts";
import type { Library } from "../../knowledge/library.ts";
import { chatTexts } from "./chat-texts.ts";
import { acceptedFiles } from "./file-kinds.ts";
import { Layout } from "./layout.tsx";
import type { MessageJson } from "./encode.ts";
import { CHAT, EMBEDDED, NEW_CHAT, PRIVACY } from "./links.ts";
import { MessageView } from "./message-view.tsx";
import type { WebSettings } from "./settings.ts";
import { texts } from "./texts.ts";

export interface ChatPageProps {
  config: WebSettings;
  library: Library;
  today: IsoDate;
  /** shown in a frame on another site */
  embedded: boolean;
  conversation: string | null;
  messages: readonly MessageJson[];
  next: number;
  /** the last message has no reply yet: without a script the page looks again by itself */
  waiting: boolean;
  /** what everybody is to be told now */
  notice: string | null;
  /** staff have switched the bot off */
  paused: boolean;
  typed?: string;
  mistake?: string;
}

/** The conversation and the box to write in; complete without a script, live with it. */
export function ChatPage(props: ChatPageProps) {
  const { config, library, today, embedded, conversation, messages, next, waiting } = props;
  const action = embedded ? EMBEDDED : CHAT;
  return (
    <Layout
      config={config}
      here="ask"
      frame={embedded ? "embedded" : "chat"}
      unlisted={embedded || messages.length > 0}
      refresh={waiting}
    >
      <Announcements {...props} />
      <Welcome action={action} hidden={messages.length > 0} />
      <NewChat action={action} hidden={conversation === null && messages.length === 0} />
      <div
        id="hoi-thoai"
        class="log"
        role="log"
        aria-live="polite"
        aria-label={chatTexts.log}
        tabindex={-1}
        data-next={String(next)}
        {...(conversation === null ? {} : { "data-conversation": conversation })}
      >
        {messages.map((message) => (
          <MessageView message={message} library={library} today={today} action={action} />
        ))}
      </div>
      <p id="dang-tra-loi" class="typing" hidden={!waiting}>
        <span>{chatTexts.answering}</span>
      </p>
      <Composer {...props} action={action} />
      <Templates />
    </Layout>
  );
}

function Announcements({ notice, paused }: Pick<ChatPageProps, "notice" | "paused">) {
  if (notice === null && !paused) return null;
  return (
    <aside class="announcements" aria-label={chatTexts.notice}>
      {paused && <p class="caution">{chatTexts.paused}</p>}
      {notice !== null && (
        <p class="caution">
          <strong>{chatTexts.notice}:</strong> {notice}
        </p>
      )}
    </aside>
  );
}

function Welcome({ action, hidden }: { action: string; hidden: boolean }) {
  return (
    <section id="chao" class="welcome" hidden={hidden}>
      <h1>{texts.welcome}</h1>
      <p>{texts.welcomeMore}</p>
      <form class="choices" method="post" action={action} data-chat="" aria-label={texts.firstQuestions}>
        <input type="hidden" name="id" value={randomUUID()} />
        {SUGGESTED_QUESTIONS.map((question) => (
          <button type="submit" name="text" value={question}>
            {question}
          </button>
        ))}
      </form>
      <ul class="promises">
        {texts.promises.map(([promise, more]) => (
          <li>
            <strong>{promise}</strong> <span>{more}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Composer({ config, typed = "", mistake, action, embedded }: ChatPageProps & { action: string }) {
  const takesRecordings = config.takesRecordings === true;
  const wrong = mistake === undefined ? {} : { "aria-invalid": "true" as const };
  return (
    <div class="composer">
      <p class="automatic">
        {chatTexts.automatic}{" "}
        <a href={PRIVACY} target="_blank">
          {chatTexts.privacyLink}
        </a>
      </p>
      <p id="mat-ket-noi" class="caution" role="status" hidden>
        {chatTexts.offline}
      </p>
      <p id="loi" class="mistake" role="alert" hidden={mistake === undefined}>
        {mistake ?? ""}
      </p>
      <form class="write" method="post" action={action} enctype="multipart/form-data" data-chat="">
        <input type="hidden" name="id" value={randomUUID()} />
        <ul id="tep-cho" class="files" hidden></ul>
        <label class="attach">
          <Paperclip />
          <span class="unseen">{chatTexts.attach}</span>
          <input
            id="tep"
            type="file"
            name="file"
            accept={acceptedFiles(takesRecordings)}
            aria-describedby="goi-y-tep"
          />
        </label>
        <label for="tin-nhan" class="unseen">
          {chatTexts.box}
        </label>
        <textarea
          id="tin-nhan"
          name="text"
          rows={1}
          placeholder={chatTexts.placeholder}
          autocomplete="off"
          autocapitalize="sentences"
          enterkeyhint="send"
          {...wrong}
        >
          {typed}
        </textarea>
        <button type="submit">{chatTexts.send}</button>
        <p class="hint" id="goi-y-tep">
          {takesRecordings ? `${chatTexts.attachHint} ${chatTexts.recordingHint}` : chatTexts.attachHint}
        </p>
      </form>
      {embedded && (
        <p class="hint whole-page">
          <a href={CHAT} target="_blank">
            {chatTexts.wholePage}
          </a>
        </p>
      )}
    </div>
  );
}

/** Asks first: the token of the old conversation is nowhere but here. */
function NewChat({ action, hidden }: { action: string; hidden: boolean }) {
  return (
    <details id="cuoc-moi" class="new-chat" hidden={hidden}>
      <summary>{chatTexts.newChat}</summary>
      <form method="post" action={NEW_CHAT}>
        <p>{chatTexts.newChatWarning}</p>
        <input type="hidden" name="from" value={action} />
        <button type="submit">{chatTexts.newChatConfirm}</button>
      </form>
    </details>
  );
}

function Paperclip() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        d="M20 11.5 12.2 19.3a5 5 0 0 1-7.1-7.1l8.2-8.2a3.3 3.3 0 0 1 4.7 4.7l-8.1 8.1a1.6 1.6 0 0 1-2.3-2.3l7.4-7.4"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** What the script makes copies of, so that no words stand in it. */
function Templates() {
  return (
    <>
      <template id="mau-tin">
        <div class="line user pending" data-from="user">
          <div class="bubble">
            <p class="unseen">{chatTexts.speakers.user}:</p>
            <p class="typed"></p>
            <ul class="files" hidden></ul>
          </div>
          <p class="state sending">{chatTexts.sending}…</p>
          <p class="state not-sent" hidden>
            <span class="why">{chatTexts.notSent}</span>{" "}
            <button type="button" class="quiet" data-resend="">
              {chatTexts.resend}
            </button>
          </p>
        </div>
      </template>
      <template id="mau-tep">
        <li>
          <span class="name"></span>{" "}
          <button type="button" class="quiet" data-remove-file="" aria-label={chatTexts.removeFile}>
            ×
          </button>
        </li>
      </template>
      <p
        id="thong-bao"
        class="unseen"
        role="status"
        data-answering={chatTexts.answering}
        data-not-sent={chatTexts.notSent}
        data-forgotten={chatTexts.forgotten}
      ></p>
    </>
  );
}
