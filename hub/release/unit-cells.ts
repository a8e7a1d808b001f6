// The people of an agency by unit (phòng, ban) → what may be told of units beside each other. Pure.

import { type Band, sizeBand } from '../../shared/core/band.ts'
import { FULL } from '../../shared/core/basis-points.ts'
import { derive, type Interval, type Quantity } from '../../shared/core/derive.ts'
import { hiddenParts, MIN_SIDE } from '../../shared/core/suppress.ts'
import type { HiddenBecause, ReleasedCell, TeamUnit } from '../../shared/wire/team.ts'
import { minutesOf, quantile } from './quantiles.ts'
import { releasedCell, shareCell, suppressedCell } from './suppress-cell.ts'
import type { PersonWeek, TeamNumbers, WeekRules } from './team-numbers.ts'

/** A unit, or those who named none. */
interface Part {
  /** '' for those who named none. */
  readonly id: string
  readonly size: number
  readonly members: readonly PersonWeek[]
}

/** What the agency's own cells tell of those whom the units divide among them. */
export interface Wholes {
  readonly active: Interval
  /** In the order of the platforms. */
  readonly users: readonly Interval[]
}

/**
 * The units beside each other, and those who named none. A fixed list: an empty unit looks like a small one.
 * @param why the agency's own activity is hidden, and so is theirs
 */
export function unitsOf(
  { people, units, sizes, enrolled }: TeamNumbers,
  why: HiddenBecause | null,
  wholes: Wholes,
  { k, platforms }: WeekRules,
): TeamUnit[] {
  if (units.size === 0) return []
  const parts = [...units.keys(), ''].map((id): Part => {
    const members = people.filter(one => (one.unit !== null && units.has(one.unit) ? one.unit : '') === id)
    return { id, members, size: sizes.get(id) ?? 0 }
  })
  const gone = enrolled < k ? new Set(parts.map(part => part.id)) : hiddenParts(parts, k)
  const shares = (whole: Interval, count: (members: readonly PersonWeek[]) => number) =>
    sharesOf({ parts, gone, k }, why, whole, count)
  const active = shares(wholes.active, members => workingOf(members).length)
  const users = platforms.map((platform, i) =>
    shares(wholes.users[i] ?? { from: 0, to: enrolled }, members => usersOf(members, platform)),
  )
  return parts.map((part, i) => {
    const about = { unit: part.id || null, name: units.get(part.id) ?? null }
    if (gone.has(part.id)) return { ...about, ...hiddenUnit(platforms.length) }
    const band = sizeBand(part.size, k)
    const own = active[i] ?? suppressedCell('complement')
    return {
      ...about,
      size: releasedCell(band),
      active: own,
      minutes: unitMinutes(part, band, own, k),
      platforms: users.map(cells => cells[i] ?? suppressedCell('complement')),
    }
  })
}

/**
 * How many of these people used a platform in their week. Not released as it is: the caller rounds or hides
 * it.
 */
export const usersOf = (people: readonly PersonWeek[], platform: string): number =>
  people.filter(one => one.platforms.includes(platform)).length

const workingOf = (people: readonly PersonWeek[]): readonly PersonWeek[] => people.filter(one => one.days > 0)

/** The units of an agency, those that are hidden, and the minimum group. */
interface Units {
  readonly parts: readonly Part[]
  readonly gone: ReadonlySet<string>
  readonly k: number
}

/**
 * One figure of all units. Whoever knows from the corridor how many of each unit have joined could work out small
 * units, or that nearly all of a large one belong to it, from the whole and the other ranges: then all ranges go.
 */
function sharesOf(
  { parts, gone, k }: Units,
  why: HiddenBecause | null,
  whole: Interval,
  count: (members: readonly PersonWeek[]) => number,
): readonly ReleasedCell<Band>[] {
  const cells = parts.map(({ id, members, size }): ReleasedCell<Band> => {
    if (gone.has(id) || why) return suppressedCell(gone.has(id) ? 'small-unit' : (why ?? 'too-few'))
    return shareCell(count(members), size, k, sizeBand(size, k).from)
  })
  if (why || !isWorkedOut(parts, cells, whole, k)) return cells
  return parts.map(({ id }) => suppressedCell(gone.has(id) ? 'small-unit' : 'complement'))
}

function isWorkedOut(
  parts: readonly Part[],
  cells: readonly ReleasedCell<Band>[],
  whole: Interval,
  k: number,
): boolean {
  const spans = parts.map(({ id, size }, i): Quantity => {
    const cell = cells[i]
    if (!cell?.told) return { id, from: 0, to: size, hidden: true }
    const [from, to] = [(cell.value.from * size) / FULL, (cell.value.to * size) / FULL]
    return { id, from: Math.ceil(from), to: Math.floor(to), hidden: false }
  })
  const all = { id: WHOLE, ...whole, hidden: false }
  const known = derive([all, ...spans], [{ id: WHOLE, parts: parts.map(part => part.id) }])
  return parts.some(({ id, size }, i) => {
    const [cell, span] = [cells[i], known.get(id)]
    if (!span || !cell || size === 0) return false
    if (cell.told) return span.from > size - MIN_SIDE || span.to < MIN_SIDE
    return size < k && span.to - span.from < MIN_SIDE && (span.to < size || span.from > 0)
  })
}

/** No unit is called so: it is no slug. */
const WHOLE = '*'

const FIVE = 5

/** Told where the ranges beside it show that k people were active: so that it tells nothing of how many were. */
function unitMinutes(
  { members }: Part,
  size: Band,
  active: ReleasedCell<Band>,
  k: number,
): TeamUnit['minutes'] {
  if (!active.told) return active
  if (size.from * active.value.from < k * FULL) return suppressedCell('one-sided')
  return releasedCell(Math.round(quantile(minutesOf(workingOf(members)), 0.5) / FIVE) * FIVE)
}

/** Of every hidden unit the same is told: which of them is the small one stays open. */
function hiddenUnit(platforms: number): Omit<TeamUnit, 'unit' | 'name'> {
  const cell = suppressedCell('small-unit')
  return { size: cell, active: cell, minutes: cell, platforms: Array.from({ length: platforms }, () => cell) }
}
