// Before the sample opens: an empty database is filled, an older one is brought up to today, a real one is left alone.
import { renameSync, rmSync } from 'node:fs'
import { dayOf } from '../../shared/core/day.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { createHub } from '../app.ts'
import type { Campaigns } from '../campaigns.ts'
import type { HubConfig } from '../config.ts'
import type { Random } from '../random.ts'
import { isPostgres, openStore } from '../store/db.ts'
import { listResults, putResults } from '../store/results.ts'
import { sampleBegins } from '../store/sample-mark.ts'
import type { Store } from '../store/schema.ts'
import { pathOf } from '../store/sqlite.ts'
import { sampleResults } from './results.ts'
import { isEmpty } from './sample-tables.ts'
import { catchUp, type Seeding, seed } from './seed-history.ts'

/** What preparing needs to know. */
export interface Preparing {
  readonly databaseUrl: string
  readonly config: HubConfig
  readonly campaigns: Campaigns
  readonly now: () => number
  readonly random: Random
  /** Whole weeks of history. */
  readonly weeks: number
  readonly say: (line: string) => void
}

type Refused = 'not-a-sample' | 'unavailable'

/** Leaves a database at `databaseUrl` that holds the sample up to now. */
export async function prepare(to: Preparing): Promise<Result<null, Refused>> {
  if (isPostgres(to.databaseUrl)) return fail('unavailable', ONLY_SQLITE)
  const opened = await openStore(to.databaseUrl)
  if (!opened.ok) return opened
  const state = await stateOf(opened.value)
  if (state === 'sample') await bringUpToDate(to, opened.value)
  await opened.value.destroy()
  if (state === 'other') return fail('not-a-sample', notOurs(to.databaseUrl))
  return state === 'empty' ? fill(to) : ok(null)
}

const stateOf = async (store: Store): Promise<'sample' | 'empty' | 'other'> =>
  (await sampleBegins(store)) !== null ? 'sample' : (await isEmpty(store)) ? 'empty' : 'other'

const ONLY_SQLITE =
  'DATABASE_URL: the sample lives in an SQLite file; name sqlite:PATH, or serve PostgreSQL with npm run hub -- serve'

const notOurs = (url: string): string =>
  `DATABASE_URL: ${pathOf(url)} holds data that is not the sample; name another file, or serve it with npm run hub -- serve`

async function bringUpToDate(to: Preparing, store: Store): Promise<void> {
  const seeding = seedingOf(to, store, to.now())
  const days = await catchUp(seeding, to.campaigns.agencies, to.weeks)
  if (days > 0) to.say(`the sample's people told of the ${days} days since it last ran`)
  await showResults(to, store)
  await seeding.tick()
  await seeding.close()
}

/** Once: what somebody imported into the sample stays. */
async function showResults({ campaigns, now }: Preparing, store: Store): Promise<void> {
  if ((await listResults(store)).length > 0) return
  await putResults(store, sampleResults(campaigns.agencies, dayOf(now())))
}

/** Fills a file beside the real one, which takes its name only when it is whole: a start that is cut short leaves nothing. */
async function fill(to: Preparing): Promise<Result<null, Refused>> {
  const path = pathOf(to.databaseUrl)
  const unfinished = `${path}.filling`
  remove(unfinished)
  const opened = await openStore(`sqlite:${unfinished}`)
  if (!opened.ok) return opened
  const until = to.now()
  const seeding = seedingOf(to, opened.value, until)
  await seed(seeding, { agencies: to.campaigns.agencies, weeks: to.weeks, until })
  await showResults(to, opened.value)
  await seeding.close()
  await opened.value.destroy()
  remove(path)
  renameSync(unfinished, path)
  return ok(null)
}

/** A hub without a port, on a clock that is set by hand. */
function seedingOf(
  to: Preparing,
  store: Store,
  at: number,
): Seeding & { readonly close: () => Promise<void> } {
  const clock = { at }
  const config = { ...to.config, releaseMinIntervalMs: 0 }
  const { campaigns, random, say } = to
  const quiet = { info: () => {}, error: (event: object) => console.error(event) }
  const parts = {
    store,
    campaigns,
    config,
    random,
    log: quiet,
    render: null,
    widgets: null,
    now: () => clock.at,
  }
  const { fetch, tick, close } = createHub(parts)
  return { store, campaigns, publicUrl: config.publicUrl, fetch, tick, close, clock, random, say }
}

/** A database file and what SQLite keeps beside it. */
function remove(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
}
