import { documentMentions, documentNumberKey } from "../knowledge/document-number.ts";
import { sectionText, type IsoDate, type KnowledgeDocument, type Section } from "../knowledge/document.ts";
import { fold, normalise } from "../search/index.ts";
import { parseOutOfScope } from "./out-of-scope.ts";
import { parseLexicon } from "./lexicon.ts";
import { parseDocument } from "./parse-document.ts";
import type { KnowledgeProblem, KnowledgeSources } from "./publish.ts";

export interface Finding extends KnowledgeProblem {
  /** an error fails the check; a warning wants somebody's eye */
  level: "error" | "warning";
}

const MOST_QUESTIONS = 5;
const FEWEST_QUESTIONS = 2;
const LONGEST_UNIT = 400;

/** Everything that is wrong or doubtful in the knowledge files, in words for the person who edits them. */
export function checkKnowledge(sources: KnowledgeSources, today: IsoDate): Finding[] {
  const findings: Finding[] = [];
  const documents: { file: string; document: KnowledgeDocument }[] = [];
  for (const file of sources.documents) {
    const parsed = parseDocument(file);
    if (parsed.ok) documents.push({ file: file.name, document: parsed.value });
    else findings.push(...parsed.problems.map((problem) => error(file.name, problem)));
  }
  const lexicon = parseLexicon(sources.lexicon);
  if (!lexicon.ok) findings.push(...lexicon.problems.map((problem) => error("tu-dien.md", problem)));
  const topics = parseOutOfScope(sources.outOfScope);
  if (!topics.ok) findings.push(...topics.problems.map((problem) => error("ngoai-pham-vi.md", problem)));

  for (const { file, document } of documents) {
    findings.push(
      ...namesOf(file, document),
      ...datesOf(file, document, today),
      ...relationsOf(file, document, documents),
      ...document.sections.flatMap((section) => sectionFindings(file, document, section)),
    );
  }
  findings.push(...repeated(documents));
  return findings;
}

function namesOf(file: string, document: KnowledgeDocument): Finding[] {
  const findings: Finding[] = [];
  if (!file.endsWith(`/${document.id}.md`))
    findings.push(error(file, `"mã" là "${document.id}", phải trùng tên tệp`));
  const isGuide = document.kind === "hướng dẫn";
  if (!isGuide && document.number === null) findings.push(error(file, 'thiếu "số hiệu"'));
  return findings;
}

function datesOf(file: string, document: KnowledgeDocument, today: IsoDate): Finding[] {
  const { issued, effective, expires, status, verifiedAt, reviewDue } = document;
  const findings: Finding[] = [];
  if (issued && effective && effective < issued)
    findings.push(error(file, `hiệu lực ${effective} trước ngày ban hành ${issued}`));
  if (effective && expires && expires < effective)
    findings.push(error(file, `hết hiệu lực ${expires} trước khi có hiệu lực ${effective}`));
  if (issued && issued > today) findings.push(error(file, `ngày ban hành ${issued} ở tương lai`));
  if (verifiedAt > today) findings.push(error(file, `ngày kiểm chứng ${verifiedAt} ở tương lai`));
  if (reviewDue <= verifiedAt)
    findings.push(error(file, `hạn rà soát ${reviewDue} không sau ngày kiểm chứng ${verifiedAt}`));
  if (status === "in_force" && expires && expires < verifiedAt) {
    findings.push(error(file, `ghi "còn hiệu lực" nhưng đã hết hiệu lực ngày ${expires}`));
  }
  if (status === "not_yet" && effective && effective <= verifiedAt) {
    findings.push(error(file, `ghi "chưa có hiệu lực" nhưng có hiệu lực từ ${effective}`));
  }
  if (document.kind !== "hướng dẫn" && status === "in_force" && !effective) {
    findings.push(warning(file, 'còn hiệu lực mà không rõ "ngày hiệu lực"'));
  }
  if (reviewDue < today) findings.push(warning(file, `quá hạn rà soát ${reviewDue}`));
  return findings;
}

