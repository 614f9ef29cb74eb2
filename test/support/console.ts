import { createHmac } from "node:crypto";
import type { Database } from "../../src/adapters/prisma/client.ts";
import { passwordHash } from "../../src/adapters/better-auth/password-hash.ts";
import { newId } from "../../src/adapters/prisma/ids.ts";
import { createLinks, renewSetUpLink } from "../../src/adapters/prisma/staff/links.ts";
import { createStaffActions } from "../../src/adapters/prisma/staff/members.ts";
import type { Hono } from "hono";
import type { ConsoleEnv } from "../../src/console/visit.ts";
import type { Parts } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import type { Member } from "../../src/console/access/port.ts";
import { needsSecondFactor, type Role } from "../../src/console/permissions.ts";
import { CSRF_FIELD } from "../../src/console/same-site.ts";
import { runApp, TEST_DAY, type RunningApp } from "./app.ts";

/** Good enough for the rules of the console. */
export const PASSWORD = "sông Trà Khúc mùa nước nổi";

/** Where a request seems to come from. */
export interface Peer {
  remoteAddress: string;
  headers?: Readonly<Record<string, string>>;
}

const THIS_MACHINE: Peer = { remoteAddress: "127.0.0.1" };

/** The whole service with its console over a database, as its staff use it. */
export async function startConsole(
  database: Database,
  parts: Partial<Parts> = {},
  config: Partial<Config> = {},
): Promise<TestConsole> {
  const app = await runApp(database, parts, config);
  return { app, database, stop: () => app.stop(), ...staffOf(database), ...browsersOf(app.web) };
}

export interface TestConsole extends ReturnType<typeof staffOf>, ReturnType<typeof browsersOf> {
  app: RunningApp;
  database: Database;
  stop(): Promise<void>;
}

/** Somebody made for a test, with what they sign in with. */
export interface TestMember extends Member {
  password: string;
  /** of the second factor; null where the role needs none */
  totpSecret: string | null;
}

/** Members of staff, made through the functions that the console uses. */
export function staffOf(database: Database) {
  const now = () => TEST_DAY;
  const links = createLinks({ database, hash: passwordHash, now });
  const actions = createStaffActions({ database, now, find: () => Promise.resolve(null) });
  let admin: Member | null = null;

  return { links, setUp, member };

  /** The first admin; without a second factor yet. */
  async function setUp(): Promise<Member> {
    if (admin !== null) return admin;
    const link = await renewSetUpLink(database, TEST_DAY);
    if (link !== null) {
      await links.setUp(link.secret, { name: "Quản Trị", email: "quantri@example.vn", password: PASSWORD });
    }
    const row = await database.client.staff.findFirstOrThrow({ where: { role: "admin" } });
    admin = { ...row, role: "admin", hasSecondFactor: false };
    return admin;
  }

  /** Invited by the first admin, with a password; signed in nowhere. */
  async function member(
    role: Role,
    details: { name?: string; association?: string } = {},
  ): Promise<TestMember> {
    const by = await setUp();
    const email = `${role}-${newId().slice(-8)}@example.vn`;
    const associationId =
      role === "partner" ? await associationOf(details.association ?? "Hội Doanh nghiệp") : null;
    const name = details.name ?? NAMES[role];
    const invited = await actions.invite(by, email, { name, role, associationId });
    if (invited.kind !== "invited") throw new Error(invited.kind);
    await links.choosePassword(invited.link.secret, PASSWORD);
    return {
      id: invited.id,
      name,
      email,
      role,
      associationId,
      hasSecondFactor: false,
      password: PASSWORD,
      totpSecret: null,
    };
  }

  async function associationOf(name: string): Promise<string> {
    const id = `hiep-hoi-${name}`;
    await database.client.association.upsert({
      where: { name },
      create: { id, name, createdAt: TEST_DAY },
      update: {},
    });
    return id;
  }
}

const NAMES: Readonly<Record<Role, string>> = {
  viewer: "Võ Thị Xem",
  officer: "Lê Văn Chuyên",
  approver: "Trần Thị Duyệt",
  admin: "Phạm Văn Quản",
  partner: "Nguyễn Thị Hội",
};

/** The service, or a console of its own. */
type Fetching = Pick<Hono<ConsoleEnv>, "fetch"> | Pick<Hono, "fetch">;

