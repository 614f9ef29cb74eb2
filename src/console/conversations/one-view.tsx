import { Field, Form, TextArea, type Mistakes } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts } from "../kit/parts.tsx";
import { dayInWords } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { channelName, CONTACT_STATES, CONTACT_TONES } from "../words.ts";
import { TALKS } from "./list-view.tsx";
import { conversationPath } from "../routes.ts";
import { type ConversationView, type PersonKnown } from "./port.ts";
import { talkTexts as texts } from "./texts.ts";
import { Transcript } from "./transcript.tsx";

/** What came back unsent. */
export interface Unsent {
  text: string;
  mistakes: Mistakes;
  /** why, where it is not for the words themselves */
  lost?: { kind: "not_held" } | { kind: "held_by_other"; by: string; name: string };
}

interface OneProps {
  view: ConversationView;
  isEarlier?: boolean;
  unsent?: Unsent;
}

export function conversationPage(c: ConsoleContext, { view, isEarlier = false, unsent }: OneProps) {
  const { visit } = c.var;
  const me = memberOf(c).id;
  const mayWrite = unsent !== undefined || (view.hold.state === "held" && view.hold.by?.id === me);
  return showPage(
    c,
    {
      title: view.person ?? texts.somebody,
      wide: true,
      trail: [{ label: texts.title, href: TALKS }],
    },
    <div class="beside">
      <div hx-boost="true" hx-swap="innerHTML show:none">
        {unsent?.lost && (
          <p class="caution" role="alert">
            {unsent.lost.kind === "not_held" ? texts.lostHold : texts.lostTo(unsent.lost.name)}
          </p>
        )}
        <Transcript {...{ view, visit, me, isEarlier }} />
        {mayWrite ? <Composer c={c} id={view.id} unsent={unsent} /> : <p class="meta">{texts.sayFirst}</p>}
      </div>
      <aside>
        <section class="card">
          <h2>{texts.known}</h2>
          <Facts
            facts={[
              [texts.channel, `${channelName(view.channel)}${view.isGroup ? ` (${texts.group})` : ""}`],
            ]}
          />
          {view.known.length === 0 && <p>{texts.unknownPerson}</p>}
          {view.known.map((known) => (
            <Known known={known} />
          ))}
        </section>
      </aside>
    </div>,
    unsent === undefined ? 200 : unsent.lost ? 409 : 422,
  );
}

function Composer({ c, id, unsent }: { c: ConsoleContext; id: string; unsent: Unsent | undefined }) {
  const lost = unsent?.lost;
  return (
    <Form visit={c.var.visit} action={`${conversationPath(id)}/tra-loi`} files class="card composer">
      <TextArea
        name="loi"
        label={texts.sayLabel}
        value={unsent?.text ?? ""}
        rows={3}
        mistake={unsent?.mistakes["loi"]}
      />
      <Field
        name="tep"
        type="file"
        label={texts.file}
        hint={texts.fileHint}
        mistake={unsent?.mistakes["tep"]}
        optional
      />
      {lost?.kind === "held_by_other" && <input type="hidden" name="tu" value={lost.by} />}
      {lost !== undefined && <input type="hidden" name="nhan" value="co" />}
      <div class="actions">
        <button type="submit">
          {lost === undefined
            ? texts.sayButton
            : lost.kind === "not_held"
              ? texts.takeAndSay
              : texts.takeOverAndSay}
        </button>
      </div>
    </Form>
  );
}

function Known({ known: { name, phone, enterprises, openRequests } }: { known: PersonKnown }) {
  return (
    <>
      <Facts
        facts={[
          [texts.name, name ?? texts.none],
          [texts.phone, phone ?? texts.none],
        ]}
      />
      <h3>{texts.enterprises}</h3>
      {enterprises.length === 0 && <p class="meta">{texts.none}</p>}
      <ul>
        {enterprises.map((one) => (
          <li>
            {one.name} <Badge tone={CONTACT_TONES[one.status]}>{CONTACT_STATES[one.status]}</Badge>
          </li>
        ))}
      </ul>
      <h3>{texts.openRequests}</h3>
      {openRequests.length === 0 && <p class="meta">{texts.none}</p>}
      <ul>
        {openRequests.map(({ id, code, dueAt }) => (
          <li>
            <a href={`${CONSOLE}/yeu-cau/${id}`}>{code}</a>{" "}
            <span class="meta">{texts.due(dayInWords(dueAt))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
