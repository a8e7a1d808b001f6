// Weekly finals of a campaign that has ended → its final table (tổng kết). Made of released cells and nothing else.
import { campaignState } from '../../shared/core/calendar.ts'
import { dayOf, FIRST_WEEK } from '../../shared/core/day.ts'
import { ranks } from '../../shared/core/rank.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { type Tenths, tierOf } from '../../shared/core/score.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import type { AgencyScore } from '../../shared/wire/snapshot.ts'
import type { Summary } from '../../shared/wire/summary.ts'
import { type KnownAgency, lifetimes } from '../store/agencies.ts'
import { addCampaignFinals, campaignFinals, type Final, finalsSince } from '../store/finals.ts'
import { addRelease, releaseNumbered } from '../store/releases.ts'
import type { CampaignFinalRow, Store } from '../store/schema.ts'
import type { StoreContext } from '../store/store-context.ts'
import { inTransaction } from '../store/transaction.ts'
import { closeWeeks } from './close-week.ts'

/** Scored in at least this part of the weeks, an agency is ranked. */
const RANKED_FROM = 0.5

type FinalLine = Omit<CampaignFinalRow, 'release' | 'campaign_id'>

/** Decides the final table, once. @returns how many agencies stand in it */
export async function decide(
  hub: StoreContext,
  campaign: Campaign,
  now: number,
): Promise<Result<number, 'refused'>> {
  if (campaignState(campaign, dayOf(now)) !== 'ended') {
    return fail(
      'refused',
      `${campaign.id} runs until the end of ${campaign.period.toYear}; then it can be decided`,
    )
  }
  await closeWeeks(hub, now)
  return inTransaction(hub.store, async step => {
    const [decided] = await campaignFinals(step, campaign.id)
    if (decided)
      return fail('refused', `the final table of ${campaign.id} is release ${decided.release}; it is frozen`)
    const finals = await finalsSince(step, campaign.id, FIRST_WEEK)
    if (finals.length === 0) return fail('refused', `no week of ${campaign.id} was ever released`)
    const lines = tableOf(await lifetimes(step), finals, campaign)
    const release = await addRelease(step, { campaign_id: campaign.id, at: now, kind: 'final', week: null })
    await addCampaignFinals(
      step,
      lines.map(line => ({ ...line, campaign_id: campaign.id, release })),
    )
    return ok(lines.length)
  })
}

function tableOf(
  agencies: readonly KnownAgency[],
  finals: readonly Final[],
  { score }: Campaign,
): readonly FinalLine[] {
  const weeks = new Set(finals.map(final => final.week)).size
  const lines = agencies.flatMap(agency => {
    const own = finals.filter(final => final.agency_id === agency.id)
    return own.length > 0 ? [lineOf(agency, own, weeks)] : []
  })
  const places = ranks(
    lines.map(({ agency_id: id, level, block, state, score }) => {
      return { id, level, block, score: state === 'ranked' ? score : null }
    }),
  )
  return lines.map(line => {
    const place = places.get(line.agency_id)
    const tier = line.score === null ? null : tierOf(line.score, score.tiers)
    return { ...line, tier, rank: place?.rank ?? null, rank_of: place?.of ?? null }
  })
}

function lineOf({ id, name, level, block }: KnownAgency, own: readonly Final[], weeks: number): FinalLine {
  const told = own.flatMap(final => (final.score === null ? [] : [final.score]))
  return {
    agency_id: id,
    name_vi: name.vi,
    name_en: name.en,
    level,
    block,
    state: stateOf(own, told.length, weeks),
    score: mean(told),
    tier: null,
    rank: null,
    rank_of: null,
    weeks: told.length,
    last_score: told.at(-1) ?? null,
  }
}

function stateOf(own: readonly Final[], told: number, weeks: number): AgencyScore['state'] {
  if (told > 0) return told >= weeks * RANKED_FROM ? 'ranked' : 'provisional'
  return own.some(final => final.state === 'suppressed') ? 'suppressed' : 'no-data'
}

const mean = (scores: readonly Tenths[]): Tenths | null =>
  scores.length === 0 ? null : Math.round(scores.reduce((sum, one) => sum + one, 0) / scores.length)

/** The frozen table as it is told; null where none was decided. */
export async function readSummary(
  store: Store,
  campaign: Campaign,
  sample: boolean,
): Promise<Summary | null> {
  const rows = await campaignFinals(store, campaign.id)
  const [first] = rows
  const released = first && (await releaseNumbered(store, first.release))
  if (!released) return null
  const weeks = [
    ...new Set((await finalsSince(store, campaign.id, FIRST_WEEK)).map(final => final.week)),
  ].sort()
  return {
    version: 1,
    campaign: campaign.id,
    release: released.release,
    at: released.at,
    sample,
    weeks: weeks.length,
    from: weeks[0] ?? FIRST_WEEK,
    to: weeks.at(-1) ?? FIRST_WEEK,
    agencies: [...rows].sort(byPlace).map(row => ({
      id: row.agency_id,
      name: { vi: row.name_vi, en: row.name_en },
      level: row.level,
      block: row.block,
      state: row.state,
      score: row.score,
      tier: row.tier,
      rank: row.rank,
      of: row.rank_of,
      weeks: row.weeks,
      last: row.last_score,
    })),
  }
}

/** By level and block, the best first; who has no rank stands below. */
const byPlace = (a: CampaignFinalRow, b: CampaignFinalRow): number =>
  compare(b.level, a.level) ||
  compare(a.block, b.block) ||
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
  compare(a.agency_id, b.agency_id)

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
