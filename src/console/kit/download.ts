import { sendAttachment } from "../../web-kit/attachment.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export interface ExportedFile {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

/** Hands out a file that holds no personal data. */
export function sendFile(c: ConsoleContext, { name, mediaType, content }: ExportedFile): Response {
  return sendAttachment(c, name, mediaType, content);
}

/**
 * Hands out personal data: who took what, and how many rows, is written down before the file leaves.
 * @param what action in the audit, e.g. `attendees.exported`
 * @param subject id of what it is about
 */
export async function auditedExport(
  c: ConsoleContext,
  { what, subject, rows }: { what: string; subject: string; rows: number },
  file: ExportedFile,
): Promise<Response> {
  const { audit, now } = c.var.shell;
  await audit.exported(memberOf(c), what, subject, rows, now());
  return sendFile(c, file);
}
