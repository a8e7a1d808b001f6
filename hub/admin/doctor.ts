// doctor: is everything in order? Configuration, database, clock, disk, last release, release audit, flags.
import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { DAY_MS, dayOf } from '../../shared/core/day.ts'
import { ok } from '../../shared/core/result.ts'
import { MAX_CLOCK_DIFFERENCE_MS } from '../../shared/wire/signature.ts'
import { type Campaigns, loadCampaigns, running } from '../campaigns.ts'
import type { ServeConfig } from '../config.ts'
import { type Flags, flagsOf } from '../release/anomalies.ts'
import { auditReleases } from '../release/audit.ts'
import { isPostgres, nameOf, openStore } from '../store/db.ts'
import { schemaVersion } from '../store/migrate.ts'
import { listReleases } from '../store/releases.ts'
import type { Store } from '../store/schema.ts'
import { pathOf } from '../store/sqlite.ts'
import type { Command } from './command.ts'

/** One thing that was looked at. */
interface Finding {
  readonly what: 'configuration' | 'database' | 'clock' | 'disk' | 'last-release' | 'release-audit' | 'flags'
  readonly ok: boolean
  readonly says: string
  /** Of flags: the counts by agency. */
  readonly counts?: readonly Flags[]
}

const FOUND_TOLD = 5
const MIN_FREE_BYTES = 512 * 1024 * 1024
const BUILT_AFTER = Date.UTC(2026, 0, 1)
const HERE = /^(?:localhost|127\.[\d.]+|\[::1\])$/

export const doctor: Command = {
  name: 'doctor',
  does: 'looks at configuration, database, clock, disk, the last release, what releases give away, and odd totals',
  words: [],
  options: {},
  run: async ({ config, now }) => {
    const findings = await examine(config, now)
    const lines = findings.map(f => `${f.ok ? 'ok   ' : 'FAULT'} ${f.what}: ${f.says}`)
    return ok({ lines, json: findings, faulty: findings.some(f => !f.ok) })
  },
}

async function examine(config: ServeConfig, now: number): Promise<readonly Finding[]> {
  const campaigns = loadCampaigns(config.campaignsDir)
  const configuration = settings(config, campaigns, now)
  const opened = await openStore(config.databaseUrl)
  if (!opened.ok)
    return [configuration, { what: 'database', ok: false, says: opened.detail }, clock(now, 0), disk(config)]
  const stored = [await database(config, opened.value), await release(opened.value, now)]
  if (campaigns.ok) stored.push(await audit(config, campaigns.value, opened.value))
  stored.push(await flags(opened.value, now))
  const newest = await newestInstant(opened.value)
  await opened.value.destroy()
  return [configuration, ...stored, clock(now, newest), disk(config)]
}

function settings(config: ServeConfig, campaigns: ReturnType<typeof loadCampaigns>, now: number): Finding {
  const what = 'configuration'
  if (!campaigns.ok) return { what, ok: false, says: `CAMPAIGNS_DIR: ${campaigns.detail}` }
  const wrong = outside(config)
  if (wrong) return { what, ok: false, says: wrong }
  return { what, ok: true, says: `${describe(campaigns.value, now)}; k = ${config.minGroup}` }
}

/** What a start cannot refuse, because somebody who only tries the hub may want it so. */
function outside({ publicUrl, proxies }: ServeConfig): string | null {
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol === 'https:' && proxies === 0)
    return `PUBLIC_URL is ${publicUrl}, so a proxy stands before the hub; set TRUST_PROXY, or nobody is limited by address`
  if (protocol === 'http:' && !HERE.test(hostname))
    return `PUBLIC_URL is ${publicUrl}: what people send there can be read on the way; use https`
  return null
}

const describe = (campaigns: Campaigns, now: number): string => {
  const ids = running(campaigns.campaigns, dayOf(now)).map(c => c.id)
  return `${campaigns.campaigns.length} campaigns, running: ${ids.join(', ') || 'none'}`
}

async function database({ databaseUrl }: ServeConfig, store: Store): Promise<Finding> {
  if (isPostgres(databaseUrl)) return postgres(databaseUrl, store)
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(store)
  const found = rows[0]?.integrity_check ?? 'no answer'
  const says =
    found === 'ok' ? `sound, schema ${await schemaVersion(store)}` : `damaged: ${found}; restore a backup`
  return { what: 'database', ok: found === 'ok', says }
}

