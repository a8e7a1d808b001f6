// kill -9 in the middle of everything, again and again: nothing acknowledged may be missing, nothing counted twice.
import { setTimeout as wait } from 'node:timers/promises'
import { loadCampaigns } from '../../hub/campaigns.ts'
import { readConfig } from '../../hub/config.ts'
import { recount } from '../../hub/ingest/recount.ts'
import { openStore } from '../../hub/store/db.ts'
import { inTransaction } from '../../hub/store/transaction.ts'
import { dayOf } from '../../shared/core/day.ts'
import { AGENCIES, type BenchHub, type Kind, PLATFORMS, startBenchHub } from './bench-hub.ts'
import { check, newTally, openBooks, sendAll, type Tally } from './ledger.ts'

export interface KillWish {
  readonly rounds: number
  readonly people: number
  /** How long a round lasts before the kill, at least and at most. */
  readonly ms: readonly [from: number, to: number]
}

/** Kills a hub on a fresh database `rounds` times under load. */
export async function kills(kind: Kind, { rounds, people, ms }: KillWish): Promise<Tally> {
  const stand = await startBenchHub(kind)
  try {
    const tally = newTally()
    let hub = await stand.start()
    const books = openBooks(await stand.people(people))
    for (let round = 0; round < rounds; round += 1) {
      const stop = new AbortController()
      const load = sendAll(stand.line, books, PLATFORMS, tally, stop.signal)
      if (round % EARLY !== 0) await acknowledges(tally, people)
      await wait(ms[0] + Math.random() * (ms[1] - ms[0]))
      await hub.kill()
      stop.abort()
      await load
      hub = await stand.start()
      await check(stand.line, books, tally)
    }
    await hub.stop()
    tally.doubles += await driftOf(stand)
    return tally
  } finally {
    await stand.away()
  }
}

/** Every so many rounds the kill may come before anything was acknowledged; in the others there is something to lose. */
const EARLY = 4
const PATIENCE_MS = 10_000

/** Waits until so many more reports were acknowledged; a very slow machine is not waited for. */
async function acknowledges(tally: Tally, more: number): Promise<void> {
  const enough = tally.acknowledged + more
  const until = Date.now() + PATIENCE_MS
  while (tally.acknowledged < enough && Date.now() < until) await wait(20)
}

/** Agencies whose running sums differ from what a full recount gives. */
export async function driftOf({ env }: BenchHub): Promise<number> {
  const config = readConfig(env)
  const campaigns = config.ok ? loadCampaigns(config.value.campaignsDir) : config
  if (!config.ok || !campaigns.ok) throw new Error('the bench has no campaigns')
  const opened = await openStore(config.value.databaseUrl)
  if (!opened.ok) throw new Error(opened.detail)
  const store = opened.value
  let drift = 0
  for (const campaign of campaigns.value.campaigns) {
    for (const agency of AGENCIES) {
      const today = dayOf(Date.now())
      const hub = { campaigns: campaigns.value }
      if (
        await inTransaction(store, step =>
          recount(step, { campaign, campaigns: hub.campaigns }, agency, today),
        )
      )
        drift += 1
    }
  }
  await store.destroy()
  return drift
}
