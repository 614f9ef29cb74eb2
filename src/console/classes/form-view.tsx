import { MONEY_SOURCES, MONEY_SOURCE_KEYS } from "../../registry/money.ts";
import { ANNEX_ITEMS } from "../../registry/plan.ts";
import { ENTERPRISE_KINDS, type EnterpriseKind } from "../../registry/views.ts";
import {
  Actions,
  Field,
  Form,
  MistakeList,
  RevisionField,
  Select,
  TextArea,
  type Mistakes,
} from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { isoMinute } from "../kit/when.ts";
import type { ConsoleContext } from "../visit.ts";
import { costField } from "./form.ts";
import { CLASSES, classPath } from "./paths.ts";
import type { ClassDetails, ClassRecord, Template } from "./port.ts";
import { SessionFields } from "./session-fields.tsx";
import { linesOf, typedLines, withSpare } from "./sessions.ts";
import { classTexts as texts } from "./texts.ts";

const TRAIL = [{ label: texts.title, href: CLASSES }];
const KINDS = Object.entries(ENTERPRISE_KINDS) as [EnterpriseKind, string][];

/** What a form begins with; a place alone belongs to a template. */
export type Beginning = Partial<ClassDetails> & { keyword: string; place?: string };

interface Given {
  beginning: Beginning;
  form?: SentForm | undefined;
  mistakes?: Mistakes;
}

