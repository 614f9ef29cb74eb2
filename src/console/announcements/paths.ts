import { CONSOLE } from "../routes.ts";

export const ANNOUNCEMENTS = `${CONSOLE}/thong-bao`;

export function announcementPath(id: string, part = ""): string {
  return `${ANNOUNCEMENTS}/${id}${part === "" ? "" : `/${part}`}`;
}
