import type { Colleague } from "../by.ts";
import type { PropsWithChildren } from "hono/jsx";
import { Choices, Field, Form, RevisionField, Select, TextArea, type Mistakes } from "../kit/form.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { dayInWords } from "../kit/when.ts";
import type { Visit } from "../visit.ts";
import { REQUESTS } from "./list-view.tsx";
import type { AnswerStatus, RequestDetails } from "./port.ts";
import { requestTexts as texts } from "./texts.ts";

/** What staff may do about a request, by the last part of its address. */
export type ActionName = "giao" | "tra-loi" | "hoi-them" | "chuyen" | "tu-choi" | "mo-lai" | "gop";

export const ANSWER_STATES = Object.keys(texts.answerStates) as AnswerStatus[];

/** An action that was not done: what was typed stands in its form again. */
export interface Failed {
  action: ActionName;
  form: SentForm;
  mistakes: Mistakes;
  words?: string;
}

interface FormsProps {
  visit: Visit;
  request: RequestDetails;
  staff: readonly Colleague[];
  failed: Failed | undefined;
}

/** One form for each thing that the state of the request allows. */
export function ActionForms(props: FormsProps) {
  const { request, staff, failed } = props;
  const can = (status: RequestDetails["status"]) => request.leadsTo.includes(status);
  const value = (name: string) => failed?.form.text(name) ?? "";
  const mistake = (name: string) => failed?.mistakes[name];
  const field = (name: string) => ({ name, value: value(name), mistake: mistake(name) });
  if (request.settledAt !== null) {
    if (!can("in_progress")) return <></>;
    return (
      <Action {...props} name="mo-lai" title={texts.reopen} button={texts.reopenButton}>
        <TextArea {...field("loi_mo_lai")} label={texts.reopenText} optional />
      </Action>
    );
  }
  const states = answerStates(request);
  return (
    <>
      <Action {...props} name="giao" title={texts.assign} button={texts.assignButton} open>
        <Select
          name="nguoi"
          label={texts.assignTo}
          value={failed?.action === "giao" ? value("nguoi") : (request.assignedTo?.id ?? "")}
          empty={texts.assignChoose}
          options={staff.map(({ id, name }) => ({ value: id, label: name }))}
          mistake={mistake("nguoi")}
        />
      </Action>
      {states.length > 0 && (
        <Action {...props} name="tra-loi" title={texts.answer} button={texts.answerButton} open>
          <TextArea {...field("tra_loi")} label={texts.answerLabel} hint={texts.answerHint} rows={5} />
          <Choices
            name="trang_thai"
            label={texts.answerTo}
            value={value("trang_thai") || (states.find((one) => one === "guided") ?? states[0] ?? "")}
            options={states.map((one) => ({ value: one, label: texts.answerStates[one] }))}
            mistake={mistake("trang_thai")}
          />
        </Action>
      )}
      {can("needs_info") && (
        <Action {...props} name="hoi-them" title={texts.askInfo} button={texts.askInfoButton}>
          <TextArea {...field("hoi_them")} label={texts.askInfoLabel} />
        </Action>
      )}
      {can("forwarded") && (
        <Action {...props} name="chuyen" title={texts.forward} button={texts.forwardButton}>
          <Field {...field("co_quan")} label={texts.forwardAgency} />
          <TextArea {...field("loi_chuyen")} label={texts.forwardText} optional />
        </Action>
      )}
      {can("refused") && (
        <Action {...props} name="tu-choi" title={texts.refuse} button={texts.refuseButton}>
          <TextArea {...field("ly_do")} label={texts.refuseReason} />
          <Field {...field("can_cu")} label={texts.refuseBasis} hint={texts.refuseBasisHint} />
        </Action>
      )}
      {can("merged") && (
        <Action {...props} name="gop" title={texts.merge} button={texts.mergeButton}>
          <p class="hint">{texts.mergeLead}</p>
          {request.similar.length > 0 && (
            <Choices
              name="gop_vao"
              label={texts.mergeInto}
              value={value("gop_vao")}
              options={request.similar.map(({ id, code, createdAt }) => ({
                value: id,
                label: `${code} (${dayInWords(createdAt)})`,
              }))}
              mistake={mistake("gop_vao")}
            />
          )}
          <Field {...field("gop_ma")} label={texts.mergeCode} optional={request.similar.length > 0} />
        </Action>
      )}
    </>
  );
}

/** States that words may lead to from here. */
export function answerStates({ leadsTo }: RequestDetails): readonly AnswerStatus[] {
  return ANSWER_STATES.filter((one) => leadsTo.includes(one));
}

function Action(
  props: PropsWithChildren<FormsProps & { name: ActionName; title: string; button: string; open?: boolean }>,
) {
  const { visit, request, failed, name, title, button, open = false, children } = props;
  return (
    <details class="card action" open={open || failed?.action === name}>
      <summary>{title}</summary>
      <Form visit={visit} action={`${REQUESTS}/${request.id}/${name}`}>
        <RevisionField revision={failed?.action === name ? failed.form.revision() : request.revision} />
        {children}
        <div class="actions">
          <button type="submit">{button}</button>
        </div>
      </Form>
    </details>
  );
}
