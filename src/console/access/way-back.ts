import { CONSOLE } from "../routes.ts";

const PAGE = /^\/can-bo(?:\/[\w\-./]*)?(?:\?[^\\\s]*)?$/;

/** Where to go after signing in. Only pages of the console: an address in a link must not lead elsewhere. */
export function wayBack(path: string | undefined): string {
  const [page = ""] = (path ?? "").split("?");
  return path !== undefined && PAGE.test(path) && !page.includes("//") && !page.includes("..")
    ? path
    : CONSOLE;
}
