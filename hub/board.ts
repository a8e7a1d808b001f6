// Released rows → the Snapshot that every surface reads. Nothing unreleased is in reach here.
import { addWeeks, type DayKey, dayOf, weekOf } from '../shared/core/day.ts'
import { ranks } from '../shared/core/rank.ts'
import { type Agency, type Campaign, campaignState } from '../shared/wire/campaign.ts'
import type { AgencyScore, Snapshot } from '../shared/wire/snapshot.ts'
import { listAgencies } from './store/agencies.ts'
import type { Store } from './store/db.ts'
import { closedWeeks, finalsSince, lastRelease, releasedScores } from './store/releases.ts'
import type { ReleasedScoreRow, WeeklyFinalRow } from './store/schema.ts'

/** Weekly finals in a trend. */
const TREND_WEEKS = 12

/** A weekly final comes every seven days at the latest; a display older than eight has missed one. */
const TTL_SECONDS = 8 * 86_400

/** Reads the newest released cells of a campaign. */
export async function readBoard(
  store: Store,
  campaign: Campaign,
  sample: boolean,
  now: number,
): Promise<Snapshot> {
  const agencies = await listAgencies(store)
  const cells = new Map((await releasedScores(store, campaign.id)).map(cell => [cell.agency_id, cell]))
  const weeks = [...(await closedWeeks(store, campaign.id, TREND_WEEKS))].reverse()
  const since = weeks[0] ?? weekOf(dayOf(now))
  // One week more than the trend shows: the oldest final also has a predecessor.
  const finals = byAgency(await finalsSince(store, campaign.id, addWeeks(since, -1)))
  const newest = await lastRelease(store, campaign.id)
  const day = latestDay([...cells.values()]) ?? dayOf(now)
  const places = ranks(
    agencies.map(({ id, level, block }) => {
      const cell = cells.get(id)
      return { id, level, block, score: cell?.state === 'ranked' ? cell.score : null }
    }),
  )
  return {
    version: 1,
    release: newest?.release ?? 0,
    campaign: campaign.id,
    day,
    week: weekOf(day),
    at: newest?.at ?? now,
    ttl: TTL_SECONDS,
    final: campaignState(campaign, dayOf(now)) === 'ended',
    sample,
    tiers: campaign.score.tiers.map(({ id, name, from }) => ({ id, name, from })),
    agencies: agencies.map(agency => ({
      ...identity(agency),
      ...shown(cells.get(agency.id), finals.get(agency.id) ?? []),
      rank: places.get(agency.id)?.rank ?? null,
      of: places.get(agency.id)?.of ?? null,
      trend: trend(weeks, finals.get(agency.id) ?? []),
    })),
  }
}

const identity = ({ id, name, level, block }: Agency) => ({ id, name, level, block })

const latestDay = (cells: readonly ReleasedScoreRow[]): DayKey | undefined =>
  cells
    .map(cell => cell.day)
    .sort()
    .at(-1)

function byAgency(finals: readonly WeeklyFinalRow[]): ReadonlyMap<string, readonly WeeklyFinalRow[]> {
  const map = new Map<string, WeeklyFinalRow[]>()
  for (const final of finals) {
    const list = map.get(final.agency_id)
    if (list) list.push(final)
    else map.set(final.agency_id, [final])
  }
  return map
}

function shown(
  cell: ReleasedScoreRow | undefined,
  finals: readonly WeeklyFinalRow[],
): Pick<AgencyScore, 'state' | 'score' | 'tier' | 'change' | 'at'> {
  if (!cell) return { state: 'no-data', score: null, tier: null, change: null, at: null }
  const { state, score, tier, at } = cell
  return { state, score, tier, change: change(cell, finals), at }
}

/** Against the last final of an earlier week than the one that the cell speaks of. */
function change(cell: ReleasedScoreRow, finals: readonly WeeklyFinalRow[]): number | null {
  const week = weekOf(cell.day)
  const before = finals.filter(final => final.week < week).at(-1)
  return cell.score === null || !before || before.score === null ? null : cell.score - before.score
}

const trend = (weeks: readonly string[], finals: readonly WeeklyFinalRow[]): AgencyScore['trend'] =>
  weeks.map(week => ({ week, score: finals.find(final => final.week === week)?.score ?? null }))
