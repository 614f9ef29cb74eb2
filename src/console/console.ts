import { Hono } from "hono";
import { ASSET_PATHS, serveConsoleAssets } from "./assets.ts";
import { accessFeature } from "./access/routes.tsx";
import type { Access, Links } from "./access/port.ts";
import { auditFeature } from "./audit/routes.tsx";
import { auditWordsOf } from "./audit/words.ts";
import type { AuditTrail } from "./audit/port.ts";
import type { Feature } from "./feature.ts";
import { createBodyLimit, createEntrance, createGuard } from "./guard.tsx";
import { homeFeature } from "./home/routes.tsx";
import type { WriteSheet } from "./kit/sheet.ts";
import { failedPage, notFoundPage } from "./kit/notices.tsx";
import { collectRoutes, type RouteFacts } from "./routes.ts";
import type { ConsoleContext, ConsoleEnv } from "./visit.ts";

export interface ConsoleParts {
  organisation: string;
  access: Access;
  links: Links;
  audit: AuditTrail;
  writeSheet: WriteSheet;
  /** in the order of the navigation */
  features: readonly Feature[];
  /** makes the tokens of forms; the same on every replica */
  secret: string;
  /** how many proxies of ours stand in front */
  trustedProxies: number;
  /** answers from everywhere before anybody set it up */
  fromAnywhere: boolean;
  now: () => Date;
  onError: (error: unknown) => void;
}

export interface Console {
  app: Hono<ConsoleEnv>;
  /** every route there is, but for the files of `assets` */
  routes: readonly RouteFacts[];
  assets: readonly string[];
}

/** The staff's pages, all below /can-bo. */
export function createConsole(parts: ConsoleParts): Console {
  const { organisation, access, links, audit, writeSheet, now, onError } = parts;
  const given: readonly Feature[] = [...parts.features, accessFeature({ access, links })];
  const auditWords = auditWordsOf(given);
  const features: readonly Feature[] = [homeFeature(given), ...given, auditFeature(audit, auditWords)];
  const { routes, collected } = collectRoutes();
  for (const feature of features) feature.routes(routes);
  const nav = features.flatMap((feature) => feature.nav ?? []);

  const app = new Hono<ConsoleEnv>();
  serveConsoleAssets(app);
  const shell = { organisation, nav, access, audit, auditWords, writeSheet, now };
  app.use(createEntrance({ ...parts, shell }));
  for (const route of collected) {
    const { method, path, handle } = route;
    app.on(method, path, createBodyLimit(route), createGuard(route), handle);
  }
  app.notFound((c: ConsoleContext) => notFoundPage(c));
  app.onError((error, c: ConsoleContext) => {
    onError(error);
    return failedPage(c);
  });
  return { app, routes: collected, assets: ASSET_PATHS };
}
