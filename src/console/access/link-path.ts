import { CONSOLE } from "../routes.ts";

/** Where a one-time link leads. */
export function linkPath(secret: string): string {
  return `${CONSOLE}/lien-ket/${secret}`;
}
