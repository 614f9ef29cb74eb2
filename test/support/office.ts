import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const USUAL_PLACES = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/snap/bin/libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

/** LibreOffice of this machine: SOFFICE_PATH where it is set, else the usual places. */
function findOffice(): string | undefined {
  if (process.env["SOFFICE_PATH"]) return process.env["SOFFICE_PATH"];
  return USUAL_PLACES.find((path) => existsSync(path));
}

/** Whether to skip what needs LibreOffice; the reason is told where this is asked. */
export function withoutOffice(): boolean {
  if (findOffice() !== undefined) return false;
  console.warn("LibreOffice is not here: no document is converted (set SOFFICE_PATH)");
  return true;
}

/** REPORT_FILES=folder keeps the files where somebody wants to look at them. */
const folder = process.env["REPORT_FILES"] ?? mkdtempSync(join(tmpdir(), "nscl-office-"));

/** The document as PDF, with what LibreOffice reads in it as text where `to` says so. */
export function converted(name: string, content: Uint8Array, to: "pdf" | "txt:Text" | "csv"): Buffer {
  const path = join(folder, name);
  writeFileSync(path, content);
  const profile = mkdtempSync(join(tmpdir(), "nscl-office-profile-"));
  execFileSync(
    findOffice() ?? "soffice",
    [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", to, "--outdir", folder, path],
    { stdio: "pipe", timeout: 240_000 },
  );
  const ending = to.split(":")[0] ?? to;
  return readFileSync(join(folder, basename(name).replace(/\.\w+$/, `.${ending}`)));
}
