import type { Citation } from "../answer/answer.ts";
import type { ReplyFile } from "../conversation/reply.ts";

/** A page to print and tick off, which stands without the conversation it came from. */
export interface Checklist {
  /** of the file, without its ending */
  name: string;
  title: string;
  /** who asked and what was assumed, a line each */
  about: readonly string[];
  groups: readonly { heading: string; lines: readonly string[] }[];
  citations: readonly Citation[];
  /** said at the foot */
  notice: string;
}

/** One HTML file without scripts or addresses: opens on a phone, prints on paper. */
export function checklistFile(checklist: Checklist): ReplyFile {
  const { title, about, groups, citations, notice } = checklist;
  const body = [
    `<h1>${escaped(title)}</h1>`,
    ...about.map((line) => `<p>${escaped(line)}</p>`),
    ...groups
      .filter(({ lines }) => lines.length > 0)
      .flatMap(({ heading, lines }) => [
        `<h2>${escaped(heading)}</h2>`,
        "<ul>",
        ...lines.map((line) => `<li>☐ ${escaped(line)}</li>`),
        "</ul>",
      ]),
    "<h2>Căn cứ</h2>",
    "<ul>",
    ...citations.map((citation) => `<li>${escaped(basisOf(citation))}</li>`),
    "</ul>",
    `<footer>${escaped(notice)}</footer>`,
  ];
  return {
    name: `${checklist.name}.html`,
    mediaType: "text/html",
    content: [
      '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escaped(title)}</title>`,
      `<style>${STYLE}</style>\n</head>\n<body>`,
      ...body,
      "</body>\n</html>\n",
    ].join("\n"),
  };
}

/** Document and place of a citation in one line; a guide goes by its title. */
export function placeOf({ document, title, section }: Citation): string {
  return /\d/.test(document) ? `${document} ${section}` : `${title}, mục “${section}”`;
}

const STYLE =
  "body{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}" +
  "ul{list-style:none;padding:0}li{margin:.4rem 0}footer{margin-top:2rem;font-size:.875rem}";

function basisOf(citation: Citation): string {
  return `${placeOf(citation)} (${citation.kind}): ${citation.validity}`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
