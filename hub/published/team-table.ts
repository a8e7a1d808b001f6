// Stored released cells → the table that a manager's page, its files and the weekly digest are made of.
import { addDays, addWeeks, mondayOf } from '../../shared/core/day.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import type { Team } from '../../shared/wire/team.ts'
import type { HubConfig } from '../config.ts'
import type { KnownAgency } from '../store/agencies.ts'
import type { Store } from '../store/schema.ts'
import { blockWeek, notesOf, releasedWeek, teamWeeks } from '../store/team.ts'

export const WEEKS_TOLD = 12
/** A median of fewer agencies would tell the other one. */
const BLOCK_FROM = 3

/** The weeks up to `week` (or up to the newest); null where nothing was released. */
export async function teamTable(
  { store, config }: { readonly store: Store; readonly config: HubConfig },
  campaign: Campaign,
  agency: KnownAgency,
  week: string | null,
): Promise<Team | null> {
  const rows = await teamWeeks(store, { agency: agency.id, campaign: campaign.id, week }, WEEKS_TOLD)
  const [newest] = rows
  if (!newest) return null
  const weeks = rows.map(releasedWeek).reverse()
  const from = mondayOf(weeks[0]?.week ?? newest.week)
  const notes = await notesOf(store, agency.id, from, addDays(mondayOf(addWeeks(newest.week, 1)), 6))
  return {
    version: 1,
    release: newest.release,
    at: newest.at,
    agency: { id: agency.id, name: agency.name },
    campaign: campaign.id,
    minGroup: config.minGroup,
    sample: config.sample,
    week: newest.week,
    weeks,
    block: await blockOf(store, campaign, agency, newest.week),
    score: { ...campaign.score.weights, ...asked(campaign, agency) },
    notes: [...notes],
  }
}

const asked = ({ score }: Campaign, { level }: KnownAgency) => {
  const target = Math.max(...score.tiers.map(tier => tier.from)) * 100
  return {
    target,
    enoughMinutes: Math.round(score.enoughSeconds / 60),
    expected: score.expected[level].length,
  }
}

/** Medians over released shares only: a hidden agency is no part of them. */
async function blockOf(store: Store, campaign: Campaign, { level, block }: KnownAgency, week: string) {
  const tables = (await blockWeek(store, { campaign: campaign.id, week }, { level, block })).map(releasedWeek)
  const shares = (name: 'enrolledShare' | 'activeShare') =>
    tables.flatMap(({ [name]: cell }) => (cell.told ? [cell.value] : [])).sort((a, b) => a - b)
  const median = (sorted: readonly number[]): number | null => {
    if (sorted.length < BLOCK_FROM) return null
    const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0]
    return Math.round((low + high) / 2)
  }
  const enrolled = shares('enrolledShare')
  return {
    agencies: enrolled.length,
    enrolledShare: median(enrolled),
    activeShare: median(shares('activeShare')),
  }
}
