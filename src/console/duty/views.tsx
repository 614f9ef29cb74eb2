import { Field, Form, Select, type Mistakes } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import { onOnePage } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext, Visit } from "../visit.ts";
import type { OnDuty, Shift } from "./port.ts";
import { dutyTexts as texts } from "./texts.ts";

export const DUTY = `${CONSOLE}/lich-truc`;

interface DutyGiven {
  onDuty: OnDuty;
  shifts: readonly Shift[];
  colleagues: readonly { id: string; name: string }[];
  failed: { form: SentForm; mistakes: Mistakes } | undefined;
}

export function dutyPage(c: ConsoleContext, { onDuty, shifts, colleagues, failed }: DutyGiven) {
  const { visit } = c.var;
  const field = (name: string) => ({
    name,
    value: failed?.form.text(name) ?? "",
    mistake: failed?.mistakes[name],
  });
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <section class="card">
        <h2>{texts.now}</h2>
        <p>
          {nowInWords(onDuty)} {onDuty.nextAt && texts.next(momentInWords(onDuty.nextAt))}
        </p>
        <p class="meta">{texts.lead}</p>
      </section>
      <h2>{texts.shifts}</h2>
      <DataTable
        id="ca-truc"
        caption={texts.shifts}
        path={DUTY}
        query={onOnePage(shifts.length)}
        columns={columns(visit)}
        rows={shifts}
        total={shifts.length}
        sheet={sheetFor(c, DUTY, "duty.keep")}
        empty={texts.empty}
      />
      <h2>{texts.add}</h2>
      <Form visit={visit} action={DUTY} class="form card">
        <Select
          {...field("nguoi")}
          label={texts.who}
          empty={texts.choose}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field {...field("tu_luc")} type="datetime-local" label={texts.from} />
        <Field {...field("den_luc")} type="datetime-local" label={texts.until} />
        <div class="actions">
          <button type="submit">{texts.addButton}</button>
        </div>
      </Form>
    </>,
    failed ? 422 : 200,
  );
}

function nowInWords({ isThere, staff }: OnDuty): string {
  if (staff === null) return isThere ? texts.officeHours : texts.officeClosed;
  return staff.length === 0 ? texts.nobody : texts.there(staff.map(({ name }) => name).join(", "));
}

function columns(visit: Visit): readonly Column<Shift>[] {
  return [
    { label: texts.who, cell: ({ name }) => name },
    { label: texts.from, cell: ({ startsAt }) => momentInWords(startsAt) },
    { label: texts.until, cell: ({ endsAt }) => momentInWords(endsAt) },
    {
      label: texts.action,
      cell: ({ id, name, startsAt }) => (
        <Form visit={visit} action={`${DUTY}/${id}/bo`} class="inline">
          <button type="submit" class="quiet" aria-label={texts.removeOf(name, momentInWords(startsAt))}>
            {texts.remove}
          </button>
        </Form>
      ),
    },
  ];
}
