// The people of an agency in one whole week → the cells of its team table that may be released. Pure: core decides.
import { type Band, shareBand, sizeBand } from '../shared/core/band.ts'
import { hiddenParts, isLargeEnough, mayTellShare } from '../shared/core/suppress.ts'
import type { BothLanguages } from '../shared/wire/parse.ts'
import type { HiddenBecause, TeamDetail, TeamUnit, TeamWeek, Told } from '../shared/wire/team.ts'

/** One person's week. Never leaves the hub. */
export interface PersonWeek {
  readonly unit: string | null
  /** Qualifying days that are working days, and all of them. */
  readonly workdays: number
  readonly days: number
  readonly platforms: readonly string[]
  /** Median active minutes of the qualifying days, capped. */
  readonly minutes: number
}

/** An agency's week: its frozen membership and what it did. Never leaves the hub. */
export interface TeamNumbers {
  readonly headcount: number | null
  /** People in the frozen membership when it was frozen; who erased their data since is no longer in `people`. */
  readonly enrolled: number
  /** The same by unit; '' for those who named none. */
  readonly sizes: ReadonlyMap<string, number>
  /** People who ever sent a day total, with those who erased their data since. */
  readonly reported: number
  readonly people: readonly PersonWeek[]
  readonly membersSince: string | null
  readonly invited: number | null
  /** The units of the agency, by id. */
  readonly units: ReadonlyMap<string, BothLanguages>
}

/** How the week is looked at. */
export interface WeekRules {
  readonly k: number
  /** Working days of the week. */
  readonly workdays: number
  /** Qualifying days that make a week regular. */
  readonly regularDays: number
  /** Median minutes that earn full credit. */
  readonly enoughMinutes: number
  /** The platforms that are told, whoever uses them. */
  readonly platforms: readonly string[]
}

const hide = (why: HiddenBecause): { readonly told: false; readonly why: HiddenBecause } => {
  return { told: false, why }
}
const tell = <T>(value: T, why: HiddenBecause | null = null): Told<T> =>
  why ? hide(why) : { told: true, value }

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
    enrolled: tell(enrolled, withoutHeadcount(enrolledWhy, enrolled, k)),
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
    ? hide(why ?? 'no-headcount')
    : tell(Math.min(10_000, Math.round((part * 10_000) / headcount)))

function detailOf(
  numbers: TeamNumbers,
  active: number,
  why: HiddenBecause | null,
  rules: WeekRules,
): TeamDetail {
  const { enrolled, people, headcount, invited } = numbers
  const { k } = rules
  const working = people.filter(one => one.days > 0)
  const among = (count: number) => tell(count, why ?? partOf(count, active, k))
  return {
    membersSince: numbers.membersSince,
    invited: invited === null ? null : Math.min(invited, headcount ?? invited),
    reported: why ? hide(why) : reportedCell(numbers.reported, active, enrolled, k),
    active: tell(active, why),
    regular: among(working.filter(one => one.workdays >= rules.regularDays).length),
    stickiness: why ? hide(why) : stickiness(working, rules.workdays),
    breadth: breadth(working, enrolled - active, why, k),
    minutes: why ? hide(why) : tell(Math.round(quantile(minutesOf(working), 0.5))),
    quartiles:
      why || active < QUARTILES_FROM ? hide(why ?? 'under-twenty') : tell(quartiles(minutesOf(working))),
    short: among(working.filter(one => one.minutes < rules.enoughMinutes).length),
    platforms: rules.platforms.map(platform => {
      return { platform, users: why ? hide(why) : shareCell(usersOf(people, platform), enrolled, k) }
    }),
    units: unitsOf(numbers, why, rules),
  }
}

/** A part of a told whole: k on the one side, three people on the other. */
const partOf = (part: number, whole: number, k: number): HiddenBecause | null =>
  part >= k && mayTellShare(part, whole) ? null : 'one-sided'

const FIVE = 5

/**
 * Who once sent something stays among those who did: the exact count would show each newcomer. It is told in fives,
 * and only where neither it nor the people beside it can be narrowed down by the active and the enrolled.
 */
