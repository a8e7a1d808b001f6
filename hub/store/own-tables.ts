// The tables of this hub. PostgreSQL tells those of every schema, of other hubs and tests too.
import { PostgresAdapter, sql, type TableMetadata } from 'kysely'
import type { Store } from './schema.ts'

/** Tables with their columns, of the schema that this store writes to. */
export async function ownTables(store: Store): Promise<readonly TableMetadata[]> {
  const all = await store.introspection.getTables()
  if (!(store.getExecutor().adapter instanceof PostgresAdapter)) return all
  const { rows } = await sql<{ readonly name: string }>`select current_schema() as name`.execute(store)
  return all.filter(table => table.schema === rows[0]?.name)
}
