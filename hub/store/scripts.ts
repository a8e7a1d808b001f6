// The published versions of the widgets' script: what a webmaster has pinned stays as it is, whatever the hub becomes.
import type { ScriptRow, Store } from './schema.ts'

/** Keeps a version as it was published first; with `anew` (the sample) as it is now. */
export const putScript = (store: Store, row: ScriptRow, anew: boolean): Promise<unknown> =>
  store
    .insertInto('scripts')
    .values(row)
    .onConflict(c =>
      anew
        ? c.column('version').doUpdateSet({ body: row.body, integrity: row.integrity })
        : c.column('version').doNothing(),
    )
    .execute()

/** The widget script that was kept under this version; undefined where none was. */
export const findScript = (store: Store, version: string): Promise<ScriptRow | undefined> =>
  store.selectFrom('scripts').selectAll().where('version', '=', version).executeTakeFirst()

/** The newest first. */
export const listScripts = (store: Store): Promise<readonly Omit<ScriptRow, 'body'>[]> =>
  store
    .selectFrom('scripts')
    .select(['version', 'integrity', 'since'])
    .orderBy('since', 'desc')
    .orderBy('version', 'desc')
    .execute()