/** PostgreSQL checks its own pages; what an operator may have switched off is whether acknowledged means on the disk. */
async function postgres(databaseUrl: string, store: Store): Promise<Finding> {
  const { rows } = await sql<{ fsync: string; commits: string }>`select current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as commits`.execute(store)
  const durable = rows[0]?.fsync === 'on' && rows[0].commits !== 'off'
  const says = durable
    ? `${nameOf(databaseUrl)} answers, schema ${await schemaVersion(store)}`
    : `${nameOf(databaseUrl)} may lose acknowledged reports: set fsync and synchronous_commit on`
  return { what: 'database', ok: durable, says }
}

/** A final comes every week: an older last release means that no hub was running on Monday. */
async function release(store: Store, now: number): Promise<Finding> {
  const [newest] = await listReleases(store, 1)
  if (!newest) return { what: 'last-release', ok: true, says: 'none yet' }
  const late = now - newest.at > 8 * DAY_MS
  const says = `${newest.release}, ${newest.kind}, at ${new Date(newest.at).toISOString()}`
  return {
    what: 'last-release',
    ok: !late,
    says: late ? `${says}: more than a week ago; is a hub serving?` : says,
  }
}

/** Can anybody work out what was hidden? */
async function audit({ minGroup }: ServeConfig, { campaigns }: Campaigns, store: Store): Promise<Finding> {
  const { cells, hidden, found } = await auditReleases(store, campaigns, minGroup)
  if (found.length === 0)
    return {
      what: 'release-audit',
      ok: true,
      says: `${cells} released cells, ${hidden} hidden, none can be derived`,
    }
  const more = found.length > FOUND_TOLD ? `; and ${found.length - FOUND_TOLD} more` : ''
  const says = `hidden cells can be derived: ${found.slice(0, FOUND_TOLD).join('; ')}${more}; report this as a bug`
  return { what: 'release-audit', ok: false, says }
}

/** Odd totals are no fault of the hub and no proof against anybody: they are counted, agency by agency. */
async function flags(store: Store, now: number): Promise<Finding> {
  const found = await flagsOf(store, dayOf(now))
  const told = found.map(
    ({ agency, longDays, aroundTheClock, identical }) =>
      `${agency}: ${longDays} days over 16 h, ${aroundTheClock} around the clock, ${identical} identical totals`,
  )
  return { what: 'flags', ok: true, says: told.join('; ') || 'no odd totals in four weeks', counts: found }
}

/** The newest that the hub has written down: no right clock stands before it. */
async function newestInstant(store: Store): Promise<number> {
  const report = await store
    .selectFrom('devices')
    .select(e => e.fn.max('last_report_at').as('at'))
    .executeTakeFirst()
  const [release] = await listReleases(store, 1)
  return Math.max(Number(report?.at ?? 0), release?.at ?? 0)
}

/** A clock from before the program was written, or from before what is stored, cannot be right. */
function clock(now: number, newest: number): Finding {
  const what = 'clock'
  const says = `${new Date(now).toISOString()}, here it is ${dayOf(now)}`
  if (now <= BUILT_AFTER) return { what, ok: false, says: `${says}: set the clock` }
  if (newest <= now + MAX_CLOCK_DIFFERENCE_MS) return { what, ok: true, says }
  const stored = new Date(newest).toISOString()
  return {
    what,
    ok: false,
    says: `${says}: but something of ${stored} is stored; the clock was set back, set it right`,
  }
}

function disk({ databaseUrl }: ServeConfig): Finding {
  if (isPostgres(databaseUrl)) return { what: 'disk', ok: true, says: "PostgreSQL's own; watch it there" }
  try {
    const { bavail, bsize } = statfsSync(dirname(pathOf(databaseUrl)))
    const free = bavail * bsize
    return { what: 'disk', ok: free >= MIN_FREE_BYTES, says: `${Math.floor(free / 1024 / 1024)} MiB free` }
  } catch {
    return { what: 'disk', ok: false, says: `the folder of ${databaseUrl} cannot be read` }
  }
}
