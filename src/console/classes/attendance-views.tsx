import { certificatePath } from "../../registry/certificates.ts";
import type { AttendeeStatus } from "../../registry/states.ts";
import { Actions, Form } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import { Empty } from "../kit/table.tsx";
import { dayInWords, momentInWords } from "../kit/when.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { trailOf } from "./change-views.tsx";
import { classPath } from "./paths.ts";
import type { AttendeeLine, ClassRecord } from "./port.ts";
import { PersonStatus } from "./registrations-view.tsx";
import { classTexts, registrationTexts as texts } from "./texts.ts";

const EXPECTED: readonly AttendeeStatus[] = ["confirmed", "attended", "absent", "certified"];
/** Those who come without a name on the list write it themselves. */
const BLANK_LINES = 5;

/** Whoever has a seat, or had one on the day, by name of the enterprise. */
export function expectedOf(people: readonly AttendeeLine[]): readonly AttendeeLine[] {
  return people
    .filter(({ status }) => EXPECTED.includes(status))
    .sort((a, b) => a.enterprise.localeCompare(b.enterprise, "vi") || a.name.localeCompare(b.name, "vi"));
}

export function attendancePage(
  c: ConsoleContext,
  { record, people, mayMark }: { record: ClassRecord; people: readonly AttendeeLine[]; mayMark: boolean },
) {
  return showPage(
    c,
    { title: texts.attendanceTitle(record.title), trail: trailOf(record), wide: true },
    people.length === 0 ? (
      <Empty>{texts.attendanceEmpty}</Empty>
    ) : (
      <>
        <p>{mayMark ? texts.attendanceLead : texts.attendanceEarly}</p>
        <Form visit={c.var.visit} action={classPath(record.id, "diem-danh")} class="attendance">
          <TickAll name="co_mat" words={texts.allPresent} />
          <div
            class="table-frame cards"
            tabindex={0}
            role="region"
            aria-label={texts.attendanceTitle(record.title)}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.person}</th>
                  <th scope="col">{texts.enterprise}</th>
                  <th scope="col">{texts.status}</th>
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <tr>
                    <td>
                      <input type="hidden" name="nguoi" value={person.id} />
                      <label class="choice">
                        <input
                          type="checkbox"
                          name="co_mat"
                          value={person.id}
                          checked={person.status === "attended" || person.status === "certified"}
                          disabled={person.status === "certified"}
                        />
                        <span>{person.name}</span>
                      </label>
                    </td>
                    <td data-label={texts.enterprise}>{person.enterprise}</td>
                    <td data-label={texts.status}>
                      <span>
                        <PersonStatus person={person} />
                        {person.status === "certified" && <span class="hint">{texts.certifiedStays}</span>}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Actions cancel={classPath(record.id)}>
            {mayMark && <button type="submit">{texts.attendanceSave}</button>}
          </Actions>
        </Form>
      </>
    ),
  );
}

export function certificatesPage(
  c: ConsoleContext,
  { record, people }: { record: ClassRecord; people: readonly AttendeeLine[] },
) {
  const mayGive = people.some(({ status }) => status === "attended");
  return showPage(
    c,
    { title: texts.certificatesTitle(record.title), trail: trailOf(record), wide: true },
    people.length === 0 ? (
      <Empty>{texts.certificatesEmpty}</Empty>
    ) : (
      <>
        <p>{texts.certificatesLead}</p>
        <Form visit={c.var.visit} action={classPath(record.id, "chung-nhan")} class="attendance">
          {mayGive && <TickAll name="nguoi" words={texts.allGiven} />}
          <div
            class="table-frame cards"
            tabindex={0}
            role="region"
            aria-label={texts.certificatesTitle(record.title)}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.person}</th>
                  <th scope="col">{texts.enterprise}</th>
                  <th scope="col">{texts.certificateNo}</th>
                  <th scope="col">{texts.correct}</th>
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <CertificateRow record={record} person={person} />
                ))}
              </tbody>
            </table>
          </div>
          <Actions cancel={classPath(record.id)}>
            {mayGive && <button type="submit">{texts.issueButton}</button>}
          </Actions>
        </Form>
      </>
    ),
  );
}