/** Browsers: each keeps its cookies. */
export function browsersOf(app: Fetching) {
  return { browser, signedIn };

  function browser(peer: Peer = THIS_MACHINE): TestBrowser {
    return createBrowser(app, peer);
  }

  /** Signs in on the pages, with the second factor where the role needs one. */
  async function signedIn(member: TestMember, peer: Peer = THIS_MACHINE): Promise<TestBrowser> {
    const one = browser(peer);
    const answer = await one.post("/can-bo/dang-nhap", { email: member.email, mat_khau: member.password });
    if (answer.status !== 303) throw new Error(`not signed in: ${answer.status} ${await answer.text()}`);
    if (answer.headers.get("Location")?.startsWith("/can-bo/dang-nhap/ma")) {
      await one.post("/can-bo/dang-nhap/ma", { ma: totp(member.totpSecret ?? "") });
    } else if (needsSecondFactor(member.role)) {
      await enrol(one, member);
    }
    return one;
  }
}

/** Sets up the second factor on the pages, as somebody does who needs one. */
export async function enrol(browser: TestBrowser, member: TestMember): Promise<void> {
  const shown = await browser.post("/can-bo/toi/hai-buoc", { mat_khau: member.password });
  const page = await shown.text();
  const secret = /name="khoa" value="([A-Z2-7]+)"/.exec(page)?.[1];
  if (secret === undefined) throw new Error(`no second factor was begun: ${page}`);
  const confirmed = await browser.post("/can-bo/toi/hai-buoc/xac-nhan", { ma: totp(secret) });
  if (confirmed.status !== 303) throw new Error(`not confirmed: ${confirmed.status}`);
  member.totpSecret = secret;
  member.hasSecondFactor = true;
}

export interface TestBrowser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** as a form of the last page that was read; `fields` may hold several values and files */
  post(path: string, fields?: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** the page as text; fails on anything but 200 */
  page(path: string): Promise<string>;
  cookies: Map<string, string>;
}

type Fields = Readonly<Record<string, string | number | Blob | readonly string[]>>;

function createBrowser(app: Fetching, peer: Peer): TestBrowser {
  const cookies = new Map<string, string>();
  const origin = `${peer.headers?.["X-Forwarded-Proto"] ?? "http"}://${peer.headers?.["Host"] ?? "localhost"}`;
  let csrf = "";

  async function send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers({ ...peer.headers, ...(init.headers as Record<string, string> | undefined) });
    if (cookies.size > 0)
      headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const request = new Request(`http://localhost${path}`, { ...init, headers, redirect: "manual" });
    const response = await app.fetch(request, connectionFrom(peer.remoteAddress));
    for (const line of response.headers.getSetCookie()) remember(line);
    if (response.headers.get("Content-Type")?.startsWith("text/html")) {
      const text = await response.clone().text();
      csrf = new RegExp(`name="${CSRF_FIELD}" value="([^"]*)"`).exec(text)?.[1] ?? csrf;
    }
    return response;
  }

  function remember(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    async post(path, fields = {}, headers = {}) {
      // A form of a page that was just opened has the token of this session.
      if (csrf === "" || cookies.size > 0) await send("/can-bo/toi/hai-buoc", {});
      return send(path, {
        method: "POST",
        headers: { Origin: origin, ...headers },
        body: bodyOf({ [CSRF_FIELD]: csrf, ...fields }),
      });
    },
    async page(path) {
      const response = await send(path, {});
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
      return text;
    },
  };
}

function bodyOf(fields: Fields): FormData | URLSearchParams {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  );
  const hasFiles = entries.some(([, value]) => value instanceof Blob);
  const body = hasFiles ? new FormData() : new URLSearchParams();
  for (const [name, value] of entries)
    body.append(name, value instanceof Blob ? (value as never) : String(value));
  return body;
}

/** What the Node server hands to Hono with each request. */
function connectionFrom(remoteAddress: string) {
  return { incoming: { socket: { remoteAddress, remotePort: 50_000, remoteFamily: "IPv4" } } };
}

/** The code that an authenticator app shows now (RFC 6238). */
export function totp(secret: string, at = Date.now()): string {
  const bits = Array.from(secret, (char) => BASE32.indexOf(char).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
