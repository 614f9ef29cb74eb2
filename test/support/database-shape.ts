import type { DatabaseKind } from "../../src/adapters/prisma/client.ts";
import type { MigrationConnection } from "../../src/adapters/prisma/migrate.ts";

const POSTGRESQL = `
  SELECT format('column %s.%s %s nullable=%s default=%s', table_name, column_name, data_type, is_nullable, column_default)
    AS "line" FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  ORDER BY 1`;

const SQLITE = `
  WITH tables AS (SELECT name FROM file.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%')
  SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || ' required=' || c."notnull"
      || ' default=' || coalesce(c.dflt_value, '') || ' key=' || c.pk AS "line"
    FROM tables t, pragma_table_info(t.name) c
  UNION ALL SELECT 'index ' || t.name || '.' || i.name || ' unique=' || i."unique" || ' '
      || (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))
    FROM tables t, pragma_index_list(t.name) i
  UNION ALL SELECT 'reference ' || t.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete
    FROM tables t, pragma_foreign_key_list(t.name) f
  ORDER BY 1`;

const HISTORY = "_prisma_migrations";

/** The tables, columns, indexes and references of a database, a line each. */
export async function shapeOf(
  kind: DatabaseKind,
  connection: Pick<MigrationConnection, "rows">,
): Promise<readonly string[]> {
  const lines = await connection.rows(kind === "postgresql" ? POSTGRESQL : SQLITE);
  return lines.map((row) => String(row["line"])).filter((line) => !line.includes(HISTORY));
}
