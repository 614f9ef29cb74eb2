import { linkPath } from "../access/link-path.ts";
import {
  Actions,
  Choices,
  Field,
  Form,
  MistakeList,
  RevisionField,
  Select,
  type Mistakes,
} from "../kit/form.tsx";
import { Filters } from "../kit/filters.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts, type Tone } from "../kit/parts.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { optionsOf } from "../kit/options.ts";
import { may, ROLES } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { consoleTexts } from "../texts.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import type { OneTimeLink, StaffLine, StaffRecord, StaffState } from "./port.ts";
import { staffTexts as texts } from "./texts.ts";

export const STAFF = `${CONSOLE}/nhan-su`;
const TRAIL = [{ label: texts.title, href: STAFF }];
const TONES: Readonly<Record<StaffState, Tone>> = { active: "good", invited: "waiting", disabled: "bad" };

interface ListGiven {
  query: ListQuery;
  filter: { role: string; state: string };
  lines: readonly StaffLine[];
  total: number;
}

export function listPage(c: ConsoleContext, { query, filter, lines, total }: ListGiven) {
  const mayManage = may(memberOf(c).role, "staff.manage");
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      {mayManage && (
        <p>
          <a class="button" href={`${STAFF}/moi`}>
            {texts.invite}
          </a>
        </p>
      )}
      <Filters
        path={STAFF}
        query={query}
        words={texts.search}
        filters={[
          {
            name: "vai_tro",
            label: texts.role,
            value: filter.role,
            all: texts.any,
            options: ROLES.map((value) => ({ value, label: consoleTexts.roles[value] })),
          },
          {
            name: "tinh_trang",
            label: texts.state,
            value: filter.state,
            all: texts.any,
            options: optionsOf(texts.states),
          },
        ]}
      />
      <DataTable
        id="can-bo"
        caption={texts.title}
        path={STAFF}
        query={query}
        filters={{ vai_tro: filter.role, tinh_trang: filter.state }}
        columns={columnsFor(mayManage)}
        rows={lines}
        total={total}
        sheet={sheetFor(c, STAFF, "staff.see")}
      />
    </>,
  );
}

function columnsFor(mayManage: boolean): readonly Column<StaffLine>[] {
  return [
    {
      label: texts.name,
      sort: "ten",
      cell: ({ id, name }) => (mayManage ? <a href={`${STAFF}/${id}`}>{name}</a> : name),
    },
    { label: texts.email, cell: ({ email }) => email },
    {
      label: texts.role,
      sort: "vai-tro",
      cell: ({ role, association }) =>
        association === null ? consoleTexts.roles[role] : `${consoleTexts.roles[role]}: ${association}`,
    },
    { label: texts.state, cell: ({ state }) => <Badge tone={TONES[state]}>{texts.states[state]}</Badge> },
    { label: texts.secondFactor, cell: ({ hasSecondFactor }) => (hasSecondFactor ? texts.on : texts.off) },
    {
      label: texts.lastSeen,
      sort: "gan-nhat",
      cell: ({ lastSeen }) => (lastSeen === null ? texts.never : momentInWords(lastSeen)),
    },
  ];
}

interface FormGiven {
  associations: readonly { id: string; name: string }[];
  form?: SentForm;
  mistakes?: Mistakes;
  /** chosen already, where another page leads to the invitation */
  preset?: { role: string; associationId: string };
}

export function invitePage(c: ConsoleContext, given: FormGiven) {
  const { form, mistakes = {} } = given;
  return showPage(
    c,
    { title: texts.invite, trail: TRAIL },
    <>
      <p>{texts.inviteLead}</p>
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={`${STAFF}/moi`} class="form card">
        <Field
          name="email"
          label={texts.email}
          type="email"
          value={form?.text("email") ?? ""}
          mistake={mistakes["email"]}
          autocomplete="off"
        />
        <DetailFields {...given} />
        <Actions cancel={STAFF}>
          <button type="submit">{texts.inviteButton}</button>
        </Actions>
      </Form>
    </>,
    form === undefined ? 200 : 422,
  );
}

