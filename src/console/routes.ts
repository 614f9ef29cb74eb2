import type { Permission } from "./permissions.ts";
import type { ConsoleContext } from "./visit.ts";

/** The address all pages of the console begin with. */
export const CONSOLE = "/can-bo";

/** The page of one conversation; the group of staff is given its address. */
export function conversationPath(id: string): string {
  return `${CONSOLE}/tro-chuyen/${id}`;
}

/** The page of one announcement, or a part of it; whoever may approve it is given its address. */
export function announcementPath(id: string, part = ""): string {
  return `${CONSOLE}/thong-bao/${id}${part === "" ? "" : `/${part}`}`;
}

/**
 * What a route does: shows a whole page, shows a part of one (htmx), hands out a file, or changes something. Only
 * changes are POST, and only they must show where they come from.
 */
type RouteKind = "page" | "part" | "download" | "change";

/** `public`: also for those who are not signed in. */
type Needs = Permission | "public";

export interface RouteFacts {
  method: "GET" | "POST";
  /** the whole path, with `:names` */
  path: string;
  needs: Needs;
  kind: RouteKind;
  /** bytes that may be sent to it */
  largestBody: number;
}

export interface Route extends RouteFacts {
  handle: (c: ConsoleContext) => Response | Promise<Response>;
}

type Handle<Path extends string> = (c: ConsoleContext<Path>) => Response | Promise<Response>;

/** The only way to add a route: none can be there without saying what it does and who may. */
export interface Routes {
  page<Path extends string>(path: Path, needs: Needs, handle: Handle<Path>): void;
  part<Path extends string>(path: Path, needs: Needs, handle: Handle<Path>): void;
  download<Path extends string>(path: Path, needs: Needs, handle: Handle<Path>): void;
  change<Path extends string>(
    path: Path,
    needs: Needs,
    handle: Handle<Path>,
    limits?: { largestBody: number },
  ): void;
}

const LARGEST_FORM = 256 * 1024;

export function collectRoutes(): { routes: Routes; collected: readonly Route[] } {
  const collected: Route[] = [];
  const adds =
    (kind: RouteKind, method: RouteFacts["method"]): Routes["change"] =>
    (path, needs, handle, { largestBody } = { largestBody: LARGEST_FORM }) => {
      if (path !== CONSOLE && !path.startsWith(`${CONSOLE}/`))
        throw new Error(`${path} is not of the console`);
      collected.push({
        method,
        path,
        needs,
        kind,
        largestBody,
        handle: handle,
      });
    };
  const routes = {
    page: adds("page", "GET"),
    part: adds("part", "GET"),
    download: adds("download", "GET"),
    change: adds("change", "POST"),
  };
  return { routes, collected };
}
