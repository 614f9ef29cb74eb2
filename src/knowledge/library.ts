import type { KnowledgeDocument, Relation, Section } from "./document.ts";
import { documentNumberKey } from "./document-number.ts";

/** What a number that we may hold no file for turned into. */
interface Successor {
  by: KnowledgeDocument;
  relation: Relation;
}

/** All documents, found by id, by number and by section. */
export interface Library {
  documents: readonly KnowledgeDocument[];
  byId(id: string): KnowledgeDocument | undefined;
  /** any spelling of a number: "37/2026/NĐ-CP", "nd 37/2026" */
  byNumber(number: string): KnowledgeDocument | undefined;
  section(id: string): { document: KnowledgeDocument; section: Section } | undefined;
  /** documents that replace, amend or suspend the one with this number */
  changesTo(number: string): readonly Successor[];
}

export function createLibrary(documents: readonly KnowledgeDocument[]): Library {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const byNumber = new Map<string, KnowledgeDocument>();
  const sections = new Map<string, { document: KnowledgeDocument; section: Section }>();
  const changes = new Map<string, Successor[]>();
  for (const document of documents) {
    if (document.number) byNumber.set(documentNumberKey(document.number), document);
    for (const section of document.sections) sections.set(section.id, { document, section });
    for (const relation of document.relations) {
      const key = documentNumberKey(relation.document);
      changes.set(key, [...(changes.get(key) ?? []), { by: document, relation }]);
    }
  }
  return {
    documents,
    byId: (id) => byId.get(id),
    byNumber: (number) => byNumber.get(documentNumberKey(number)),
    section: (id) => sections.get(id),
    changesTo: (number) => changes.get(documentNumberKey(number)) ?? [],
  };
}
