// What happens as time passes: weeks close, the day rolls over, live scores are released where the rule lets them.

import { addDays, addWeeks, type DayKey, dayOf, weekOf } from '../../shared/core/day.ts'
import { HUB_RETENTION_DAYS } from '../../shared/core/retention.ts'
import type { Agency, Campaign } from '../../shared/wire/campaign.ts'
import { running } from '../campaigns.ts'
import { type Repaired, rollOver } from '../ingest/recount.ts'
import { agenciesOn, agencyIds } from '../store/agencies.ts'
import { markReleased, scoresDue } from '../store/credits.ts'
import { countMembers } from '../store/members.ts'
import { addRelease, meansBefore, putReleasedScore } from '../store/releases.ts'
import { firstDay, forgetDaysBefore } from '../store/reports.ts'
import type { AgencyScoreRow, Store, Trx } from '../store/schema.ts'
import type { StoreContext } from '../store/store-context.ts'
import { inTransaction } from '../store/transaction.ts'
import { yieldToEventLoop } from '../yield.ts'
import { closeWeeks } from './close-week.ts'
import { cellOf, wholeWeeks } from './score-cell.ts'

/** What one pass did. */
export interface ReleaseRun {
  /** Weekly finals that were frozen. */
  readonly closed: number
  /** Agencies whose live score was released. */
  readonly released: number
  /** What the recount of a new day found wrong, and put right. */
  readonly repaired: readonly Repaired[]
}

/**
 * One pass: everything that is due by now, and nothing twice. The minimum group holds always;
 * `atOnce` (the operator's `release now`) only skips the waiting time.
 */
export async function releaseDue(hub: StoreContext, now: number, atOnce = false): Promise<ReleaseRun> {
  const closed = await closeWeeks(hub, now)
  const today = dayOf(now)
  let released = 0
  const repaired: Repaired[] = []
  for (const campaign of running(hub.campaigns.campaigns, today)) {
    repaired.push(...(await rollOver(hub, campaign, today)))
    const before = now - (atOnce ? 0 : hub.config.releaseMinIntervalMs)
    released += await releaseLive(hub, campaign, now, before)
  }
  return { closed, released, repaired }
}

/** Day totals beyond their time are deleted, agency by agency. */
export async function forgetOldDays(store: Store, today: DayKey): Promise<void> {
  for (const id of await agencyIds(store)) {
    await forgetDaysBefore(store, id, addDays(today, -HUB_RETENTION_DAYS))
    await yieldToEventLoop()
  }
}

const releaseLive = (hub: StoreContext, campaign: Campaign, now: number, before: number): Promise<number> =>
  inTransaction(hub.store, async step => {
    const there = new Map((await agenciesOn(step, dayOf(now))).map(one => [one.id, one]))
    const due = (await scoresDue(step, campaign.id, hub.config.minGroup, before)).flatMap(sums => {
      const agency = there.get(sums.agency_id)
      return agency ? [{ sums, agency }] : [] // an agency that has ended keeps its last final
    })
    if (due.length === 0) return 0
    const release = await addRelease(step, { campaign_id: campaign.id, at: now, kind: 'live', week: null })
    for (const { sums, agency } of due)
      await releaseOne(step, { campaign, k: hub.config.minGroup }, { agency, sums }, { release, at: now })
    return due.length
  })

async function releaseOne(
  step: Trx,
  { campaign, k }: { readonly campaign: Campaign; readonly k: number },
  { agency, sums }: { readonly agency: Agency; readonly sums: AgencyScoreRow },
  { release, at }: { readonly release: number; readonly at: number },
): Promise<void> {
  const day = dayOf(at)
  const means = await meansBefore(step, campaign.id, addWeeks(weekOf(day), 1))
  const cell = cellOf(
    {
      headcount: agency.headcount,
      enrolled: await countMembers(step, agency.id),
      contributors: sums.contributors,
      creditSum: sums.credit_sum,
      weeks: wholeWeeks(await firstDay(step, agency.id), day),
    },
    means.get(agency.level) ?? campaign.score.priorMean,
    campaign.score,
    k,
  )
  const key = { agency_id: agency.id, campaign_id: campaign.id }
  await putReleasedScore(step, { ...key, release, ...cell, day, at })
  await markReleased(step, agency.id, campaign.id, at)
}
