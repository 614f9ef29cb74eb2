import { mayBecome, type AttendeeStatus } from "../../registry/states.ts";
import { Actions, Field, Form, MistakeList, RevisionField, Select, type Mistakes } from "../kit/form.tsx";
import { showPage } from "../kit/page.tsx";
import { Badge, Facts } from "../kit/parts.tsx";
import type { SentForm } from "../kit/read-form.ts";
import { momentInWords } from "../kit/when.ts";
import { resultOfEnterprisePath } from "../paths.ts";
import { may } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { trailOf } from "./change-views.tsx";
import { classPath } from "./paths.ts";
import type { AttendeeLine, ClassRecord } from "./port.ts";
import { PersonStatus } from "./registrations-view.tsx";
import { registrationTexts as texts } from "./texts.ts";

const CAME: readonly AttendeeStatus[] = ["attended", "certified"];

interface Given {
  record: ClassRecord;
  person: AttendeeLine;
  /** classes that take registrations */
  open: readonly { id: string; keyword: string; title: string }[];
  form?: SentForm;
  mistakes?: Mistakes;
}

/** One person of a class: spelling, place, other class. */
export function personPage(c: ConsoleContext, given: Given) {
  const { record, person, form, mistakes = {} } = given;
  const path = classPath(record.id, `nguoi/${person.id}`);
  const value = (name: string, stored: string | null) => form?.text(name) ?? stored ?? "";
  return showPage(
    c,
    {
      title: texts.personTitle(person.name),
      trail: [
        ...trailOf(record),
        { label: texts.title(record.keyword), href: classPath(record.id, "dang-ky") },
      ],
    },
    <>
      <Facts
        facts={[
          [texts.status, <PersonStatus person={person} />],
          [texts.enterprise, person.enterprise],
          [
            texts.submitter,
            <>
              {person.submitterName}, {person.submitterPhone}{" "}
              <Badge tone={person.contact === "verified" ? "good" : "waiting"}>
                {texts.contact[person.contact]}
              </Badge>
            </>,
          ],
          [texts.code, person.registrationCode],
          [texts.at, momentInWords(person.createdAt)],
          ...(person.certificateNo === null ? [] : ([[texts.certificates, person.certificateNo]] as const)),
        ]}
      />
      {CAME.includes(person.status) && may(memberOf(c).role, "results.edit") && (
        <p>
          <a class="button quiet" href={resultOfEnterprisePath(person.enterpriseId)}>
            {texts.recordResult}
          </a>
        </p>
      )}
      <MistakeList mistakes={mistakes} />
      <Form visit={c.var.visit} action={path} class="form card">
        <h2>{texts.correct}</h2>
        <RevisionField revision={form?.revision() ?? person.revision} />
        <Field
          name="ho_ten"
          label={texts.person}
          hint={texts.correctHint}
          value={value("ho_ten", person.name)}
          mistake={mistakes["ho_ten"]}
        />
        <Field
          name="dien_thoai"
          label={texts.phone}
          type="tel"
          value={value("dien_thoai", person.phone)}
          mistake={mistakes["dien_thoai"]}
          optional
        />
        <Field name="chuc_vu" label={texts.position} value={value("chuc_vu", person.position)} optional />
        <Actions cancel={classPath(record.id, "dang-ky")}>
          <button type="submit">{texts.correct}</button>
        </Actions>
      </Form>
      <Places c={c} path={path} {...given} />
    </>,
    form === undefined ? 200 : 422,
  );
}

function Places({ c, path, record, person, open }: Given & { c: ConsoleContext; path: string }) {
  const { visit } = c.var;
  const { status } = person;
  const others = open.filter(({ id }) => id !== record.id);
  const mayLeave = mayBecome("attendee", status, "cancelled");
  return (
    <>
      {status === "requested" && (
        <Form visit={visit} action={`${path}/xac-nhan`} class="card">
          <button type="submit">{texts.confirm}</button>
        </Form>
      )}
      {mayBecome("attendee", status, "rejected") && (
        <Form visit={visit} action={`${path}/tu-choi`} class="card">
          <button type="submit" class="quiet">
            {texts.reject}
          </button>
        </Form>
      )}
      {mayLeave && others.length > 0 && (
        <Form visit={visit} action={`${path}/chuyen`} class="form card">
          <h2>{texts.move}</h2>
          <Select
            name="lop"
            label={texts.moveTo}
            empty=""
            options={others.map(({ id, keyword, title }) => ({ value: id, label: `${keyword}. ${title}` }))}
          />
          <button type="submit" class="quiet">
            {texts.move}
          </button>
        </Form>
      )}
      {mayLeave && (
        <p>
          <a class="button quiet" href={`${path}/nha-cho`}>
            {texts.release}
          </a>
        </p>
      )}
    </>
  );
}
