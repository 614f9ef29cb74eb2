import { Actions, Field, Form } from "../kit/form.tsx";
import { sheetFor } from "../kit/list-export.ts";
import { onOnePage, type ListQuery } from "../kit/list-query.ts";
import { showPage } from "../kit/page.tsx";
import { Facts } from "../kit/parts.tsx";
import { DataTable, type Column } from "../kit/table.tsx";
import { momentInWords } from "../kit/when.ts";
import { may } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { ASSOCIATIONS, NEEDS, needsAddress } from "./needs-query.ts";
import type { AssociationLine, Associations, Upload } from "./port.ts";
import { associationTexts as texts } from "./texts.ts";

const TRAIL = [{ label: texts.title, href: ASSOCIATIONS }];

export function listPage(c: ConsoleContext, lines: readonly AssociationLine[]) {
  return showPage(
    c,
    { title: texts.title, wide: true },
    <>
      <p>{texts.lead}</p>
      <div class="actions">
        {may(memberOf(c).role, "associations.manage") && (
          <a class="button" href={`${ASSOCIATIONS}/moi`}>
            {texts.create}
          </a>
        )}
        <a href={`${ASSOCIATIONS}/lan-gui`}>{texts.allUploads}</a>
        <a href={NEEDS}>{texts.demand}</a>
      </div>
      <DataTable
        id="hiep-hoi"
        caption={texts.title}
        path={ASSOCIATIONS}
        query={onOnePage(lines.length)}
        columns={COLUMNS}
        rows={lines}
        total={lines.length}
        sheet={sheetFor(c, ASSOCIATIONS, "associations.see")}
        empty={texts.empty}
      />
    </>,
  );
}

const COLUMNS: readonly Column<AssociationLine>[] = [
  { label: texts.name, cell: ({ id, name }) => <a href={`${ASSOCIATIONS}/${id}`}>{name}</a> },
  { label: texts.officers, numeric: true, cell: ({ officers }) => officers },
  { label: texts.uploads, numeric: true, cell: ({ uploads }) => uploads },
  { label: texts.needs, numeric: true, cell: ({ needs }) => needs },
  { label: texts.met, numeric: true, cell: ({ met, needs }) => texts.metShort(met, needs) },
  {
    label: texts.lastUpload,
    cell: ({ lastUpload }) => (lastUpload === null ? texts.never : momentInWords(lastUpload)),
  },
];

export function createPage(c: ConsoleContext, name = "", mistake?: string) {
  return showPage(
    c,
    { title: texts.create, trail: TRAIL },
    <Form visit={c.var.visit} action={`${ASSOCIATIONS}/moi`} class="form card">
      <Field name="ten" label={texts.name} value={name} mistake={mistake} autocomplete="off" />
      <Actions cancel={ASSOCIATIONS}>
        <button type="submit">{texts.save}</button>
      </Actions>
    </Form>,
    mistake === undefined ? 200 : 422,
  );
}

interface UploadsGiven {
  query: ListQuery;
  uploads: readonly Upload[];
  total: number;
}

export function uploadsPage(c: ConsoleContext, given: UploadsGiven) {
  return showPage(
    c,
    { title: texts.allUploads, wide: true, trail: TRAIL },
    <Uploads c={c} path={`${ASSOCIATIONS}/lan-gui`} list={`${ASSOCIATIONS}/lan-gui`} {...given} />,
  );
}

export function associationPage(
  c: ConsoleContext,
  given: UploadsGiven & { association: NonNullable<Awaited<ReturnType<Associations["find"]>>> },
) {
  const { association } = given;
  const { id, name, officersBy, needs, met } = association;
  const invite = `${CONSOLE}/nhan-su/moi?${new URLSearchParams({ vai_tro: "partner", hiep_hoi: id }).toString()}`;
  const year = Number(momentInWords(c.var.shell.now()).slice(6, 10));
  return showPage(
    c,
    { title: name, wide: true, trail: TRAIL },
    <>
      <Facts
        facts={[
          [texts.needs, <a href={needsAddress(`${NEEDS}/danh-sach`, { year, source: id })}>{needs}</a>],
          [texts.met, texts.metOf(met, needs)],
        ]}
      />
      <h2>{texts.officers}</h2>
      {officersBy.length === 0 ? (
        <p>{texts.noOfficers}</p>
      ) : (
        <ul>
          {officersBy.map((one) => (
            <li>
              {one.name} ({one.email})
            </li>
          ))}
        </ul>
      )}
      {may(memberOf(c).role, "staff.manage") && (
        <p>
          <a class="button quiet" href={invite}>
            {texts.invite}
          </a>
        </p>
      )}
      <h2>{texts.uploads}</h2>
      <Uploads c={c} path={`${ASSOCIATIONS}/${id}`} list={`${ASSOCIATIONS}/${id}/lan-gui`} {...given} />
    </>,
  );
}

interface UploadsProps extends UploadsGiven {
  c: ConsoleContext;
  path: string;
  /** the list alone, as it is downloaded */
  list: string;
}

function Uploads({ c, path, list, query, uploads, total }: UploadsProps) {
  return (
    <DataTable
      id="lan-gui"
      caption={texts.uploads}
      path={path}
      query={query}
      columns={UPLOAD_COLUMNS}
      rows={uploads}
      total={total}
      sheet={sheetFor(c, list, "associations.see")}
      empty={texts.noUploads}
    />
  );
}

const UPLOAD_COLUMNS: readonly Column<Upload>[] = [
  { label: texts.uploadedAt, cell: ({ at }) => momentInWords(at) },
  { label: texts.title, cell: ({ association }) => association },
  { label: texts.uploadedFile, cell: ({ fileName }) => fileName },
  { label: texts.rowsTaken, numeric: true, cell: ({ rowsTaken }) => rowsTaken },
  { label: texts.rowsRefused, numeric: true, cell: ({ rowsRefused }) => rowsRefused },
  { label: texts.uploadedBy, cell: ({ uploadedBy }) => uploadedBy },
];
