import { METRICS, type Metric } from "../../registry/plan.ts";
import { dayInWords, yearOf } from "../../registry/report/period.ts";
import type { Feature } from "../feature.ts";
import { goTo } from "../kit/flash.tsx";
import { Field, Form, MistakeList, type Mistakes } from "../kit/form.tsx";
import { sendList, sheetPath, windowed } from "../kit/list-export.ts";
import { notFoundPage } from "../kit/notices.tsx";
import { showPage } from "../kit/page.tsx";
import { readForm, type SentForm } from "../kit/read-form.ts";
import { isPeriod } from "../kit/read-period.ts";
import { SheetLink } from "../kit/table.tsx";
import { may } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { TARGET_FILE, targetLines } from "./list-file.ts";
import type { PlanDetails, PlanRecord, TargetActions, Targets } from "./port.ts";
import { targetTexts as texts } from "./texts.ts";

const TARGETS = `${CONSOLE}/chi-tieu`;
const METRIC_KEYS = Object.keys(METRICS) as readonly Metric[];
const LARGEST = 100_000;

/** Plans and what they ask for; nothing is asked for unless a plan says so. */
export function targetsFeature({ targets, actions }: { targets: Targets; actions: TargetActions }): Feature {
  return {
    nav: [{ label: texts.title, href: TARGETS, needs: "results.see", group: "figures" }],
    auditWords: texts.audit,
    routes(routes) {
      routes.page(TARGETS, "results.see", async (c) => targetsPage(c, { plans: await targets.plans() }));

      routes.download(sheetPath(TARGETS), "results.see", async (c) =>
        sendList(c, TARGET_FILE, windowed(targetLines(await targets.plans()))),
      );

      routes.change(TARGETS, "results.confirm", async (c) => {
        const form = await readForm(c);
        const plans = await targets.plans();
        const read = readPlan(form);
        if (read.kind === "wrong") return targetsPage(c, { plans, form, mistakes: read.mistakes });
        const added = await actions.addPlan(by(c), read.details);
        if (added.kind === "taken")
          return targetsPage(c, { plans, form, mistakes: { so_hieu: texts.taken } });
        return goTo(c, TARGETS, texts.added);
      });

      routes.change(`${TARGETS}/:id`, "results.confirm", async (c) => {
        const plans = await targets.plans();
        const plan = plans.find(({ id }) => id === c.req.param("id"));
        if (plan === undefined) return notFoundPage(c);
        const form = await readForm(c);
        const year = form.number("nam");
        const metric = METRIC_KEYS.find((one) => one === form.text("loai"));
        const value = form.text("muc") === "" ? null : form.number("muc");
        const isYear = year !== null && yearOf(plan.startsOn) <= year && year <= yearOf(plan.endsOn);
        const isValue = form.text("muc") === "" || (value !== null && value >= 1 && value <= LARGEST);
        const mistakes: Mistakes = {
          ...(isYear ? {} : { nam: texts.yearWrong }),
          ...(metric === undefined ? { loai: texts.missing } : {}),
          ...(isValue ? {} : { muc: texts.valueWrong }),
        };
        if (!isYear || metric === undefined || !isValue)
          return targetsPage(c, { plans, form, mistakes, of: plan.id });
        const was = knownBefore(form, metric, year);
        const set = await actions.setTarget(by(c), plan.id, { year, metric, was, value });
        switch (set.kind) {
          case "done":
            return goTo(c, TARGETS, texts.saved);
          case "not_found":
            return notFoundPage(c);
          case "conflict":
            return targetsPage(c, {
              plans: await targets.plans(),
              form,
              mistakes: { muc: texts.conflict },
              of: plan.id,
            });
        }
      });
    },
  };
}

interface Given {
  plans: readonly PlanRecord[];
  form?: SentForm;
  mistakes?: Mistakes;
  /** plan whose form came back; without one it is that of a new plan */
  of?: string;
}

function targetsPage(c: ConsoleContext, given: Given) {
  const { plans, form, mistakes = {}, of } = given;
  const mayChange = may(memberOf(c).role, "results.confirm");
  const isNew = of === undefined;
  const total = targetLines(plans).length;
  return showPage(
    c,
    { title: texts.title },
    <>
      <p class="meta">{texts.lead}</p>
      <MistakeList mistakes={mistakes} />
      {total > 0 && <SheetLink href={sheetPath(TARGETS)} total={total} />}
      {plans.map((plan) => (
        <section class="card">
          <h2>
            {texts.plan} {plan.number}
          </h2>
          <p class="meta">
            {plan.title}. {texts.planPeriod(dayInWords(plan.startsOn), dayInWords(plan.endsOn))}.
          </p>
          <TargetList plan={plan} />
          {mayChange && (
            <TargetForm
              c={c}
              plan={plan}
              form={of === plan.id ? form : undefined}
              mistakes={of === plan.id ? mistakes : {}}
            />
          )}
        </section>
      ))}
      {mayChange && <PlanForm c={c} form={isNew ? form : undefined} mistakes={isNew ? mistakes : {}} />}
    </>,
    form === undefined ? 200 : 422,
  );
}

