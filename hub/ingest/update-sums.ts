// People whose days changed → their credits, and the sums of their agencies by the difference.
import type { DayKey } from '../../shared/core/day.ts'
import type { PersonDay } from '../../shared/core/score.ts'
import type { Level } from '../../shared/wire/campaign.ts'
import { type Campaigns, running } from '../campaigns.ts'
import { type HeldCredit, heldCredits, moveScores, putCredits } from '../store/credits.ts'
import type { Trx } from '../store/schema.ts'
import { contributing } from './credit.ts'

/** A person with all days of the window, as they are now. */
export interface Changed {
  readonly agency: string
  readonly level: Level
  readonly member: string
  readonly days: readonly PersonDay[]
}

/** One person in one campaign: the new credit, and how it differs from the old one. */
interface Moved {
  readonly agency: string
  readonly campaign: string
  readonly member: string
  readonly total: number
  readonly contributes: number
  readonly by: readonly [credit: number, contributors: number, changed: number]
}

/** Moves every running campaign. @param people each of whom stands once */
export async function moveCredits(
  step: Trx,
  campaigns: Campaigns,
  people: readonly Changed[],
  today: DayKey,
): Promise<void> {
  if (people.length === 0) return
  const counting = running(campaigns.campaigns, today).map(campaign => ({
    campaign: campaign.id,
    credit: contributing(today, campaign, campaigns),
  }))
  const asked = counting.flatMap(({ campaign }) => people.map(one => [one.agency, campaign, one.member]))
  const old = new Map((await heldCredits(step, asked)).map(one => [`${one.campaign} ${one.member}`, one]))
  const moved = counting.flatMap(({ campaign, credit }) =>
    people.map(({ agency, member, days, level }): Moved => {
      const now = credit(days, level)
      const by = difference(now, old.get(`${campaign} ${member}`))
      return { agency, campaign, member, ...now, by }
    }),
  )
  await putCredits(
    step,
    moved.map(one => [one.agency, one.campaign, one.member, today, one.total, one.contributes, 1]),
  )
  await moveScores(step, sums(moved, today))
}

const difference = (
  now: Pick<HeldCredit, 'total' | 'contributes'>,
  old: HeldCredit | undefined,
): Moved['by'] => [
  now.total - (old?.total ?? 0),
  now.contributes - (old?.contributes ?? 0),
  1 - (old?.changed ?? 0),
]

/** A row for each agency and campaign, always in the same order: two hubs never wait for each other in a ring. */
function sums(moved: readonly Moved[], today: DayKey) {
  const rows = new Map<string, readonly [string, string, number, number, number, string]>()
  for (const { agency, campaign, by } of moved) {
    const key = `${agency} ${campaign}`
    const [, , credit, contributors, changed] = rows.get(key) ?? [agency, campaign, 0, 0, 0]
    rows.set(key, [agency, campaign, credit + by[0], contributors + by[1], changed + by[2], today])
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
