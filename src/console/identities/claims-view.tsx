import { mayBecome, statesOf, type ContactStatus } from "../../registry/states.ts";
import { Filters } from "../kit/filters.tsx";
import { Form } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import type { ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Badge } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { phoneLookPath } from "../paths.ts";
import { CONSOLE } from "../routes.ts";
import type { ConsoleContext, Visit } from "../visit.ts";
import { CONTACT_STATES, CONTACT_TONES } from "../words.ts";
import type { Claim } from "./port.ts";
import { identityTexts as texts } from "./texts.ts";

export const CLAIMS = `${CONSOLE}/xac-minh`;

const STATES = statesOf("contact");

const DECISIONS: Readonly<Record<ContactStatus, string>> = {
  verified: texts.verify,
  revoked: texts.revoke,
  claimed: texts.claimAgain,
};

interface ClaimsGiven {
  query: ListQuery;
  status: ContactStatus;
  claims: readonly Claim[];
  total: number;
}

export function claimsPage(c: ConsoleContext, { query, status, claims, total }: ClaimsGiven) {
  const shown = status === "claimed" ? "" : status;
  return showPage(
    c,
    { title: texts.claims, wide: true },
    <>
      <Filters
        path={CLAIMS}
        query={query}
        words={texts.claimsSearch}
        filters={[
          {
            name: "tinh_trang",
            label: texts.status,
            value: shown,
            all: CONTACT_STATES.claimed,
            options: STATES.filter((one) => one !== "claimed").map((value) => ({
              value,
              label: CONTACT_STATES[value],
            })),
          },
        ]}
      />
      <DataTable
        id="xac-minh"
        caption={texts.claims}
        path={CLAIMS}
        query={query}
        filters={{ tinh_trang: shown }}
        columns={columns(c.var.visit)}
        rows={claims}
        total={total}
        sheet={sheetFor(c, CLAIMS, "enterprises.verify")}
        empty={texts.claimsEmpty}
      />
    </>,
  );
}

function columns(visit: Visit): readonly Column<Claim>[] {
  return [
    { label: texts.enterprise, cell: ({ enterprise }) => enterprise },
    { label: texts.taxId, cell: ({ taxId }) => taxId ?? texts.none },
    { label: texts.person, cell: ({ name }) => name ?? texts.somebody },
    { label: texts.phone, cell: (claim) => <Phone claim={claim} visit={visit} /> },
    {
      label: texts.status,
      cell: ({ status, verifiedOthers }) => (
        <span>
          <Badge tone={CONTACT_TONES[status]}>{CONTACT_STATES[status]}</Badge>
          {verifiedOthers > 0 && <span class="meta"> {texts.others(verifiedOthers)}</span>}
        </span>
      ),
    },
    { label: texts.since, cell: ({ since }) => momentInWords(since) },
    { label: texts.action, cell: (claim) => <Decision claim={claim} visit={visit} /> },
  ];
}

/** The whole number stands on a page of its own, which writes down who looked. */
function Phone({ claim, visit }: { claim: Claim; visit: Visit }) {
  const { enterpriseId, contactId, phoneEnd, name } = claim;
  if (phoneEnd === null) return <>{texts.none}</>;
  return (
    <Form visit={visit} action={phoneLookPath(enterpriseId, contactId)} class="inline">
      <span class="nowrap">{texts.hidden(phoneEnd)}</span>{" "}
      <button type="submit" class="quiet" aria-label={texts.showPhoneOf(name ?? texts.somebody)}>
        {texts.showPhone}
      </button>
    </Form>
  );
}

function Decision({ claim, visit }: { claim: Claim; visit: Visit }) {
  const { enterpriseId, contactId, status, name, enterprise } = claim;
  return (
    <Form visit={visit} action={CLAIMS} class="inline">
      <input type="hidden" name="co_so" value={enterpriseId} />
      <input type="hidden" name="nguoi" value={contactId} />
      {STATES.filter((to) => mayBecome("contact", status, to)).map((to) => (
        <button
          type="submit"
          class="quiet"
          name="thanh"
          value={to}
          aria-label={texts.decideOf(DECISIONS[to], name ?? texts.somebody, enterprise)}
        >
          {DECISIONS[to]}
        </button>
      ))}
    </Form>
  );
}
