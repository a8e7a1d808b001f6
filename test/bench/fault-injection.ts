// What else may befall a hub: a full disk, a database that restarts, a clock set back, a file cut short, a second hub.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { createHub } from '../../hub/app.ts'
import { loadCampaigns } from '../../hub/campaigns.ts'
import { readConfig, SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import type { HubConnection } from '../../hub/sample/simulated-device.ts'
import { openStore } from '../../hub/store/db.ts'
import { DAY_MS } from '../../shared/core/day.ts'
import { HubProcess } from '../journey/hub-process.ts'
import { type BenchHub, enrolAll, type Kind, PLATFORMS, startBenchHub } from './bench-hub.ts'
import { driftOf } from './kills.ts'
import { check, newTally, openBooks, sendAll, type Tally } from './ledger.ts'

/** Load for a while, with something happening in the middle of it; then everything is compared. */
async function under(
  stand: BenchHub,
  people: number,
  ms: number,
  happens: () => Promise<unknown>,
): Promise<Tally> {
  const tally = newTally()
  const books = openBooks(await stand.people(people))
  const stop = new AbortController()
  const load = sendAll(stand.line, books, PLATFORMS, tally, stop.signal)
  await wait(ms)
  await happens()
  await wait(ms)
  stop.abort()
  await load
  await check(stand.line, books, tally)
  return tally
}

/** PostgreSQL is restarted `times` under load. */
export async function restarts(times: number, people: number): Promise<Tally> {
  const stand = await startBenchHub('PostgreSQL')
  try {
    const hub = await stand.start()
    const tally = await under(stand, people, 1000, async () => {
      for (let i = 0; i < times; i += 1) {
        await stand.restartDatabase()
        await wait(1000)
      }
    })
    await hub.stop()
    tally.doubles += await driftOf(stand)
    return tally
  } finally {
    await stand.away()
  }
}

const DISK_MB = 8

/** The disk of SQLite fills up under load, then has room again; null where this user may not make a disk. */
export async function fullDisk(people: number): Promise<Tally | null> {
  const dir = mkdtempSync(join(tmpdir(), 'nhipso-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', dir], { stdio: 'ignore' })
  } catch {
    rmSync(dir, { recursive: true })
    return null
  }
  const stand = await startBenchHub('SQLite', {}, dir)
  try {
    const hub = await stand.start()
    const filler = join(dir, 'filler')
    const tally = await under(stand, people, 1500, async () => {
      fill(filler)
      await wait(1500)
      rmSync(filler)
    })
    await hub.stop()
    tally.doubles += await driftOf(stand)
    return tally
  } finally {
    await stand.away()
    execFileSync('umount', [dir])
    rmSync(dir, { recursive: true })
  }
}

/** Takes what is left of the disk, to the last page. */
function fill(path: string): void {
  for (const size of [1 << 20, 4096, 1]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // full for pieces of this size
    }
  }
}

/** The hub's clock is set back by a day under load, and forward again. */
export async function clockBack(kind: Kind, people: number): Promise<Tally> {
  const stand = await startBenchHub(kind)
  const config = readConfig(stand.env)
  const campaigns = loadCampaigns(SHIPPED_CAMPAIGNS)
  const opened = config.ok ? await openStore(config.value.databaseUrl) : config
  if (!config.ok || !campaigns.ok || !opened.ok) throw new Error('the bench cannot open its store')
  let off = 0
  const now = () => Date.now() + off
  const log = { info: () => undefined, error: (event: object) => console.error(event) }
  const random = (count: number) => new Uint8Array(randomBytes(count))
  const parts = { store: opened.value, campaigns: campaigns.value, config: config.value }
  const hub = createHub({ ...parts, now, log, random, render: null, widgets: null })
  // the devices' clocks are set back with the hub's: they stand on the same desk
  const line: HubConnection = { hub: stand.line.hub, post: request => hub.fetch(request), now }
  try {
    await hub.tick()
    const books = openBooks(await enrolAll(stand.env, line, people))
    const tally = newTally()
    for (const next of [0, -DAY_MS, 0]) {
      off = next
      await hub.tick()
      const stop = new AbortController()
      const load = sendAll(line, books, PLATFORMS, tally, stop.signal)
      await wait(800)
      stop.abort()
      await load
    }
    await check(line, books, tally)
    await hub.close()
    tally.doubles += await driftOf(stand)
    return tally
  } finally {
    await opened.value.destroy()
    await stand.away()
  }
}

/** A second hub on the same SQLite file: is it refused? */
export async function secondHub(): Promise<boolean> {
  const stand = await startBenchHub('SQLite')
  try {
    await stand.start()
    const other = new HubProcess({ ...stand.env, PORT: '0', METRICS_PORT: '' })
    return (await other.ended()) === 1 && other.output.includes('another hub serves it')
  } finally {
    await stand.away()
  }
}

/**
 * The write-ahead log of a killed hub, cut at random places as a torn write leaves it.
 * @returns how many of the cuts opened soundly, and held a state that had once been there
 */
export async function tornLogs(cuts: number, people: number): Promise<{ cuts: number; sound: number }> {
  const dir = mkdtempSync(join(tmpdir(), 'nhipso-torn-'))
  const stand = await startBenchHub('SQLite', {}, dir)
  try {
    const hub = await stand.start()
    const books = openBooks(await stand.people(people))
    const stop = new AbortController()
    const load = sendAll(stand.line, books, PLATFORMS, newTally(), stop.signal)
    await wait(1500)
    await hub.kill()
    stop.abort()
    await load
    const [from, wal] = [join(dir, 'hub.db'), statSync(join(dir, 'hub.db-wal')).size]
    let sound = 0
    for (let i = 0; i < cuts; i += 1) {
      const to = join(dir, `cut-${i}.db`)
      copyFileSync(from, to)
      copyFileSync(`${from}-wal`, `${to}-wal`)
      truncateSync(`${to}-wal`, Math.floor(Math.random() * wal))
      if (
        isSound(
          to,
          books.map(book => book.seq),
        )
      )
        sound += 1
    }
    return { cuts, sound }
  } finally {
    await stand.away()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Opens, is whole, and no row tells more than was ever sent. */
function isSound(path: string, seqs: readonly number[]): boolean {
  const db = new Database(path)
  try {
    const whole = db.pragma('integrity_check', { simple: true }) === 'ok'
    const kept = db.pragma('foreign_key_check')
    const most = db.prepare('select max(seconds) from device_days').pluck().get()
    const told = typeof most === 'number' ? most : 0
    return whole && Array.isArray(kept) && kept.length === 0 && told <= Math.max(...seqs)
  } catch {
    return false
  } finally {
    db.close()
  }
}
