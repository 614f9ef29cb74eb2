import pg from "pg";
import type { DensePassage, Vector, VectorStore, VectorStores } from "../../answer/dense/port.ts";
import type { Near } from "../../search/index.ts";
import { passageKey } from "./passage-key.ts";

export interface PgvectorPlace {
  /** of the service's database */
  url: string;
  /** name of the embedding model */
  model: string;
  onError: (error: unknown) => void;
}

const CONNECTIONS = 2;
const PATIENCE_MS = 10_000;
/** Any number that no other program on the server uses for its own lock. */
const LOCK = 6_278_190_452;
/** A replica says every hour what it wants; what nobody wants for so long goes. */
const UNWANTED = "2 days";

/** Not among Prisma's models: the type is there only where the server has the extension. */
const TABLE = `CREATE TABLE IF NOT EXISTS dense_vectors (
  model text NOT NULL,
  key text NOT NULL,
  entry text NOT NULL,
  embedding vector NOT NULL,
  wanted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (model, key)
)`;

/** Whether the server has pgvector; false too where it cannot be reached, which others tell of. */
export async function hasPgvector(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'");
    return rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Stores in one table that replicas share: a passage is embedded once for all of them. Each finds only what it wants
 * itself, so that replicas of two versions do not see each other's. Compared exactly: with thousands of passages an
 * approximate index saves nothing.
 * @returns null where the server has no pgvector, or its user may not switch it on
 */
export async function createPgvectorStores({
  url,
  model,
  onError,
}: PgvectorPlace): Promise<VectorStores | null> {
  if (!(await hasPgvector(url))) return null;
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, allowExitOnIdle: true });
  // An idle connection that the server ended is replaced by the next question.
  pool.on("error", onError);
  try {
    await prepare(pool);
  } catch (error) {
    onError(error);
    await pool.end();
    return null;
  }
  return {
    async saved() {
      const { rows } = await pool.query<{ dimensions: number }>(
        "SELECT vector_dims(embedding) AS dimensions FROM dense_vectors WHERE model = $1 LIMIT 1",
        [model],
      );
      return rows[0] ? createStore(pool, model, rows[0].dimensions) : null;
    },
    async blank() {
      await pool.query("DELETE FROM dense_vectors WHERE model = $1", [model]);
      return createStore(pool, model, null);
    },
  };
}

async function prepare(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    await client.query("CREATE EXTENSION IF NOT EXISTS vector");
    await client.query(TABLE);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

function createStore(pool: pg.Pool, model: string, known: number | null): VectorStore {
  let dimensions = known;
  /** what this replica wants and the table holds */
  let held = new Set<string>();

  return {
    dimensions: () => dimensions,
    async missing(passages) {
      const { rows } = await pool.query<{ key: string }>(
        "SELECT key FROM dense_vectors WHERE model = $1 AND key = ANY($2)",
        [model, passages.map(passageKey)],
      );
      held = new Set([...held, ...rows.map(({ key }) => key)]);
      return passages.filter((passage) => !held.has(passageKey(passage)));
    },
    async sample(passages) {
      const { rows } = await pool.query<{ key: string; embedding: string }>(
        "SELECT key, embedding::text FROM dense_vectors WHERE model = $1 AND key = ANY($2) ORDER BY key LIMIT 1",
        [model, passages.map(passageKey)],
      );
      const [row] = rows;
      const passage = row && passages.find((one) => passageKey(one) === row.key);
      return row && passage ? { text: passage.text, vector: JSON.parse(row.embedding) as Vector } : null;
    },
    async add(passages, vectors) {
      await pool.query(
        `INSERT INTO dense_vectors (model, key, entry, embedding)
         SELECT $1, key, entry, embedding::vector FROM unnest($2::text[], $3::text[], $4::text[]) AS new (key, entry, embedding)
         ON CONFLICT (model, key) DO UPDATE SET embedding = excluded.embedding, wanted_at = now()`,
        [
          model,
          passages.map(passageKey),
          passages.map(({ id }) => id),
          vectors.map((one) => JSON.stringify(one)),
        ],
      );
      dimensions ??= vectors[0]?.length ?? null;
      for (const passage of passages) held.add(passageKey(passage));
    },
    keepOnly(passages: readonly DensePassage[]) {
      const wanted = new Set(passages.map(passageKey));
      held = new Set([...held].filter((key) => wanted.has(key)));
      return Promise.resolve();
    },
    async nearest(vector, count): Promise<readonly Near[]> {
      const { rows } = await pool.query<Near>(
        `SELECT entry AS id, 1 - min(embedding <=> $2::vector) AS closeness FROM dense_vectors
         WHERE model = $1 AND key = ANY($3) GROUP BY entry ORDER BY closeness DESC, id LIMIT $4`,
        [model, JSON.stringify(vector), [...held], count],
      );
      return rows;
    },
    async save() {
      await pool.query("UPDATE dense_vectors SET wanted_at = now() WHERE model = $1 AND key = ANY($2)", [
        model,
        [...held],
      ]);
      await pool.query(
        "DELETE FROM dense_vectors WHERE model = $1 AND wanted_at < now() - CAST($2 AS interval)",
        [model, UNWANTED],
      );
    },
  };
}
