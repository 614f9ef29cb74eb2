import { afterAll, beforeAll, expect, it } from "vitest";
import { may, PERMISSIONS, ROLES, type Role } from "../../../src/console/permissions.ts";
import type { RouteFacts } from "../../../src/console/routes.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { consoleSamples, type Samples } from "../../support/console-samples/index.ts";
import { oneDatabase } from "../../support/database.ts";

const given = oneDatabase();
let desk: TestConsole;
let routes: readonly RouteFacts[];
let samples: Samples;
const browsers = new Map<Role | null, TestBrowser>();

beforeAll(async () => {
  desk = await startConsole(given.database);
  const { routes: registered, assets, app } = await desk.app.staffConsole();
  routes = registered;
  samples = await consoleSamples(desk);
  // What Hono would answer, and nobody registered, would be a hole.
  const known = new Set(registered.map(({ method, path }) => `${method} ${path}`));
  const answered = app.routes
    // The entrance stands before all of them, and answers none by itself.
    .filter(({ method, path }) => method !== "ALL" || path !== "/*")
    .map(({ method, path }) => `${method} ${path}`);
  const holes = answered.filter((one) => !known.has(one) && !assets.some((path) => one === `GET ${path}`));
  expect(holes).toEqual([]);
  // Nothing else of the service answers below the console's address.
  const beside = desk.app.web.routes.filter(({ path }) => path.startsWith("/can-bo"));
  expect(beside.map(({ method, path }) => `${method} ${path}`)).toEqual(["ALL /can-bo", "ALL /can-bo/*"]);
}, 120_000);
afterAll(() => desk.stop());

it("names a permission for every route, and a route for every permission", () => {
  const used = new Set(routes.map(({ needs }) => needs));
  for (const permission of Object.keys(PERMISSIONS)) expect(used, permission).toContain(permission);
});

it.each([...ROLES, null])(
  "answers %s as the table says, on every route",
  { timeout: 240_000 },
  async (role) => {
    const wrong: string[] = [];
    for (const route of routes) {
      const browser = await browserOf(role);
      const path = samples[route.path] ?? route.path.replaceAll(/:\w+/g, "khong-co");
      const response = route.method === "GET" ? await browser.get(path) : await browser.post(path);
      const expected = expectedOf(role, route);
      const found = verdictOf(response);
      if (found !== expected)
        wrong.push(`${route.method} ${path}: ${found} (${response.status}), not ${expected}`);
    }
    expect(wrong).toEqual([]);
  },
);

type Verdict = "let in" | "forbidden" | "to sign in" | "failed";

function expectedOf(role: Role | null, { needs }: RouteFacts): Verdict {
  if (needs === "public") return "let in";
  if (role === null) return "to sign in";
  return may(role, needs) ? "let in" : "forbidden";
}

function verdictOf(response: Response): Verdict {
  const location = response.headers.get("Location") ?? "";
  if (response.status === 401 || location.startsWith("/can-bo/dang-nhap?tiep=")) return "to sign in";
  if (response.status === 403) return "forbidden";
  return response.status >= 500 ? "failed" : "let in";
}

/** Signed in anew where the route before signed this one out. */
async function browserOf(role: Role | null): Promise<TestBrowser> {
  const known = browsers.get(role);
  if (known && (role === null || (await known.get("/can-bo")).status === 200)) return known;
  const browser = role === null ? desk.browser() : await desk.signedIn(await desk.member(role));
  browsers.set(role, browser);
  return browser;
}