export function createPage(
  c: ConsoleContext,
  given: Given & { templates: readonly Template[]; classes: readonly { id: string; title: string }[] },
) {
  const { templates, classes, form } = given;
  return showPage(
    c,
    { title: texts.create, trail: TRAIL },
    <>
      {form === undefined && (
        <form class="filters" method="get" action={`${CLASSES}/moi`}>
          <div>
            <label for="tu">{texts.startFrom}</label>
            <select id="tu" name="tu" aria-describedby="tu-goi-y">
              <option value="">{texts.startBlank}</option>
              <optgroup label={texts.startTemplate}>
                {templates.map(({ id, name }) => (
                  <option value={`mau:${id}`} selected={c.req.query("tu") === `mau:${id}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
              <optgroup label={texts.startCopy}>
                {classes.map(({ id, title }) => (
                  <option value={`lop:${id}`} selected={c.req.query("tu") === `lop:${id}`}>
                    {title}
                  </option>
                ))}
              </optgroup>
            </select>
          </div>
          <button class="quiet" type="submit">
            {texts.startButton}
          </button>
          <p class="hint" id="tu-goi-y">
            {texts.startHint}
          </p>
        </form>
      )}
      <MistakeList mistakes={given.mistakes ?? {}} />
      <Form visit={c.var.visit} action={`${CLASSES}/moi`} class="form card">
        <ClassFields {...given} />
        <Actions cancel={CLASSES}>
          <button type="submit">{texts.createButton}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

export function editPage(
  c: ConsoleContext,
  given: { record: ClassRecord; areSessionsFixed: boolean; form?: SentForm; mistakes?: Mistakes },
) {
  const { record, form, mistakes = {}, areSessionsFixed } = given;
  return showPage(
    c,
    {
      title: texts.editTitle(record.title),
      trail: [...TRAIL, { label: record.title, href: classPath(record.id) }],
    },
    <>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={classPath(record.id, "sua")} class="form card">
        <RevisionField revision={form?.revision() ?? record.revision} />
        <ClassFields {...{ beginning: record, form, mistakes, areSessionsFixed }} />
        <Actions cancel={classPath(record.id)}>
          <button type="submit">{texts.save}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

function ClassFields(props: Given & { areSessionsFixed?: boolean }) {
  const { beginning, form, mistakes = {}, areSessionsFixed = false } = props;
  const value = (name: string, stored: string | number | null | undefined) =>
    form?.text(name) ?? String(stored ?? "");
  const kinds = form ? form.texts("loai") : (beginning.audienceKinds ?? []);
  return (
    <>
      <Field
        name="ten"
        label={texts.titleField}
        value={value("ten", beginning.title)}
        mistake={mistakes["ten"]}
      />
      <Field
        name="so"
        label={texts.keyword}
        hint={texts.keywordHint}
        value={value("so", beginning.keyword)}
        mistake={mistakes["so"]}
        inputmode="numeric"
      />
      <TextArea
        name="noi_dung"
        label={texts.description}
        value={value("noi_dung", beginning.description)}
        optional
      />
      <Field
        name="danh_cho"
        label={texts.audience}
        hint={texts.audienceHint}
        value={value("danh_cho", beginning.audience)}
        optional
      />
      <fieldset class="field" aria-describedby="loai-goi-y">
        <legend>{texts.kinds}</legend>
        <p class="hint" id="loai-goi-y">
          {texts.kindsHint}
        </p>
        {KINDS.map(([kind, label]) => (
          <label class="choice">
            <input type="checkbox" name="loai" value={kind} checked={kinds.includes(kind)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <h2>{texts.sessions}</h2>
      {areSessionsFixed ? (
        <p class="hint">{texts.sessionsFixed}</p>
      ) : (
        <>
          <p class="hint">{texts.sessionsHint}</p>
          <SessionFields
            lines={withSpare(form ? typedLines(form) : linesOf(beginning.sessions ?? []), beginning.place)}
            mistakes={mistakes}
          />
        </>
      )}
      <SeatFields {...{ beginning, form, mistakes }} />
      <h2>{texts.costs}</h2>
      <Select
        name="phu_luc"
        label={texts.annexItem}
        value={value("phu_luc", beginning.annexItem)}
        empty={texts.annexNone}
        options={Object.entries(ANNEX_ITEMS).map(([item, words]) => ({
          value: item,
          label: texts.annexLabel(item, words),
        }))}
      />
      <Field name="ke_hoach" label={texts.planRef} value={value("ke_hoach", beginning.planRef)} optional />
      <p class="hint">{texts.costsHint}</p>
      {MONEY_SOURCE_KEYS.map((source) => (
        <Field
          name={costField(source)}
          label={MONEY_SOURCES[source]}
          value={value(costField(source), beginning.costs?.[source]?.toLocaleString("vi-VN"))}
          mistake={mistakes[costField(source)]}
          inputmode="numeric"
          optional
        />
      ))}
    </>
  );
}

function SeatFields({ beginning, form, mistakes = {} }: Given) {
  const value = (name: string, stored: string | number | null | undefined) =>
    form?.text(name) ?? String(stored ?? "");
  const moment = (at: Date | undefined) => (at ? isoMinute(at) : "");
  return (
    <>
      <h2>{texts.seats}</h2>
      <Field
        name="so_cho"
        label={texts.capacity}
        type="number"
        min={1}
        value={value("so_cho", beginning.capacity ?? 30)}
        mistake={mistakes["so_cho"]}
      />
      <Field
        name="toi_da"
        label={texts.cap}
        hint={texts.capHint}
        type="number"
        min={1}
        value={value("toi_da", beginning.capPerEnterprise)}
        mistake={mistakes["toi_da"]}
        optional
      />
      <Field
        name="tu_luc"
        label={texts.opensAt}
        type="datetime-local"
        value={value("tu_luc", moment(beginning.opensAt))}
        mistake={mistakes["tu_luc"]}
      />
      <Field
        name="den_luc"
        label={texts.closesAt}
        type="datetime-local"
        value={value("den_luc", moment(beginning.closesAt))}
        mistake={mistakes["den_luc"]}
      />
      <Field
        name="hoc_phi"
        label={texts.cost}
        value={value("hoc_phi", beginning.cost ?? "miễn phí")}
        mistake={mistakes["hoc_phi"]}
      />
      <Field
        name="giay_moi"
        label={texts.invitation}
        hint={texts.invitationHint}
        value={value("giay_moi", beginning.invitation)}
        optional
      />
    </>
  );
}
