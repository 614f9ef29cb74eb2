import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folders of this installation: the nearest parent that holds `knowledge/`, whether run from src/ or dist/. */
export function installationFolders(moduleUrl: string): {
  knowledgeFolder: string;
  storeFolder: string;
  dataFolder: string;
} {
  let folder = dirname(fileURLToPath(moduleUrl));
  while (!existsSync(join(folder, "knowledge", "tu-dien.md")) && dirname(folder) !== folder)
    folder = dirname(folder);
  return {
    knowledgeFolder: join(folder, "knowledge"),
    storeFolder: join(folder, "dist", "knowledge"),
    dataFolder: join(folder, "data"),
  };
}
