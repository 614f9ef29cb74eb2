import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import pg from "pg";

const { env, platform } = process;

/** A throw-away server for one run of the tests. */
export interface PostgresServer {
  /** of its maintenance database; the server may still be starting */
  url: string;
  stop(): Promise<void>;
}

interface User {
  uid?: number;
  gid?: number;
}

/**
 * The server at TEST_DATABASE_URL, or one made of this machine's PostgreSQL on a loopback port; as words, why there is
 * none. Returns at once: `reachable` waits for the start.
 */
export async function startPostgres(): Promise<PostgresServer | string> {
  const given = env["TEST_DATABASE_URL"];
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };

  const programs = findPrograms();
  if (programs === null) return "no PostgreSQL server is installed here (and TEST_DATABASE_URL is not set)";

  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), "nscl-postgres-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const starting = initialise(programs, folder, user).then(() => serve(programs, folder, port, user));
  // Whoever needs the server notices that it does not answer.
  starting.catch((error: unknown) => {
    console.error(error);
  });
  return {
    url: `postgresql://nscl@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const server = await starting.catch(() => null);
      if (server !== null) await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the server takes connections. */
export async function reachable(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The newest version's folder of programs. */
function findPrograms(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(env["PATH"] ?? "").split(platform === "win32" ? ";" : ":"),
    "/opt/homebrew/opt/postgresql/bin",
    "/usr/local/pgsql/bin",
  ];
  const suffix = platform === "win32" ? ".exe" : "";
  return (
    places.find((place) => ["initdb", "postgres"].every((name) => existsSync(join(place, name + suffix)))) ??
    null
  );
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): User {
  if (process.getuid?.() !== 0) return {};
  const name = spawnSync("id", ["postgres"]).status === 0 ? "postgres" : "nobody";
  const number = (option: string) => Number(execFileSync("id", [option, name], { encoding: "utf8" }));
  return { uid: number("-u"), gid: number("-g") };
}

async function initialise(programs: string, folder: string, user: User): Promise<void> {
  const options = ["-D", folder, "-U", "nscl", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"];
  const child = spawn(join(programs, "initdb"), options, {
    ...user,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`initdb failed: ${said}`);
}

function serve(programs: string, folder: string, port: number, user: User): ChildProcess {
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    // The machine does not lose its power in a test.
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "logging_collector=off",
  ];
  return spawn(
    join(programs, "postgres"),
    ["-D", folder, ...settings.flatMap((setting) => ["-c", setting])],
    {
      ...user,
      cwd: folder,
      stdio: "ignore",
    },
  );
}

/** Stops without waiting for clients. */
function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) {
      resolve();
      return;
    }
    server.once("exit", () => {
      resolve();
    });
    server.kill("SIGINT");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

/** What the migrated database of a run is called, of which tests make copies. */
export function templateName(templates: string): string {
  return basename(templates).replaceAll(/\W/g, "_");
}

export function dropDatabase(serverUrl: string, name: string): Promise<void> {
  return onServer(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