export function memberPage(c: ConsoleContext, given: FormGiven & { member: StaffRecord }) {
  const { member, form, mistakes = {} } = given;
  const path = `${STAFF}/${member.id}`;
  return showPage(
    c,
    { title: member.name, trail: TRAIL },
    <>
      <Facts
        facts={[
          [texts.email, member.email],
          [texts.state, <Badge tone={TONES[member.state]}>{texts.states[member.state]}</Badge>],
          [texts.secondFactor, member.hasSecondFactor ? texts.on : texts.off],
          [texts.lastSeen, member.lastSeen === null ? texts.never : momentInWords(member.lastSeen)],
        ]}
      />
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={path} class="form card">
        <h2>{texts.edit}</h2>
        <RevisionField revision={form?.revision() ?? member.revision} />
        <DetailFields {...given} />
        <button type="submit">{texts.save}</button>
      </Form>
      <AccessForms c={c} member={member} path={path} />
    </>,
    form === undefined ? 200 : 422,
  );
}

function AccessForms({ c, member, path }: { c: ConsoleContext; member: StaffRecord; path: string }) {
  const { visit } = c.var;
  if (member.id === memberOf(c).id) return <p class="hint">{texts.oneself}</p>;
  if (member.state === "disabled") {
    return (
      <Form visit={visit} action={`${path}/dung-lai`} class="card">
        <button type="submit" class="quiet">
          {texts.enable}
        </button>
      </Form>
    );
  }
  return (
    <>
      <Form visit={visit} action={`${path}/khoi-phuc`} class="form card">
        <h2>{texts.recover}</h2>
        <p class="hint">{texts.recoverLead}</p>
        <Choices
          name="pham_vi"
          label={texts.recover}
          value="mat_khau"
          options={[
            { value: "mat_khau", label: texts.recoverPassword },
            { value: "ca_hai", label: texts.recoverBoth },
          ]}
        />
        <button type="submit" class="quiet">
          {texts.recoverButton}
        </button>
      </Form>
      <p>
        <a class="button quiet" href={`${path}/ngung`}>
          {texts.disable}
        </a>
      </p>
    </>
  );
}

function DetailFields(given: FormGiven & { member?: StaffRecord }) {
  const { associations, form, mistakes = {}, member, preset } = given;
  const value = (name: string, stored: string) => form?.text(name) ?? stored;
  return (
    <>
      <Field
        name="ten"
        label={texts.name}
        value={value("ten", member?.name ?? "")}
        mistake={mistakes["ten"]}
        autocomplete="off"
      />
      <Choices
        name="vai_tro"
        label={texts.role}
        value={value("vai_tro", member?.role ?? preset?.role ?? "")}
        mistake={mistakes["vai_tro"]}
        options={ROLES.map((role) => ({
          value: role,
          label: consoleTexts.roles[role],
          hint: consoleTexts.roleHints[role],
        }))}
      />
      <Select
        name="hiep_hoi"
        label={texts.association}
        hint={texts.associationHint}
        value={value("hiep_hoi", member?.associationId ?? preset?.associationId ?? "")}
        mistake={mistakes["hiep_hoi"]}
        empty={texts.noAssociation}
        options={associations.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}

/** The link is made for this page alone: it cannot be shown again. */
export function linkPage(c: ConsoleContext, name: string, { secret, expiresAt }: OneTimeLink) {
  const url = new URL(c.req.url);
  const origin = `${c.var.visit.secure ? "https" : url.protocol.slice(0, -1)}://${c.req.header("Host") ?? url.host}`;
  return showPage(
    c,
    { title: texts.linkTitle, trail: TRAIL },
    <>
      <p>{texts.linkLead(name, momentInWords(expiresAt))}</p>
      <p class="one-time">{origin + linkPath(secret)}</p>
      <p>
        <a class="button quiet" href={STAFF}>
          {texts.linkDone}
        </a>
      </p>
    </>,
  );
}
