// The attacker who reads rules backwards: why a cell is hidden, and how others bound it, may tell what it held.
import { addWeeks } from '../../shared/core/day.ts'
import type { ReleasedCell, TeamDetail, TeamWeek } from '../../shared/wire/team.ts'
import type { Learnt } from './attack.ts'

/** The publisher's rules, as far as they are public. */
export interface Rules {
  readonly k: number
  /** Working days of a week, and how many of them make it regular. */
  readonly workdays: number
  readonly regularDays: number
  /** Minutes of a day that are enough. */
  readonly enoughMinutes: number
  /** True: parts are told up to the whole but three. False: hidden where the other side has fewer than three. */
  readonly capped: boolean
}

/** Fewer values than so many are as good as the number itself. */
const FEW = 3

interface Span {
  readonly lo: number
  readonly hi: number
}

const numberIn = (cell: ReleasedCell<number> | undefined): number | null => (cell?.told ? cell.value : null)
const upTo = (lo: number, hi: number): readonly number[] =>
  Array.from({ length: Math.max(0, hi - lo + 1) }, (_, i) => lo + i)

/** @param weeks released tables of one agency, in order */
export function attackByRules(weeks: readonly TeamWeek[], rules: Rules): readonly Learnt[] {
  return [
    ...weeks.flatMap(({ week, detail }) => {
      const active = numberIn(detail?.active)
      if (!detail || active === null) return []
      return [...regularPeople(week, detail, active, rules), ...shortDays(week, detail, active, rules)]
    }),
    ...everReported(weeks),
  ]
}

/** What is left of a hidden part of a told whole: few people, nearly all of them, or one of a few numbers? */
function sideOf(left: readonly number[], whole: number, where: string): readonly Learnt[] {
  const [lo, hi] = [left[0], left.at(-1)]
  if (lo === undefined || hi === undefined) return [{ what: 'everyone', where: `${where}: none is possible` }]
  if (lo > whole - FEW) return [{ what: 'everyone', where: `${where}: nearly all of ${whole}` }]
  if (hi < FEW) return [{ what: 'everyone', where: `${where}: hardly any of ${whole}` }]
  return left.length < FEW ? [{ what: 'group', where: `${where}: ${left.join(' or ')} of ${whole}` }] : []
}

/** How many were regular, from the person-days that stickiness tells. */
function regularPeople(week: string, detail: TeamDetail, active: number, rules: Rules): readonly Learnt[] {
  const { workdays, regularDays } = rules
  const share = numberIn(detail.stickiness)
  if (share === null) return []
  const possible = active * workdays
  const days = { lo: ((share - 50) * possible) / 10_000, hi: ((share + 50) * possible) / 10_000 }
  const most = (regular: number) => regular * workdays + (active - regular) * (regularDays - 1)
  const fits = (regular: number) => regular * regularDays <= days.hi && days.lo <= most(regular)
  const told = numberIn(detail.regular)
  const where = `${week}: regular people by stickiness`
  const left = partLeft(told, active, rules.k, rules).filter(fits)
  const [only] = left
  if (told === null || left.length !== 1 || only === undefined) return sideOf(left, active, where)
  // Fewer than three days away from the most that is possible: then nearly each of them was there each day.
  return days.lo > most(only) - FEW ? [{ what: 'everyone', where: `${where}: each of them every day` }] : []
}

/** What a part may be, told or hidden. @param from told from so many people up */
function partLeft(told: number | null, whole: number, from: number, { k, capped }: Rules): readonly number[] {
  if (told !== null) return capped && told === whole - FEW ? upTo(told, whole) : [told]
  if (!capped) return upTo(0, whole).filter(part => part < k || part > whole - FEW)
  return whole < k + FEW ? upTo(0, whole) : upTo(0, from - 1)
}

/** How many have short days, from the median and the quartiles. */
function shortDays(week: string, detail: TeamDetail, active: number, rules: Rules): readonly Learnt[] {
  const { k, enoughMinutes, capped } = rules
  const quarters = detail.quartiles.told ? detail.quartiles.value : null
  const marks = [
    [0.25, quarters?.from ?? null],
    [0.5, numberIn(detail.minutes)],
    [0.75, quarters?.to ?? null],
  ] as const
  let [lo, hi] = [0, active]
  for (const [at, minutes] of marks) {
    if (minutes === null) continue
    const place = (active - 1) * at
    if (minutes + 0.5 <= enoughMinutes) lo = Math.max(lo, Math.floor(place) + 1)
    if (minutes - 0.5 >= enoughMinutes) hi = Math.min(hi, Math.ceil(place))
  }
  const told = numberIn(detail.short)
  if (told !== null && !(capped && told === active - FEW)) return []
  const never = capped && active < 20
  const all = never ? upTo(0, active) : partLeft(told, active, shortFrom(active, k), rules)
  const left = all.filter(short => short >= lo && short <= hi)
  return sideOf(left, active, `${week}: short days by the median`)
}

/** From how many people up they are told: later where a quarter, or half, of the active are nearly as many. */
function shortFrom(active: number, k: number): number {
  const quarter = Math.floor((active - 1) / 4) + 1
  const later = quarter < k && k < quarter + FEW ? quarter + FEW : k
  const half = Math.floor((active - 1) / 2) + 1
  return half < later && later < half + FEW ? half + FEW : later
}

/** Who ever reported never becomes fewer while the membership stands: each week bounds the others. */
function everReported(weeks: readonly TeamWeek[]): readonly Learnt[] {
  const memberships = Map.groupBy(
    weeks.filter(week => week.detail && week.enrolled.told),
    week => week.detail?.membersSince ?? '',
  )
  return [...memberships.values()].flatMap(own => {
    const spans = reportedSpans(own)
    return own.flatMap((week, i) => {
      const [span, before] = [spans[i], spans[i - 1]]
      if (!span || !week.detail?.reported.told) return []
      const narrow = span.hi - span.lo < FEW - 1
      const found: Learnt[] = narrow
        ? [{ what: 'group', where: `${week.week}: ${span.lo}…${span.hi} ever reported` }]
        : []
      const next = before && addWeeks(own[i - 1]?.week ?? '', 1) === week.week
      if (next && span.lo > before.hi && span.hi - before.lo < FEW)
        found.push({ what: 'person', where: `${week.week}: a first report` })
      return found
    })
  })
}

function reportedSpans(own: readonly TeamWeek[]): readonly Span[] {
  const raw = own.map(({ enrolled, detail }): Span => {
    const all = numberIn(enrolled) ?? Number.POSITIVE_INFINITY
    const [told, active] = [numberIn(detail?.reported), numberIn(detail?.active) ?? 0]
    return told === null
      ? { lo: active, hi: all }
      : { lo: Math.max(told, active + 3), hi: Math.min(told + 4, all - 3) }
  })
  return raw.map((_, i) => ({
    lo: Math.max(...raw.slice(0, i + 1).map(span => span.lo)),
    hi: Math.min(...raw.slice(i).map(span => span.hi)),
  }))
}