function relationsOf(
  file: string,
  document: KnowledgeDocument,
  all: readonly { file: string; document: KnowledgeDocument }[],
): Finding[] {
  const findings: Finding[] = [];
  const body = document.sections.map((section) => `${section.anchor} ${sectionText(section)}`).join("\n");
  for (const relation of document.relations) {
    const target = `quan hệ với "${relation.document}"`;
    const [mention] = documentMentions(relation.document);
    if (!mention) {
      findings.push(error(file, `${target}: không phải số hiệu văn bản`));
      continue;
    }
    if (document.number && documentNumberKey(document.number) === documentNumberKey(relation.document)) {
      findings.push(error(file, `${target}: văn bản không thể quan hệ với chính nó`));
    }
    const other = all.find(
      (one) =>
        one.document.number &&
        documentNumberKey(one.document.number) === documentNumberKey(relation.document),
    );
    if (!other && !documentMentions(body).some((own) => own.number === mention.number)) {
      findings.push(error(file, `${target}: không có tệp của văn bản đó và không mục nào nhắc tới nó`));
    }
    if (relation.from && document.issued && relation.from < document.issued) {
      findings.push(
        error(file, `${target}: từ ngày ${relation.from} trước ngày ban hành ${document.issued}`),
      );
    }
    if (other && relation.kind === "replaces" && relation.part === null) {
      if (other.document.status === "in_force" || other.document.status === "not_yet") {
        findings.push(error(file, `${target}: đã thay thế nhưng ${other.file} vẫn ghi còn hiệu lực`));
      }
      if (other.document.issued && document.issued && other.document.issued > document.issued) {
        findings.push(error(file, `${target}: văn bản bị thay ban hành sau văn bản thay`));
      }
    }
  }
  return findings;
}

function sectionFindings(file: string, document: KnowledgeDocument, section: Section): Finding[] {
  const place = `mục "${section.anchor}"`;
  const findings: Finding[] = [];
  if (section.from && section.to && section.to < section.from)
    findings.push(error(file, `${place}: "đến ngày" trước "từ ngày"`));
  for (const day of [section.from, section.to]) {
    if (day && !/^\d{4}-\d{2}-\d{2}$/.test(day))
      findings.push(error(file, `${place}: ngày "${day}" phải có dạng 2026-01-23`));
  }
  if (!section.citable) {
    for (const unit of section.units) {
      if (unit.text.includes("(chưa điền)"))
        findings.push(warning(file, `${place}: còn chỗ trống: ${unit.text}`));
    }
    return findings;
  }
  const asked = section.questions.length;
  if (asked < FEWEST_QUESTIONS || asked > MOST_QUESTIONS) {
    findings.push(
      error(file, `${place}: có ${asked} dòng "hỏi", cần ${FEWEST_QUESTIONS} đến ${MOST_QUESTIONS}`),
    );
  }
  // A guide gathers from many places, so each of its figures needs its own source line.
  if (document.number === null && section.sources.length === 0 && /\d/.test(sectionText(section))) {
    findings.push(error(file, `${place}: có con số mà không có dòng "nguồn"`));
  }
  for (const unit of section.units) {
    if (unit.text.length > LONGEST_UNIT) {
      findings.push(
        error(
          file,
          `${place}: câu dài ${unit.text.length} ký tự, tối đa ${LONGEST_UNIT}: "${unit.text.slice(0, 60)}…"`,
        ),
      );
    }
  }
  return findings;
}

/** What may stand once only: ids, numbers, anchors of a document, sample questions of all. */
function repeated(documents: readonly { file: string; document: KnowledgeDocument }[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const once = (file: string, key: string, message: (first: string) => string, place: string) => {
    const first = seen.get(key);
    if (first !== undefined) findings.push(error(file, message(first)));
    else seen.set(key, place);
  };
  for (const { file, document } of documents) {
    once(file, `id ${document.id}`, (first) => `"mã" ${document.id} đã dùng ở ${first}`, file);
    if (document.number) {
      once(
        file,
        `number ${documentNumberKey(document.number)}`,
        (first) => `số hiệu ${document.number ?? ""} đã có ở ${first}`,
        file,
      );
    }
    for (const section of document.sections) {
      once(file, `anchor ${section.id}`, () => `mục "${section.anchor}" có hai lần`, file);
      for (const question of section.questions) {
        const key = `question ${fold(normalise(question))
          .replace(/[^a-z0-9]+/g, " ")
          .trim()}`;
        const place = `${file}, mục "${section.anchor}"`;
        once(
          file,
          key,
          (first) => `mục "${section.anchor}": câu hỏi mẫu "${question}" đã có ở ${first}`,
          place,
        );
      }
    }
  }
  return findings;
}

function error(file: string, problem: string): Finding {
  return { level: "error", file, problem };
}

function warning(file: string, problem: string): Finding {
  return { level: "warning", file, problem };
}