/** Above the table, where it is seen on a phone as well. */
function TickAll({ name, words }: { name: string; words: string }) {
  return (
    <label class="choice">
      <input type="checkbox" data-tick-all={name} />
      <span>{words}</span>
    </label>
  );
}

function CertificateRow({ record, person }: { record: ClassRecord; person: AttendeeLine }) {
  const { id, name, certificateNo, certificateKey } = person;
  const path = classPath(record.id, `nguoi/${id}`);
  return (
    <tr>
      <td>
        {certificateNo === null ? (
          <label class="choice">
            <input type="checkbox" name="nguoi" value={id} checked />
            <span>{name}</span>
          </label>
        ) : (
          name
        )}
      </td>
      <td data-label={texts.enterprise}>{person.enterprise}</td>
      <td data-label={texts.certificateNo}>
        <span>
          {certificateNo ?? "–"}{" "}
          {certificateKey !== null && (
            <a href={certificatePath(certificateKey)} target="_blank" rel="noopener">
              {texts.certificateOpen}
              <span class="unseen"> {name}</span>
            </a>
          )}
        </span>
      </td>
      <td data-label={texts.correct}>
        <span class="inline">
          {certificateNo === null ? (
            <a href={path}>
              {texts.correct}
              <span class="unseen"> {name}</span>
            </a>
          ) : (
            <>
              <a href={`${path}/cap-lai`}>
                {texts.reissue}
                <span class="unseen"> {name}</span>
              </a>{" "}
              <a href={`${path}/thu-hoi`}>
                {texts.void}
                <span class="unseen"> {name}</span>
              </a>
            </>
          )}
        </span>
      </td>
    </tr>
  );
}

/** A list to sign on paper: A4 across. */
export function sheetPage(
  c: ConsoleContext,
  { record, people }: { record: ClassRecord; people: readonly AttendeeLine[] },
) {
  const withPhone = may(memberOf(c).role, "classes.edit");
  const places = [...new Set(record.sessions.map(({ place }) => place))].join("; ");
  const times = record.sessions.map(
    ({ startsAt, endsAt }) =>
      `${momentInWords(startsAt).slice(-5)}–${momentInWords(endsAt).slice(-5)} ${dayInWords(startsAt)}`,
  );
  const blanks = Array.from({ length: BLANK_LINES }, (_, at) => people.length + at + 1);
  return showPage(
    c,
    { title: texts.sheetTitle, trail: trailOf(record), wide: true },
    <div class="sheet">
      <p class="hint no-print">{texts.sheetPrint}</p>
      <p class="sheet-head">
        <strong>{c.var.shell.organisation}</strong>
      </p>
      <p class="sheet-title">{record.title}</p>
      <p>
        {texts.sheetWhen}: {times.join("; ") || classTexts.noDate}
        <br />
        {texts.sheetPlace}: {places}
      </p>
      <div class="table-frame" tabindex={0} role="region" aria-label={texts.sheetTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.sheetNo}</th>
              <th scope="col">{texts.person}</th>
              <th scope="col">{texts.enterprise}</th>
              <th scope="col">{texts.position}</th>
              {withPhone && <th scope="col">{texts.phone}</th>}
              <th scope="col" class="sign">
                {texts.sheetSign}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person, at) => (
              <tr>
                <td class="numeric">{at + 1}</td>
                <td>{person.name}</td>
                <td>{person.enterprise}</td>
                <td>{person.position}</td>
                {withPhone && <td>{person.phone ?? person.submitterPhone}</td>}
                <td />
              </tr>
            ))}
            {blanks.map((at) => (
              <tr>
                <td class="numeric">{at}</td>
                <td />
                <td />
                <td />
                {withPhone && <td />}
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{texts.sheetCount(people.length)}</p>
      <div class="sheet-foot">
        <p>{texts.sheetDay}</p>
        <p>
          <strong>{texts.sheetBy}</strong>
        </p>
      </div>
    </div>,
  );
}
