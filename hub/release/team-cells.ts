// The people of an agency in one whole week → the cells of its team table that may be released. Pure: core decides.
import { FULL } from '../../shared/core/basis-points.ts'
import type { Interval } from '../../shared/core/derive.ts'
import { hiddenParts, isLargeEnough, MIN_SIDE, mayTellShare } from '../../shared/core/suppress.ts'
import type { HiddenBecause, ReleasedCell, TeamDetail, TeamWeek } from '../../shared/wire/team.ts'
import { minutesOf, quantile, quartiles } from './quantiles.ts'
import { releasedCell, shareCell, suppressedCell } from './suppress-cell.ts'
import type { PersonWeek, TeamNumbers, WeekRules } from './team-numbers.ts'
import { unitsOf, usersOf } from './unit-cells.ts'

/** The released cells of one week. A count and its share hide together: one would tell the other. */
export function teamWeek(week: string, numbers: TeamNumbers, rules: WeekRules): TeamWeek {
  const { headcount, enrolled, people } = numbers
  const { k } = rules
  const active = people.filter(one => one.days > 0).length
  const enrolledWhy = hiddenBecause(enrolled, headcount, k)
  const activeWhy = activeHiddenBecause(active, enrolled, headcount, k)
  return {
    week,
    headcount,
    enrolled: releasedCell(enrolled, withoutHeadcount(enrolledWhy, enrolled, k)),
    enrolledShare: share(enrolled, headcount, enrolledWhy),
    activeShare: share(active, headcount, headcount === null ? 'no-headcount' : activeWhy),
    detail: detailOf(numbers, active, activeWhy, rules),
  }
}

function hiddenBecause(part: number, headcount: number | null, k: number): HiddenBecause | null {
  if (headcount === null) return 'no-headcount'
  if (!isLargeEnough(part, headcount, k)) return 'too-few'
  return mayTellShare(part, headcount) ? null : 'one-sided'
}

/**
 * Beside the headcount also among the enrolled: "all who joined were active" tells about each of them. Nearly all and
 * too few bear the same reason, for the reason alone would tell which it is.
 */
function activeHiddenBecause(
  active: number,
  enrolled: number,
  headcount: number | null,
  k: number,
): HiddenBecause | null {
  if (enrolled < k || (headcount ?? k) < k) return 'too-few'
  const beside = headcount === null || mayTellShare(active, headcount)
  return active >= k && beside && mayTellShare(active, enrolled) ? null : 'one-sided'
}

/** A count does not need the roll. */
const withoutHeadcount = (why: HiddenBecause | null, part: number, k: number): HiddenBecause | null =>
  why === 'no-headcount' ? (part >= k ? null : 'too-few') : why

const share = (part: number, headcount: number | null, why: HiddenBecause | null): TeamWeek['activeShare'] =>
  why || !headcount
    ? suppressedCell(why ?? 'no-headcount')
    : releasedCell(Math.min(FULL, Math.round((part * FULL) / headcount)))

function detailOf(
  numbers: TeamNumbers,
  active: number,
  why: HiddenBecause | null,
  rules: WeekRules,
): TeamDetail {
  const { enrolled, people, headcount, invited } = numbers
  const { k } = rules
  const working = people.filter(one => one.days > 0)
  const minutes = minutesOf(working)
  const regular = capped(working.filter(one => one.workdays >= rules.regularDays).length, active, k)
  const platforms = rules.platforms.map(platform => {
    return { platform, users: why ? suppressedCell(why) : shareCell(usersOf(people, platform), enrolled, k) }
  })
  return {
    membersSince: numbers.membersSince,
    invited: invited === null ? null : Math.min(invited, headcount ?? invited),
    reported: why ? suppressedCell(why) : reportedCell(numbers, active, k),
    active: releasedCell(active, why),
    regular: why ? suppressedCell(why) : regular,
    stickiness: why ? suppressedCell(why) : stickiness(working, regular, rules),
    breadth: breadth(working, enrolled - active, why, k),
    minutes: why ? suppressedCell(why) : releasedCell(Math.round(quantile(minutes, 0.5))),
    quartiles:
      why || active < QUARTILES_FROM
        ? suppressedCell(why ?? 'under-twenty')
        : releasedCell(quartiles(minutes)),
    short: why
      ? suppressedCell(why)
      : shortCell(minutes.filter(one => one < rules.enoughMinutes).length, active, k),
    platforms,
    units: unitsOf(numbers, why, wholesOf(platforms, active, enrolled), rules),
  }
}

