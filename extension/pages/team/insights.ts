// What the released weeks answer at a glance: the weakest platform, the block, and whether a training worked.

import type { BasisPoints } from '../../../shared/core/basis-points.ts'
import { weekOf } from '../../../shared/core/day.ts'
import type { Range, Team, TeamNote, TeamWeek } from '../../../shared/wire/team.ts'

/** The platform that the fewest use, where one stands out among two that are released at least. */
export function weakestPlatform({
  detail,
}: TeamWeek): { readonly platform: string; readonly users: Range } | null {
  const released = (detail?.platforms ?? []).flatMap(({ platform, users }) =>
    users.told ? [{ platform, users: users.value }] : [],
  )
  const [least, next] = released.sort((a, b) => a.users.from - b.users.from || a.users.to - b.users.to)
  return least && next && least.users.from < next.users.from ? least : null
}

/** Percentage points above the median of the block, below it where negative. */
export function aboveBlockMedian({ block }: Team, { activeShare }: TeamWeek): number | null {
  const median = block?.activeShare ?? null
  return activeShare.told && median !== null ? (activeShare.value - median) / 100 : null
}

/** Weeks that are looked at on either side of a note. */
const AROUND = 4
/** A mean of one week would be that week's mood. */
const FEWEST = 2

export interface Effect {
  readonly before: BasisPoints
  readonly after: BasisPoints
}

/** Mean weekly use of up to four weeks before the week of a note, and of up to four from it on. Released weeks alone. */
export function noteEffect({ weeks }: Team, { day }: TeamNote): Effect | null {
  const noted = weekOf(day)
  const shares = (own: readonly TeamWeek[]): BasisPoints | null => {
    const released = own.flatMap(({ activeShare }) => (activeShare.told ? [activeShare.value] : []))
    return released.length < FEWEST
      ? null
      : Math.round(released.reduce((sum, one) => sum + one, 0) / released.length)
  }
  const before = shares(weeks.filter(({ week }) => week < noted).slice(-AROUND))
  const after = shares(weeks.filter(({ week }) => week >= noted).slice(0, AROUND))
  return before === null || after === null ? null : { before, after }
}
