import { createAccess } from "../../src/adapters/better-auth/access.ts";
import type { Database } from "../../src/adapters/prisma/client.ts";
import { createAuditTrail } from "../../src/adapters/prisma/console/audit-trail.ts";
import { writeSheet } from "../../src/adapters/exports/xlsx.ts";
import { createConsole } from "../../src/console/console.ts";
import { TEST_DAY } from "./app.ts";
import { browsersOf, staffOf } from "./console.ts";
import { kitFeature } from "./kit-feature.tsx";
import { collectErrors } from "./log-scan/journal.ts";

/** A console that has the samples of the kit as its only feature. */
export function kitConsole(database: Database) {
  const staff = staffOf(database);
  const feature = kitFeature();
  const secret = "bí mật của bài thử, đủ dài cho better-auth";
  const { errors, onError } = collectErrors();
  const { app } = createConsole({
    organisation: "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
    access: createAccess({ database, secret, onError }),
    links: staff.links,
    audit: createAuditTrail(database),
    writeSheet,
    features: [feature],
    secret,
    trustedProxies: 0,
    fromAnywhere: false,
    now: () => TEST_DAY,
    onError,
  });
  return { app, feature, errors, ...staff, ...browsersOf(app) };
}
