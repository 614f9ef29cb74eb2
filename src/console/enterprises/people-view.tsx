import { Form, Select } from "../kit/form.tsx";
import { Badge } from "../kit/parts.tsx";
import { optionsOf } from "../kit/options.ts";
import { may } from "../permissions.ts";
import { phoneLookPath } from "../paths.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import type { EnterprisePerson, EnterpriseRecord } from "./records-port.ts";
import { enterpriseTexts as texts } from "./texts.ts";

const TONES = { claimed: "waiting", verified: "good", revoked: "bad" } as const;
const DATA_KINDS = optionsOf(texts.dataKinds);

/** Who says to speak for an enterprise, and what may be done about it. */
export function PeopleOf({ c, record, path }: { c: ConsoleContext; record: EnterpriseRecord; path: string }) {
  return (
    <section>
      <h2>{texts.people}</h2>
      {record.people.length === 0 && <p class="meta">{texts.noPeople}</p>}
      {record.people.map((person) => (
        <Person c={c} record={record} person={person} path={`${path}/nguoi/${person.contactId}`} />
      ))}
    </section>
  );
}

interface PersonProps {
  c: ConsoleContext;
  record: EnterpriseRecord;
  person: EnterprisePerson;
  path: string;
}

function Person({ c, record, person, path }: PersonProps) {
  const { visit } = c.var;
  const { role } = memberOf(c);
  const { contactId, name, hasPhone, status } = person;
  return (
    <div class="card">
      <p>
        <strong>{name ?? texts.noName}</strong> <Badge tone={TONES[status]}>{texts.states[status]}</Badge>
      </p>
      <div class="actions">
        {hasPhone && may(role, "enterprises.people") && (
          <Form visit={visit} action={phoneLookPath(record.id, contactId)} class="inline">
            <button type="submit" class="quiet">
              {texts.showPhone}
            </button>
          </Form>
        )}
        {may(role, "enterprises.edit") && status !== "revoked" && (
          <Form visit={visit} action={`${path}/xac-minh`} class="inline">
            {status === "claimed" && (
              <button type="submit" class="quiet" name="thanh" value="verified">
                {texts.verify}
              </button>
            )}{" "}
            <button type="submit" class="quiet" name="thanh" value="revoked">
              {texts.revoke}
            </button>
          </Form>
        )}
      </div>
      {may(role, "personal-data.requests") && (
        <details>
          <summary>{texts.dataRequest}</summary>
          <Form visit={visit} action={`${CONSOLE}/du-lieu/moi`} class="form">
            <input type="hidden" name="nguoi" value={contactId} />
            <Select name="loai" label={texts.dataRequest} options={DATA_KINDS} />
            <button type="submit" class="quiet">
              {texts.dataRequest}
            </button>
          </Form>
        </details>
      )}
    </div>
  );
}