/** What can be known of the active people and of the users of each platform. */
function wholesOf(platforms: TeamDetail['platforms'], active: number, enrolled: number) {
  const users = platforms.map(({ users: cell }): Interval => {
    if (!cell.told) return { from: 0, to: enrolled }
    const { from, to } = cell.value
    return { from: Math.ceil((from * enrolled) / FULL), to: Math.floor((to * enrolled) / FULL) }
  })
  return { active: { from: active, to: active }, users }
}

const QUARTILES_FROM = 20

/**
 * A part of a told whole, never told as more than the whole but three: "nearly all" stays open between four numbers.
 * Hiding it instead would tell it as soon as anything beside it rules out "hardly any". In a whole that has no room
 * for both, nothing is told.
 */
const capped = (part: number, whole: number, k: number): ReleasedCell<number> =>
  part < k || whole < k + MIN_SIDE
    ? suppressedCell('one-sided')
    : releasedCell(Math.min(part, whole - MIN_SIDE))

/**
 * Median and quartiles bound the people with short days from below: half of all where the median is short. What is
 * hidden must leave three numbers open beside such a bound.
 */
function shortCell(short: number, active: number, k: number): ReleasedCell<number> {
  if (active < QUARTILES_FROM) return suppressedCell('under-twenty')
  const bounds = [4, 2].map(part => Math.floor((active - 1) / part) + 1)
  const from = bounds.reduce((least, at) => (at < least && least < at + MIN_SIDE ? at + MIN_SIDE : least), k)
  return short < from ? suppressedCell('one-sided') : capped(short, active, k)
}

const FIVE = 5

/**
 * Who once sent something stays among those who did: the exact count would show each newcomer. It is told in fives,
 * and only where neither it nor the people beside it can be narrowed down by the enrolled and by the active of this
 * week and those before.
 */
function reportedCell(
  { reported, known = 0, enrolled }: TeamNumbers,
  active: number,
  k: number,
): ReleasedCell<number> {
  const told = Math.floor(reported / FIVE) * FIVE
  if (told < k) return suppressedCell('one-sided')
  const lowest = Math.max(active + MIN_SIDE, told, known)
  const highest = Math.min(enrolled - MIN_SIDE, told + FIVE - 1)
  const beside = mayTellShare(reported, enrolled) && reported - active >= MIN_SIDE
  return beside && highest - lowest >= 2 ? releasedCell(told) : suppressedCell('one-sided')
}

/** How many must have reported by now, as anybody can see in the weeks that were released of one membership. */
export const everKnown = (weeks: readonly TeamWeek[]): number =>
  Math.max(
    0,
    ...weeks.map(({ detail }) => {
      const active = detail?.active.told ? detail.active.value : 0
      return detail?.reported.told ? Math.max(detail.reported.value, active + MIN_SIDE) : active
    }),
  )

/**
 * Person-days on working days, of all that would have been possible; never nearer than three to what would tell of
 * each person that they came every day, or only once.
 */
function stickiness(
  working: readonly PersonWeek[],
  regular: ReleasedCell<number>,
  { k, workdays, regularDays }: WeekRules,
): ReleasedCell<number> {
  const people = working.length
  const roomy = people >= k + MIN_SIDE
  const [few, many] = regular.told ? [regular.value, regular.value] : [0, roomy ? k - 1 : people - MIN_SIDE]
  const least = few * regularDays + (people - few) + MIN_SIDE
  const most = many * workdays + (people - many) * (regularDays - 1) - MIN_SIDE
  if (least > most) return suppressedCell('one-sided')
  const done = working.reduce((sum, one) => sum + Math.min(one.workdays, workdays), 0)
  const told = Math.min(most, Math.max(least, done))
  return releasedCell(Math.round((told * 100) / (people * workdays)) * 100)
}

/** None, one, two, three and more: parts of the enrolled, so the complement rule holds among them. */
function breadth(
  working: readonly PersonWeek[],
  none: number,
  why: HiddenBecause | null,
  k: number,
): TeamDetail['breadth'] {
  if (why) return [suppressedCell(why), suppressedCell(why), suppressedCell(why), suppressedCell(why)]
  const count = (from: number, to: number) =>
    working.filter(one => one.platforms.length >= from && one.platforms.length <= to).length
  const sizes = [count(0, 1), count(2, 2), count(3, Number.MAX_SAFE_INTEGER)]
  const gone = hiddenParts(
    sizes.map((size, i) => ({ id: String(i), size })),
    k,
  )
  const cell = (i: number) => {
    const size = sizes[i] ?? 0
    return gone.has(String(i)) ? suppressedCell('complement') : releasedCell(size)
  }
  return [releasedCell(none), cell(0), cell(1), cell(2)]
}
