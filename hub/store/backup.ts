// The store → one file, and back into an empty store of either kind. Gzip'd JSON lines: a head, the rows, a SHA-256.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { SCHEMA_VERSION, schemaVersion } from './migrate.ts'
import { sampleBegins } from './sample-mark.ts'
import type { Store, Trx } from './schema.ts'
import { firstFilled, isTableName, type PlainRow, putRows, rowsOf, TABLES, type TableName } from './tables.ts'
import { inTransaction } from './transaction.ts'

const FORMAT = 'nhipso-backup-1'
const OWNER_ONLY = 0o600
const ROWS_IN_MEMORY = 2000

/** What a backup holds. */
export interface Backup {
  readonly rows: number
  /** Of all lines before the last, hexadecimal. */
  readonly sha256: string
}

/**
 * Writes everything as it stood at one moment, while the hub goes on; then reads the file again.
 * @param snapshot the store as `openSnapshot` gives it
 */
export async function backUp(snapshot: Store, path: string, now: number): Promise<Result<Backup, 'refused'>> {
  if (existsSync(path)) return fail('refused', `${path} is there already; name another file`)
  if ((await sampleBegins(snapshot)) !== null)
    return fail('refused', 'this is sample data; nothing was written')
  const unfinished = `${path}.unfinished`
  try {
    await snapshot
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(step => write(step, unfinished, now))
    await reachDisk(unfinished)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    return fail('refused', `${path} cannot be written: ${String(error)}`)
  }
  return examine(path)
}

const write = (step: Trx, path: string, now: number): Promise<void> =>
  pipeline(
    Readable.from(lines(step, now)),
    createGzip(),
    createWriteStream(path, { mode: OWNER_ONLY, flags: 'w' }),
  )

async function* lines(step: Trx, now: number): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  yield line({ format: FORMAT, schema: await schemaVersion(step), at: new Date(now).toISOString() })
  for (const table of TABLES) for await (const row of rowsOf(step, table)) yield line([table, row])
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`
}

async function reachDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}

/** Reads a whole backup: is it ours, complete and unchanged? */
async function examine(path: string): Promise<Result<Backup, 'refused'>> {
  const hash = createHash('sha256')
  let before: string | null = null
  let rows = -1 // the head is no row
  try {
    for await (const line of linesOf(path)) {
      if (before !== null) {
        if (rows === -1 && !isHead(before))
          return fail('refused', `${path} is no backup of this hub, or of a newer one`)
        hash.update(`${before}\n`)
        rows += 1
      }
      before = line
    }
  } catch (error) {
    return fail(
      'refused',
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  const sha256 = hash.digest('hex')
  if (before !== JSON.stringify({ sha256 }))
    return fail('refused', `${path} is damaged or cut short; use another backup`)
  return ok({ rows, sha256 })
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const plain = createGunzip()
  file.on('error', error => plain.destroy(error))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let begun = ''
  try {
    for await (const chunk of file.pipe(plain)) {
      const parts = (begun + decoder.decode(chunk, { stream: true })).split('\n')
      begun = parts.pop() ?? ''
      yield* parts
    }
  } finally {
    file.destroy()
  }
  if (begun !== '') throw new Error('it ends in the middle of a line')
}

function isHead(line: string): boolean {
  try {
    const head: { format?: unknown; schema?: unknown } = JSON.parse(line)
    return head.format === FORMAT && typeof head.schema === 'number' && head.schema <= SCHEMA_VERSION
  } catch {
    return false
  }
}

/** Fills an empty store, all or nothing. The file is examined first. */
export async function restore(store: Store, path: string): Promise<Result<Backup, 'refused'>> {
  const sound = await examine(path)
  if (!sound.ok) return sound
  return inTransaction(store, async step => {
    const filled = await firstFilled(step)
    if (filled)
      return fail('refused', `the database is not empty (${filled}); name a new one in DATABASE_URL`)
    await fill(step, path)
    return sound
  })
}

async function fill(step: Trx, path: string): Promise<void> {
  let table: TableName | null = null
  let rows: PlainRow[] = []
  const flush = async (): Promise<void> => {
    if (table && rows.length > 0) await putRows(step, table, rows)
    rows = []
  }
  for await (const line of linesOf(path)) {
    const read: unknown = JSON.parse(line)
    if (!Array.isArray(read)) continue // head and end
    const [name, row]: [string, PlainRow] = [String(read[0]), read[1]]
    if (name !== table || rows.length >= ROWS_IN_MEMORY) await flush()
    table = isTableName(name) ? name : null
    rows.push(row)
  }
  await flush()
}
