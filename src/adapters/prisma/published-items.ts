import { todayInVietnam } from "../../answer/create.ts";
import type { StaffAnswer } from "../../answer/staff-answers.ts";
import type { Tx } from "./database.ts";
import type { KnowledgeItem } from "./generated/sqlite/client.ts";

/** Every item that may be said, as the answerer searches it. */
export async function publishedItems(tx: Tx): Promise<readonly StaffAnswer[]> {
  const rows = await tx.knowledgeItem.findMany({ where: { status: "published" }, orderBy: { id: "asc" } });
  return rows.map(staffAnswer);
}

export function staffAnswer(row: KnowledgeItem): StaffAnswer {
  const { id, revision, question, answer, document, documentTitle, section, validFrom, expiresOn } = row;
  return {
    ...{ id, revision, question, answer, document, documentTitle, section, validFrom, expiresOn },
    variants: variantsOf(row),
    verifiedAt: todayInVietnam(row.publishedAt ?? row.updatedAt),
  };
}

export function variantsOf({ variants }: Pick<KnowledgeItem, "variants">): readonly string[] {
  return variants.split("\n").filter((line) => line.trim() !== "");
}
