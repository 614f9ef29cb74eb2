import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { may, ROLES, type Role } from "../../../src/console/permissions.ts";
import type { RouteFacts } from "../../../src/console/routes.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../support/console.ts";
import { consoleSamples, type Samples } from "../../support/console-samples/index.ts";
import { oneDatabase } from "../../support/database.ts";

/** Pages of the navigation that list nothing, and why. */
const NO_LIST: Readonly<Record<string, string>> = {
  "/can-bo": "tiles that lead to lists",
  "/can-bo/so-lieu": "figures, each of which leads to a list",
  "/can-bo/nhu-cau": "a grid of figures, each of which leads to a list",
  "/can-bo/phan-tich": "charts, with a file of their own",
  "/can-bo/cai-dat": "a form",
};

/** Tables that are part of one thing. */
const NO_LIST_BELOW: Readonly<Record<string, string>> = {
  "/can-bo/cau-hoi/:id": "how one answer came about",
  "/can-bo/lop/:id/diem-danh": "a form with a line for each of the people whom the class's page hands out",
  "/can-bo/lop/:id/chung-nhan": "a form with a line for each of the people whom the class's page hands out",
};

/** Above the rows: the button that names how many it hands out. */
const SHEET = /<p class="sheet"><a class="button quiet" href="([^"]+)">[^<(]*\(([\d.]+) dòng\)<\/a>/g;
const TABLE = /<div class="table-frame cards"/g;
const PAGING = /<span class="meta">\d+–\d+ trong (\d+)<\/span>/g;

const given = oneDatabase();
let desk: TestConsole;
let pages: readonly RouteFacts[];
let samples: Samples;
const browsers = new Map<Role, TestBrowser>();

beforeAll(async () => {
  desk = await startConsole(given.database);
  const { routes } = await desk.app.staffConsole();
  pages = routes.filter(({ kind, needs }) => kind === "page" && needs !== "public");
  samples = await consoleSamples(desk);
}, 120_000);
afterAll(() => desk.stop());

it("offers every list as a spreadsheet with as many rows as it has", { timeout: 240_000 }, async () => {
  const wrong: string[] = [];
  let opened = 0;
  for (const facts of pages) {
    const { path, html, browser } = await look(facts);
    const sheets = [...html.matchAll(SHEET)];
    const tables = html.match(TABLE)?.length ?? 0;
    const isList = !(path in NO_LIST) && !(path in NO_LIST_BELOW);
    if (isList && sheets.length < tables)
      wrong.push(`${path}: ${tables} lists, ${sheets.length} of them as a file`);
    const totals = [...html.matchAll(PAGING)].map(([, total]) => Number(total));
    const promised = sheets.map(([, , rows]) => Number(rows?.replaceAll(".", "")));
    for (const total of totals) {
      if (!promised.includes(total)) wrong.push(`${path}: lists ${total} rows, offers ${promised.join()}`);
    }
    for (const [at, [, href = ""]] of sheets.entries()) {
      const rows = await rowsIn(await browser.get(href.replaceAll("&amp;", "&")));
      if (rows !== promised[at]) wrong.push(`${href}: ${rows} rows, not ${String(promised[at])}`);
      opened += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(opened).toBeGreaterThan(25);
});

it("has a list on every page of the navigation, or a reason why not", async () => {
  for (const role of ["admin", "partner"] as const) {
    const browser = await browserOf(role);
    const [, nav = ""] = /<nav[^>]*>(.*?)<\/nav>/s.exec(await browser.page("/can-bo")) ?? [];
    const links = [...nav.matchAll(/href="(\/can-bo[^"]*)"/g)].map(([, href = ""]) => href);
    expect(links.length).toBeGreaterThan(1);
    const without: string[] = [];
    for (const href of links) if ((await browser.page(href)).match(SHEET) === null) without.push(href);
    expect(without.filter((href) => !(href in NO_LIST))).toEqual([]);
  }
});

it("narrows the file as the list is narrowed, and writes down who took it", async () => {
  const browser = await browserOf("admin");
  const all = await rowsIn(await browser.get("/can-bo/ket-qua.xlsx"));
  const some = await rowsIn(await browser.get("/can-bo/ket-qua.xlsx?tinh_trang=recorded"));
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  const taken = await given.database.client.auditEntry.findMany({
    where: { action: "results.exported" },
    orderBy: { id: "desc" },
    take: 2,
  });
  expect(taken.map(({ detail }) => detail)).toEqual([`{"rows":${some}}`, `{"rows":${all}}`]);
});

it("shows the end of a phone number, and the whole one only where the look is written down", async () => {
  const browser = await browserOf("officer");
  const claims = await browser.page("/can-bo/xac-minh");
  expect(claims).toContain("••• 456");
  expect(claims).not.toContain("0905123456");
  const [, look = ""] = /action="([^"]+\/so)"/.exec(claims) ?? [];
  const before = await looks();
  const shown = await browser.post(look);
  expect(await shown.text()).toMatch(/tel:09\d{8}/);
  expect(await looks()).toBe(before + 1);
});

it("leads from a request to a result of it", async () => {
  const browser = await browserOf("officer");
  const { id, code } = await given.database.client.supportRequest.findFirstOrThrow();
  const href = `/can-bo/ket-qua/moi?yeu_cau=${id}`;
  expect(await browser.page(`/can-bo/yeu-cau/${id}`)).toContain(`href="${href}"`);
  expect(await browser.page(href)).toContain(code);
});

it.each(["attended", "requests"])("leads from every row of %s to what was counted", async (set) => {
  const browser = await browserOf("officer");
  await given.database.client.event.updateMany({ where: { keyword: "31" }, data: { status: "held" } });
  const rows = await browser.page(`/can-bo/so-lieu/${set}?nam=2026`);
  const [, link = ""] = /data-label="[^"]*"><a href="([^"]+)"/.exec(rows) ?? [];
  expect((await browser.get(link)).status).toBe(200);
  expect(link).toMatch(/^\/can-bo\/(?:lop|yeu-cau)\//);
});

function looks(): Promise<number> {
  return given.database.client.auditEntry.count({ where: { action: "contact.looked_at" } });
}

async function look({ path, needs }: RouteFacts) {
  if (needs === "public") throw new Error(`${path} is everybody's`);
  const role = may("admin", needs) ? "admin" : ROLES.find((one) => may(one, needs));
  if (role === undefined) throw new Error(`${path} is nobody's`);
  const browser = await browserOf(role);
  return { path, browser, html: await browser.page(samples[path] ?? path) };
}

async function browserOf(role: Role): Promise<TestBrowser> {
  const known = browsers.get(role);
  if (known && (await known.get("/can-bo")).status === 200) return known;
  const browser = await desk.signedIn(await desk.member(role));
  browsers.set(role, browser);
  return browser;
}

/** Below the headers. */
async function rowsIn(response: Response): Promise<number> {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
  return rows.length - 1;
}