function reportedCell(reported: number, active: number, enrolled: number, k: number): Told<number> {
  const told = Math.floor(reported / FIVE) * FIVE
  if (told < k) return hide('one-sided')
  const lowest = Math.max(active + 3, told)
  const highest = Math.min(enrolled - 3, told + FIVE - 1)
  const beside = mayTellShare(reported, enrolled) && reported - active >= 3
  return beside && highest - lowest >= 2 ? tell(told) : hide('one-sided')
}

/** Person-days on working days, of all that would have been possible. */
function stickiness(working: readonly PersonWeek[], workdays: number): Told<number> {
  const done = working.reduce((sum, one) => sum + Math.min(one.workdays, workdays), 0)
  const possible = working.length * workdays
  if (possible - done < 3 || done - working.length < 3) return hide('one-sided')
  return tell(Math.round((done * 100) / possible) * 100)
}

/** None, one, two, three and more: parts of the enrolled, so the complement rule holds among them. */
function breadth(
  working: readonly PersonWeek[],
  none: number,
  why: HiddenBecause | null,
  k: number,
): TeamDetail['breadth'] {
  if (why) return [hide(why), hide(why), hide(why), hide(why)]
  const count = (from: number, to: number) =>
    working.filter(one => one.platforms.length >= from && one.platforms.length <= to).length
  const sizes = [count(0, 1), count(2, 2), count(3, Number.MAX_SAFE_INTEGER)]
  const gone = hiddenParts(
    sizes.map((size, i) => ({ id: String(i), size })),
    k,
  )
  const cell = (i: number) => {
    const size = sizes[i] ?? 0
    return gone.has(String(i)) ? hide('complement') : tell(size)
  }
  return [tell(none), cell(0), cell(1), cell(2)]
}

const QUARTILES_FROM = 20

const minutesOf = (people: readonly PersonWeek[]): readonly number[] =>
  people.map(one => one.minutes).sort((a, b) => a - b)

/** Between two people where it falls between them. */
function quantile(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}

const quartiles = (sorted: readonly number[]): Band => {
  return { from: Math.round(quantile(sorted, 0.25)), to: Math.round(quantile(sorted, 0.75)) }
}

const usersOf = (people: readonly PersonWeek[], platform: string): number =>
  people.filter(one => one.platforms.includes(platform)).length

const shareCell = (part: number, whole: number, k: number): Told<Band> =>
  whole < k ? hide('too-few') : mayTellShare(part, whole) ? tell(shareBand(part, whole)) : hide('one-sided')

/** The units beside each other, and those who named none. A fixed list: an empty unit looks like a small one. */
function unitsOf(
  { people, units, sizes, enrolled }: TeamNumbers,
  why: HiddenBecause | null,
  { k, platforms }: WeekRules,
): TeamUnit[] {
  if (units.size === 0) return []
  const ids: readonly (string | null)[] = [...units.keys(), null]
  const parts = ids.map(id => {
    const members = people.filter(one => (one.unit !== null && units.has(one.unit) ? one.unit : null) === id)
    return { id: id ?? '', unit: id, members, size: sizes.get(id ?? '') ?? 0 }
  })
  const gone = enrolled < k ? new Set(parts.map(p => p.id)) : hiddenParts(parts, k)
  return parts.map(({ id, unit, members, size }) => {
    const name = (unit === null ? null : units.get(unit)) ?? null
    if (gone.has(id)) return hiddenUnit(unit, name, platforms.length)
    const working = members.filter(one => one.days > 0)
    const active = why ? hide(why) : shareCell(working.length, size, k)
    return {
      unit,
      name,
      size: tell(sizeBand(size, k)),
      active,
      // Beside a hidden share they would tell that ten or more were active, and so that nearly all were.
      minutes:
        !active.told || working.length < k
          ? hide(active.told ? 'one-sided' : active.why)
          : tell(Math.round(quantile(minutesOf(working), 0.5) / FIVE) * FIVE),
      platforms: platforms.map(p => (why ? hide(why) : shareCell(usersOf(members, p), size, k))),
    }
  })
}

/** Of every hidden unit the same is told: which of them is the small one stays open. */
function hiddenUnit(unit: string | null, name: BothLanguages | null, platforms: number): TeamUnit {
  const cell = hide('small-unit')
  return {
    unit,
    name,
    size: cell,
    active: cell,
    minutes: cell,
    platforms: Array.from({ length: platforms }, () => cell),
  }
}
