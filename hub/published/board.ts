// Released rows → the Snapshot that every surface reads. Nothing unreleased is in reach here.
import { campaignState } from '../../shared/core/calendar.ts'
import { addWeeks, type DayKey, dayOf, FIRST_WEEK, weekOf } from '../../shared/core/day.ts'
import { ranks } from '../../shared/core/rank.ts'
import type { Campaign, CampaignBundle } from '../../shared/wire/campaign.ts'
import type { AgencyScore, OfficialResult, Snapshot } from '../../shared/wire/snapshot.ts'
import { asOf, isThereOn, type KnownAgency, type Lifetime } from '../store/agencies.ts'
import { type Final, finalsSince } from '../store/finals.ts'
import { closedWeeks, lastRelease, releasedScores } from '../store/releases.ts'
import type { ReleasedScoreRow } from '../store/schema.ts'
import type { StoreContext } from '../store/store-context.ts'

/** Weekly finals in a trend. */
const TREND_WEEKS = 12

/** A weekly final comes every seven days at the latest; a display older than eight has missed one. */
const TTL_SECONDS = 8 * 86_400

/** One campaign as it is published: both halves come from the same moment. */
export interface Board {
  readonly bundle: CampaignBundle
  readonly snapshot: Snapshot
  /** Agencies that have ended, as they were told last: each keeps its own finals. */
  readonly past: readonly AgencyScore[]
  /** Official results by agency, beside the snapshot: they come from other hands than the score. */
  readonly official: ReadonlyMap<string, readonly OfficialResult[]>
  /** The final table of a campaign that has ended was decided: `GET /api/v1/campaigns/{id}/final.csv`. */
  readonly decided: boolean
  /** Changes whenever either half changes. */
  readonly version: string
}

/** The agencies of today, and those that have ended. */
type BoardAgencies = Pick<Board, 'snapshot' | 'past'>

/** Reads the newest released cells of a campaign. @param lifetimes all agencies that ever were */
export async function readBoard(
  { store, config: { sample } }: Pick<StoreContext, 'store' | 'config'>,
  lifetimes: readonly Lifetime[],
  campaign: Campaign,
  now: number,
): Promise<BoardAgencies> {
  const today = dayOf(now)
  const agencies = lifetimes.filter(one => isThereOn(one, today)).map(one => asOf(one, today))
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
  const snapshot: Snapshot = {
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
      ...lineage(agency.id, lifetimes),
    })),
  }
  const gone = lifetimes.filter(one => one.validTo !== null && one.validTo < today)
  const all = gone.length > 0 ? byAgency(await finalsSince(store, campaign.id, FIRST_WEEK)) : null
  return { snapshot, past: pastScores(gone, lifetimes, all, cells) }
}

/** Agencies that have ended keep their own last weeks; they take no part in ranks. */
function pastScores(
  gone: readonly Lifetime[],
  lifetimes: readonly Lifetime[],
  all: ReadonlyMap<string, readonly Final[]> | null,
  cells: ReadonlyMap<string, ReleasedScoreRow>,
): readonly AgencyScore[] {
  return gone.map(one => {
    const finals = all?.get(one.id) ?? []
    return {
      ...identity(one),
      ...shown(cells.get(one.id), finals),
      rank: null,
      of: null,
      trend: trend(finals.map(final => final.week).slice(-TREND_WEEKS), finals),
      ...(one.validTo && { ended: one.validTo }),
      ...lineage(one.id, lifetimes),
    }
  })
}

/** Whom an agency came from, and who carries on its work. */
function lineage(
  id: string,
  lifetimes: readonly Lifetime[],
): Pick<AgencyScore, 'predecessors' | 'successors'> {
  const own = lifetimes.find(one => one.id === id)?.predecessors ?? []
  const predecessors = lifetimes.flatMap(one =>
    own.filter(before => before.id === one.id).map(({ day }) => ({ id: one.id, name: one.name, day })),
  )
  const successors = lifetimes.flatMap(one =>
    one.predecessors
      .filter(before => before.id === id)
      .map(({ day }) => ({ id: one.id, name: one.name, day })),
  )
  return {
    ...(predecessors.length > 0 && { predecessors }),
    ...(successors.length > 0 && { successors }),
  }
}

const identity = ({ id, name, level, block }: KnownAgency) => ({ id, name, level, block })

const latestDay = (cells: readonly ReleasedScoreRow[]): DayKey | undefined =>
  cells
    .map(cell => cell.day)
    .sort()
    .at(-1)

function byAgency(finals: readonly Final[]): ReadonlyMap<string, readonly Final[]> {
  const map = new Map<string, Final[]>()
  for (const final of finals) {
    const list = map.get(final.agency_id)
    if (list) list.push(final)
    else map.set(final.agency_id, [final])
  }
  return map
}

function shown(
  cell: ReleasedScoreRow | undefined,
  finals: readonly Final[],
): Pick<AgencyScore, 'state' | 'score' | 'tier' | 'change' | 'at'> {
  if (!cell) return { state: 'no-data', score: null, tier: null, change: null, at: null }
  const { state, score, tier, at } = cell
  return { state, score, tier, change: change(cell, finals), at }
}

/** Against the last final of an earlier week than the one that the cell speaks of. */
function change(cell: ReleasedScoreRow, finals: readonly Final[]): number | null {
  const week = weekOf(cell.day)
  const before = finals.filter(final => final.week < week).at(-1)
  return cell.score === null || !before || before.score === null ? null : cell.score - before.score
}

const trend = (weeks: readonly string[], finals: readonly Final[]): AgencyScore['trend'] =>
  weeks.map(week => {
    const final = finals.find(one => one.week === week)
    return { week, score: final?.score ?? null, ...(final?.reason && { corrected: final.reason }) }
  })
