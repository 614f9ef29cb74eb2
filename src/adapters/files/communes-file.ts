import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseCommunes, parseOtherNames, type ListRead } from "../../registry/commune-list.ts";
import type { Communes } from "../../registry/communes.ts";
import { createCommunes } from "../../registry/find-commune.ts";
import { OperatorError } from "../../errors.ts";

/**
 * Reads the communes of the province from `dia-ban/` in the knowledge folder.
 * @throws the system's error when a file is not there, and a sentence for the operator when one cannot be used
 */
export async function readCommunes(knowledgeFolder: string): Promise<Communes> {
  const folder = join(knowledgeFolder, "dia-ban");
  const [list, others] = await Promise.all([
    readFile(join(folder, "xa-phuong.csv"), "utf8"),
    readFile(join(folder, "ten-khac.csv"), "utf8"),
  ]);
  const communes = valueOf(parseCommunes(list), "dia-ban/xa-phuong.csv");
  return createCommunes(communes, valueOf(parseOtherNames(others, communes), "dia-ban/ten-khac.csv"));
}

function valueOf<T>(read: ListRead<T>, file: string): readonly T[] {
  if (!read.ok) throw new OperatorError(`knowledge/${file}: ${read.problems.join("; ")}`);
  return read.value;
}
