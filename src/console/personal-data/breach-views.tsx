import { Actions, Field, Form, MistakeList, RevisionField, TextArea, type Mistakes } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import { onOnePage } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts } from "../kit/parts.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, type Column } from "../kit/table.tsx";
import { isoMinute, momentInWords } from "../kit/when.ts";
import type { ConsoleContext } from "../visit.ts";
import type { Breach } from "./port.ts";
import { dataTexts as texts } from "./texts.ts";
import { DATA } from "./views.tsx";

export const BREACHES = `${DATA}/vi-pham`;
const TRAIL = [{ label: texts.breaches, href: BREACHES }];

/** Law 91/2025/QH15 Điều 23; decree 356/2025/NĐ-CP Điều 28: 72 hours from the discovery. */
const REPORT_WITHIN_HOURS = 72;
const HOUR_MS = 3_600_000;

export function breachesPage(c: ConsoleContext, breaches: readonly Breach[]) {
  const columns: readonly Column<Breach>[] = [
    {
      label: texts.discoveredAt,
      cell: ({ id, discoveredAt }) => <a href={`${BREACHES}/${id}`}>{momentInWords(discoveredAt)}</a>,
    },
    { label: texts.description, cell: ({ description }) => description.slice(0, 160) },
    { label: texts.people, numeric: true, cell: ({ people }) => people ?? "–" },
    { label: texts.reportDue, cell: (breach) => <Clock breach={breach} now={c.var.shell.now()} /> },
  ];
  return showPage(
    c,
    { title: texts.breaches, wide: true },
    <>
      <p>{texts.breachesLead}</p>
      <p>
        <a class="button" href={`${BREACHES}/moi`}>
          {texts.record}
        </a>
      </p>
      <DataTable
        id="vi-pham"
        caption={texts.breaches}
        path={BREACHES}
        query={onOnePage(breaches.length)}
        columns={columns}
        rows={breaches}
        total={breaches.length}
        sheet={sheetFor(c, BREACHES, "personal-data.oversee")}
        empty={texts.noBreaches}
      />
    </>,
  );
}

function Clock({ breach, now }: { breach: Breach; now: Date }) {
  const { discoveredAt, reportedAt } = breach;
  const due = new Date(discoveredAt.getTime() + REPORT_WITHIN_HOURS * HOUR_MS);
  if (reportedAt !== null) {
    return <Badge tone={reportedAt <= due ? "good" : "bad"}>{momentInWords(reportedAt)}</Badge>;
  }
  const hours = Math.floor((due.getTime() - now.getTime()) / HOUR_MS);
  return (
    <Badge tone={hours < 0 ? "bad" : "waiting"}>{`${momentInWords(due)}, ${texts.hoursLeft(hours)}`}</Badge>
  );
}

/** What the report asks for, to be printed as the minutes of it. */
export function breachPage(c: ConsoleContext, breach: Breach) {
  const moment = (at: Date | null, none: string) => (at === null ? none : momentInWords(at));
  return showPage(
    c,
    { title: texts.breach, trail: TRAIL },
    <>
      <Facts
        facts={[
          [texts.discoveredAt, momentInWords(breach.discoveredAt)],
          [texts.occurredAt, moment(breach.occurredAt, "–")],
          [texts.reportDue, <Clock breach={breach} now={c.var.shell.now()} />],
          [texts.reportedAt, moment(breach.reportedAt, texts.notReported)],
          [texts.closedAt, moment(breach.closedAt, texts.notClosed)],
          [texts.people, breach.people ?? "–"],
          [texts.recordedBy, breach.recordedBy ?? "–"],
        ]}
      />
      {(
        [
          [texts.description, breach.description],
          [texts.dataKinds, breach.dataKinds],
          [texts.consequences, breach.consequences],
          [texts.measures, breach.measures],
        ] as const
      ).map(([label, words]) => (
        <section>
          <h2>{label}</h2>
          <p>{words === "" ? "–" : words}</p>
        </section>
      ))}
      <p class="hint no-print">{texts.printHint}</p>
      <p class="no-print">
        <a class="button" href={`${BREACHES}/${breach.id}/sua`}>
          {texts.edit}
        </a>
      </p>
    </>,
  );
}

interface FormGiven {
  breach?: Breach;
  form?: SentForm;
  mistakes?: Mistakes;
}

export function breachForm(c: ConsoleContext, { breach, form, mistakes = {} }: FormGiven) {
  const action = breach === undefined ? `${BREACHES}/moi` : `${BREACHES}/${breach.id}/sua`;
  const shared = (name: string, label: string, stored: string) => ({
    ...{ name, label, mistake: mistakes[name] },
    value: form?.text(name) ?? stored,
  });
  const minute = (at: Date | null | undefined) => (at ? isoMinute(at) : "");
  return showPage(
    c,
    { title: breach === undefined ? texts.record : texts.edit, trail: TRAIL },
    <>
      <p class="hint">{texts.breachHint}</p>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={action} class="form card">
        {breach && <RevisionField revision={form?.revision() ?? breach.revision} />}
        <Field
          type="datetime-local"
          {...shared("phat_hien", texts.discoveredAt, minute(breach?.discoveredAt ?? c.var.shell.now()))}
        />
        <Field
          type="datetime-local"
          optional
          {...shared("xay_ra", texts.occurredAt, minute(breach?.occurredAt))}
        />
        <TextArea {...shared("su_viec", texts.description, breach?.description ?? "")} />
        <TextArea {...shared("loai_du_lieu", texts.dataKinds, breach?.dataKinds ?? "")} rows={2} optional />
        <Field
          inputmode="numeric"
          optional
          {...shared("so_nguoi", texts.people, String(breach?.people ?? ""))}
        />
        <TextArea {...shared("hau_qua", texts.consequences, breach?.consequences ?? "")} optional />
        <TextArea {...shared("bien_phap", texts.measures, breach?.measures ?? "")} optional />
        <Field
          type="datetime-local"
          optional
          {...shared("da_bao", texts.reportedAt, minute(breach?.reportedAt))}
        />
        <Field
          type="datetime-local"
          optional
          {...shared("ket_thuc", texts.closedAt, minute(breach?.closedAt))}
        />
        <Actions cancel={breach === undefined ? BREACHES : `${BREACHES}/${breach.id}`}>
          <button type="submit">{texts.save}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}
