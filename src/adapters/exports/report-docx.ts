import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table as WordTable,
  TableCell as WordCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { printableText } from "./plain-text.ts";
import type { ReportDocument } from "../../registry/report/document.ts";
import { dayInWords } from "../../registry/report/period.ts";
import type { Table, TableCell, TableColumn } from "../../registry/report/table.ts";

/** Usual margins of Vietnamese official papers (decree 30/2020/NĐ-CP, annex I), in twips: 20 mm, left 30 mm. */
const MARGIN = { top: 1134, right: 1134, bottom: 1134, left: 1701 };
/** A4 without its margins, in twips. */
const WIDTH = 11_906 - MARGIN.left - MARGIN.right;
const BAR_CELLS = 40;
/** room for 999.999.999.999 after a bar */
const VALUE_CELLS = 13;
const BAR_COLOUR = "1F6F54";

/** The report for Word and LibreOffice. Bars are cells of a table: they need no picture and no font. */
export async function writeReportDocx(report: ReportDocument): Promise<Uint8Array> {
  const body = report.sections.flatMap(({ title, tables, notes, words }, at) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: printableText(`${at + 1}. ${title}`) }),
    ...tables.flatMap(tableParts),
    ...notes.map((note) => new Paragraph({ style: "ghiChu", text: printableText(note) })),
    ...words
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => new Paragraph({ text: printableText(line), spacing: { after: 120 } })),
  ]);
  const document = new Document({
    title: printableText(report.title),
    creator: printableText(report.organisation),
    styles: STYLES,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: MARGIN } },
        footers: { default: pageNumbers() },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            text: printableText(report.organisation.toUpperCase()),
          }),
          new Paragraph({ heading: HeadingLevel.TITLE, text: printableText(report.title) }),
          new Paragraph({
            style: "ghiChu",
            alignment: AlignmentType.CENTER,
            text: printableText(report.standing),
          }),
          ...body,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function tableParts(table: Table): (Paragraph | WordTable)[] {
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_2, text: printableText(table.title) });
  if (table.rows.length === 0) return [heading, new Paragraph({ text: "Chưa có số liệu trong kỳ." })];
  return [heading, dataTable(table), ...barParts(table), new Paragraph({ text: "" })];
}

function dataTable({ columns, rows }: Table): WordTable {
  const widths = widthsOf(columns);
  return new WordTable({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, at) => dataCell(column, column.header, widths[at] ?? 0, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, at) =>
              dataCell(column, inWords(column, row[at] ?? null), widths[at] ?? 0, false),
            ),
          }),
      ),
    ],
  });
}

function dataCell({ kind }: TableColumn, words: string, width: number, isHead: boolean): WordCell {
  const isFigure = kind === "number" || kind === "money";
  return new WordCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: "E8F0EC", color: "auto" } } : {}),
    children: [
      new Paragraph({
        alignment: isFigure ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text: printableText(words), size: 22, ...(isHead ? BOLD : {}) })],
      }),
    ],
  });
}

const BOLD = { bold: true } as const;

/** Room for 31/12/2026 in one line, in twips: a day broken in two reads like two figures. */
const DAY_WIDTH = 1500;

/** Days take what they need; words share with figures what days leave. */
function widthsOf(columns: readonly TableColumn[]): number[] {
  const weight = ({ kind }: TableColumn) => (kind === "text" ? 3 : kind === "money" ? 2 : 1.4);
  const days = columns.filter(({ kind }) => kind === "day").length;
  const shared = columns
    .filter(({ kind }) => kind !== "day")
    .reduce((sum, column) => sum + weight(column), 0);
  const left = WIDTH - days * DAY_WIDTH;
  return columns.map((column) =>
    column.kind === "day" ? DAY_WIDTH : Math.floor((left * weight(column)) / shared),
  );
}

/** The figures of a column as bars; nothing where there is only one, or none. */
function barParts({ rows, bars, columns }: Table): (Paragraph | WordTable)[] {
  if (bars === undefined) return [];
  const drawn = rows.slice(0, bars.rows).map((row) => ({
    name: String(row[bars.names] ?? ""),
    value: Number(row[bars.lengths] ?? 0),
  }));
  const longest = Math.max(...drawn.map(({ value }) => value));
  const kind = columns[bars.lengths];
  if (drawn.length < 2 || longest <= 0 || kind === undefined) return [];
  const cell = Math.floor((WIDTH * 0.5) / BAR_CELLS);
  const names = WIDTH - cell * (BAR_CELLS + VALUE_CELLS);
  return [
    new Paragraph({ text: "", spacing: { after: 60 } }),
    new WordTable({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: [names, ...Array.from({ length: BAR_CELLS }, () => cell), cell * VALUE_CELLS],
      layout: TableLayoutType.FIXED,
      borders: NO_BORDERS,
      rows: drawn.map(({ name, value }) => {
        const full = Math.max(value > 0 ? 1 : 0, Math.round((BAR_CELLS * value) / longest));
        return new TableRow({
          cantSplit: true,
          children: [
            barCell(name, names, 1, null),
            ...(full > 0 ? [barCell("", cell * full, full, BAR_COLOUR)] : []),
            ...(full < BAR_CELLS ? [barCell("", cell * (BAR_CELLS - full), BAR_CELLS - full, null)] : []),
            barCell(inWords(kind, value), cell * VALUE_CELLS, 1, null),
          ],
        });
      }),
    }),
  ];
}

function barCell(words: string, width: number, columnSpan: number, fill: string | null): WordCell {
  return new WordCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    borders: { ...NO_BORDERS, top: GAP, bottom: GAP },
    ...(fill === null ? {} : { shading: { type: ShadingType.CLEAR, fill, color: "auto" } }),
    // Bars stay on one page with what follows them, so that lengths can be compared.
    children: [
      new Paragraph({ keepNext: true, children: [new TextRun({ text: printableText(words), size: 18 })] }),
    ],
  });
}

const NOTHING = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
/** Keeps one bar apart from the next. */
const GAP = { style: BorderStyle.SINGLE, size: 12, color: "FFFFFF" } as const;
const NO_BORDERS = {
  top: NOTHING,
  bottom: NOTHING,
  left: NOTHING,
  right: NOTHING,
  insideHorizontal: NOTHING,
  insideVertical: NOTHING,
} as const;

function inWords({ kind }: TableColumn, cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return cell.toLocaleString("vi-VN");
  return kind === "day" ? dayInWords(cell) : cell;
}

function pageNumbers(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 20 })],
      }),
    ],
  });
}

const FONT = "Times New Roman";
const STYLES = {
  default: {
    document: { run: { font: FONT, size: 26 } },
    title: {
      run: { font: FONT, size: 32, bold: true, color: "000000" },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 120 } },
    },
    heading1: {
      run: { font: FONT, size: 28, bold: true, color: "000000" },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 26, bold: true, italics: true, color: "000000" },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: "ghiChu",
      name: "Ghi chú",
      basedOn: "Normal",
      run: { italics: true, size: 22, color: "444444" },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
  ],
} as const;