function TargetList({ plan: { targets, number } }: { plan: PlanRecord }) {
  if (targets.length === 0) return <p>{texts.none}</p>;
  return (
    <div class="table-frame" tabindex={0} role="region" aria-label={`${texts.title} ${number}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.metric}</th>
            <th scope="col" class="numeric">
              {texts.year}
            </th>
            <th scope="col" class="numeric">
              {texts.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ metric, year, value }) => (
            <tr>
              <td>{METRICS[metric]}</td>
              <td class="numeric">{year}</td>
              <td class="numeric">{value.toLocaleString("vi-VN")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FormGiven {
  c: ConsoleContext;
  form: SentForm | undefined;
  mistakes: Mistakes;
}

/** What was there when the page was opened travels along: somebody else's change meanwhile is noticed. */
function TargetForm({ c, plan, form, mistakes }: FormGiven & { plan: PlanRecord }) {
  const named = (name: string) => `${name}-${plan.id}`;
  return (
    <Form visit={c.var.visit} action={`${TARGETS}/${plan.id}`} class="form">
      {plan.targets.map(({ metric, year, value }) => (
        <input type="hidden" name="dang_co" value={`${metric} ${year} ${value}`} />
      ))}
      <h3>{texts.set}</h3>
      <div class="field">
        <label for={named("loai")}>{texts.metric}</label>
        <select id={named("loai")} name="loai">
          {METRIC_KEYS.map((metric) => (
            <option value={metric} selected={metric === form?.text("loai")}>
              {METRICS[metric]}
            </option>
          ))}
        </select>
      </div>
      <Field
        name="nam"
        id={named("nam")}
        label={texts.year}
        value={form?.text("nam") ?? ""}
        mistake={mistakes["nam"]}
        inputmode="numeric"
      />
      <Field
        name="muc"
        id={named("muc")}
        label={texts.value}
        hint={texts.valueHint}
        value={form?.text("muc") ?? ""}
        mistake={mistakes["muc"]}
        inputmode="numeric"
      />
      <button type="submit" class="quiet">
        {texts.save}
      </button>
    </Form>
  );
}

function PlanForm({ c, form, mistakes }: FormGiven) {
  const field = (name: string) => ({ name, value: form?.text(name) ?? "", mistake: mistakes[name] });
  return (
    <Form visit={c.var.visit} action={TARGETS} class="form card">
      <h2>{texts.addPlan}</h2>
      <Field {...field("so_hieu")} label={texts.number} hint={texts.numberHint} />
      <Field {...field("ten")} label={texts.name} />
      <Field {...field("tu_ngay")} type="date" label={texts.from} />
      <Field {...field("den_ngay")} type="date" label={texts.until} />
      <button type="submit">{texts.addPlan}</button>
    </Form>
  );
}

function readPlan(
  form: SentForm,
): { kind: "right"; details: PlanDetails } | { kind: "wrong"; mistakes: Mistakes } {
  const details = {
    number: form.text("so_hieu"),
    title: form.text("ten"),
    startsOn: form.text("tu_ngay"),
    endsOn: form.text("den_ngay"),
  };
  const mistakes: Mistakes = {
    ...(details.number === "" || details.number.length > 100 ? { so_hieu: texts.missing } : {}),
    ...(details.title === "" || details.title.length > 500 ? { ten: texts.missing } : {}),
    ...(isPeriod(details.startsOn, details.endsOn) ? {} : { den_ngay: texts.dayWrong }),
  };
  return Object.keys(mistakes).length > 0 ? { kind: "wrong", mistakes } : { kind: "right", details };
}

function knownBefore(form: SentForm, metric: Metric, year: number): number | null {
  const start = `${metric} ${year} `;
  const known = form.texts("dang_co").find((one) => one.startsWith(start));
  return known === undefined ? null : Number(known.slice(start.length));
}

function by(c: ConsoleContext) {
  return { actor: memberOf(c).id, now: c.var.shell.now() };
}
