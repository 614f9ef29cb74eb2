import { CONSOLE } from "../routes.ts";
import type { ClassStep } from "./port.ts";

export const CLASSES = `${CONSOLE}/lop`;

export const STEP_PATHS = {
  approved: "duyet",
  open: "mo",
  closed: "dong",
  held: "da-to-chuc",
  reported: "da-bao-cao",
} as const satisfies Record<ClassStep, string>;

export function classPath(id: string, part = ""): string {
  return `${CLASSES}/${id}${part === "" ? "" : `/${part}`}`;
}
