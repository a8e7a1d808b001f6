// The attacker: holds every released table, knows every rule by which they were made, and works out intervals.
import { addWeeks } from '../../shared/core/day.ts'
import type { Range, ReleasedCell, TeamWeek } from '../../shared/wire/team.ts'

/** One table that some role may hold. */
export interface Held {
  readonly agency: string
  readonly campaign: string
  readonly table: TeamWeek
}

/** How far the true membership may be from the one that is told: what the publisher's rules allow. */
export interface Knowledge {
  readonly k: number
  /** People who may have come or gone unseen since the membership was frozen. */
  readonly unseen: number
  /** An insider knows from the corridor how many of each unit had joined when the membership was frozen. */
  readonly sizeOf?: (agency: string, since: string, unit: string) => number
}

/** Something that should have stayed hidden, as the attacker says it. */
export interface Learnt {
  readonly what: 'person' | 'group' | 'everyone' | 'threshold'
  readonly where: string
}

/** An interval that is narrower tells as much as the number. */
const NARROW = 3

interface Span {
  lo: number
  hi: number
}

const known = (value: number): Span => ({ lo: value, hi: value })
const numberIn = (cell: ReleasedCell<number> | undefined): number | null => (cell?.told ? cell.value : null)

/** Everything that the tables give away. */
export function attack(held: readonly Held[], knowledge: Knowledge): readonly Learnt[] {
  const byAgency = Map.groupBy(held, one => one.agency)
  return [...byAgency].flatMap(([agency, tables]) => {
    const own = Map.groupBy(tables, one => one.campaign)
    const told = [...own.values()].map(list =>
      list.map(one => one.table).sort((a, b) => (a.week < b.week ? -1 : 1)),
    )
    return [
      ...told.flatMap(weeks => [
        ...weeks.flatMap((week, i) => change(weeks[i - 1], week, agency, knowledge)),
        ...weeks.flatMap(week => homogeneous(week, agency)),
        ...smallUnits(weeks, agency, knowledge),
      ]),
      ...thresholds(told, agency),
    ]
  })
}

/** Differencing over weeks: how many people came or went in one week? Fewer than k: it tells of single persons. */
function change(
  before: TeamWeek | undefined,
  now: TeamWeek,
  agency: string,
  { k, unseen }: Knowledge,
): readonly Learnt[] {
  if (!before || addWeeks(before.week, 1) !== now.week) return []
  const found: Learnt[] = []
  for (const [name, of] of [
    ['enrolled', (week: TeamWeek) => membership(week, unseen)],
    ['reported', (week: TeamWeek) => reported(week)],
  ] as const) {
    const [a, b] = [of(before), of(now)]
    if (!a || !b) continue
    const span = { lo: b.lo - a.hi, hi: b.hi - a.lo }
    const narrow = span.hi - span.lo < NARROW && Math.max(Math.abs(span.lo), Math.abs(span.hi)) < k
    if (narrow && (span.lo > 0 || span.hi < 0))
      found.push({ what: 'person', where: `${agency} ${now.week}: ${name} ${span.lo}…${span.hi}` })
  }
  return found
}

/** The true number of members at the end of a week. */
function membership(week: TeamWeek, unseen: number): Span | null {
  const enrolled = numberIn(week.enrolled)
  if (enrolled === null) return null
  if (!week.detail || week.detail.membersSince === week.week) return known(enrolled)
  return { lo: enrolled - unseen, hi: enrolled + unseen }
}

/** Told in fives, narrowed down by everything beside it: told means that three are on either side. */
function reported({ detail, enrolled }: TeamWeek): Span | null {
  const told = numberIn(detail?.reported)
  if (!detail || told === null) return null
  const [active, all] = [numberIn(detail.active) ?? 0, numberIn(enrolled) ?? Number.POSITIVE_INFINITY]
  return { lo: Math.max(told, active + 3), hi: Math.min(told + 4, all - 3) }
}

/** Nearly all, or nearly none, of a group: the number tells about each of them. */
function homogeneous({ week, enrolled, detail, headcount, activeShare }: TeamWeek, agency: string): Learnt[] {
  const all = numberIn(enrolled)
  const share = numberIn(activeShare)
  // What is hidden as a count may be worked out from its share.
  const active =
    numberIn(detail?.active) ??
    (share === null || headcount === null ? null : Math.round((share * headcount) / 10_000))
  const pairs: [string, number | null, number | null][] = [
    ['active of enrolled', active, all],
    ['regular of active', numberIn(detail?.regular), active],
    ['short of active', numberIn(detail?.short), active],
    ['none of enrolled', numberIn(detail?.breadth[0]), all],
  ]
  const found = pairs
    .filter(([, part, whole]) => part !== null && whole !== null && (part < 3 || whole - part < 3))
    .map(([name]) => ({ what: 'everyone' as const, where: `${agency} ${week}: ${name}` }))
  return [...found, ...classes(detail?.breadth, active, `${agency} ${week}`)]
}

/** Classes that add up to a told whole: one hidden class is the whole minus the rest. */
function classes(
  breadth: readonly ReleasedCell<number>[] | undefined,
  active: number | null,
  where: string,
): readonly Learnt[] {
  const used = breadth?.slice(1) ?? []
  if (active === null || used.length === 0) return []
  const hidden = used.filter(cell => !cell.told)
  const rest = active - used.reduce((sum, cell) => sum + (numberIn(cell) ?? 0), 0)
  return hidden.length === 1 || (hidden.length > 0 && rest < NARROW)
    ? [{ what: 'group', where: `${where}: breadth, hidden ${rest}` }]
    : []
}

/** Two campaigns that count with different thresholds: the people in between. */
const thresholds = (told: readonly (readonly TeamWeek[])[], agency: string): readonly Learnt[] =>
  (told[0] ?? []).flatMap(one =>
    told.slice(1).flatMap(other => {
      const twin = other.find(week => week.week === one.week)
      const [a, b] = [numberIn(one.detail?.active), numberIn(twin?.detail?.active)]
      const between = a === null || b === null ? 0 : Math.abs(a - b)
      return between > 0 && between < NARROW
        ? [{ what: 'threshold' as const, where: `${agency} ${one.week}: ${between}` }]
        : []
    }),
  )

/** Parents and children, over all weeks with the same membership: intervals, narrowed until nothing moves. */
function smallUnits(weeks: readonly TeamWeek[], agency: string, knowledge: Knowledge): readonly Learnt[] {
  const { k, sizeOf } = knowledge
  const memberships = Map.groupBy(
    weeks.filter(week => (week.detail?.units.length ?? 0) > 0),
    week => week.detail?.membersSince ?? '',
  )
  return [...memberships].flatMap(([since, group]) => {
    const ids = group[0]?.detail?.units.map(row => row.unit ?? '') ?? []
    const sizes = sizeOf
      ? new Map(ids.map(id => [id, known(sizeOf(agency, since, id))]))
      : sizesFrom(group, ids, k)
    const found = ids
      .filter(id => !sizeOf && isSmall(sizes.get(id), k))
      .map(id => `${agency} ${since}: ${id} has so many people`)
    const deeds = group.flatMap(week => deedsOf(week, sizes, k).map(id => `${agency} ${week.week}: ${id}`))
    const groups = [...found, ...deeds].map(where => ({ what: 'group' as const, where }))
    return [...groups, ...unitChanges(group, agency)]
  })
}

/** A unit told otherwise while nobody else has come or gone: somebody left it, or came. */
function unitChanges(group: readonly TeamWeek[], agency: string): readonly Learnt[] {
  const told = (week: TeamWeek) => JSON.stringify(week.detail?.units.map(row => [row.unit, row.size]))
  return group.flatMap((week, i) => {
    const before = group[i - 1]
    const moved = before && told(before) !== told(week)
    return moved ? [{ what: 'person' as const, where: `${agency} ${week.week}: a change of unit` }] : []
  })
}

const isSmall = (span: Span | undefined, k: number): boolean =>
  span !== undefined && span.hi < k && span.hi - span.lo < NARROW

function sizesFrom(group: readonly TeamWeek[], ids: readonly string[], k: number): Map<string, Span> {
  const whole = Math.min(...group.map(week => numberIn(week.enrolled) ?? Number.POSITIVE_INFINITY))
  const spans = new Map<string, Span>(ids.map(id => [id, { lo: 0, hi: whole }]))
  for (const week of group) {
    for (const row of week.detail?.units ?? []) {
      const span = spans.get(row.unit ?? '')
      if (!span || !row.size.told) continue
      span.lo = Math.max(span.lo, row.size.value.from)
      span.hi = Math.min(span.hi, row.size.value.to)
    }
  }
  // The rule hides the smallest: none of them is larger than a part that is told.
  const told = [...spans.values()].filter(span => span.lo >= k)
  const largest = Math.min(whole, ...told.map(span => span.hi))
  for (const span of spans.values()) if (span.lo < k) span.hi = Math.min(span.hi, largest)
  if (Number.isFinite(whole)) narrow([...spans.values()], known(whole))
  return spans
}

/** What small units did: the parent's number minus the ranges of the units that are told. */
function deedsOf(week: TeamWeek, sizes: ReadonlyMap<string, Span>, k: number): readonly string[] {
  const { detail } = week
  if (!detail) return []
  const all = numberIn(week.enrolled)
  const active = numberIn(detail.active)
  const of = (
    cells: readonly (readonly [string, ReleasedCell<Range>])[],
    whole: Span | null,
  ): readonly string[] => {
    const spans = cells.map(([id, cell]) => partSpan(cell, sizes.get(id)))
    if (whole) narrow(spans, whole)
    return cells.flatMap(([id, cell], i) => {
      const [span, size] = [spans[i], sizes.get(id)]
      if (!span || !size || size.hi === 0) return []
      // Of a large one it must stay open whether nearly all of them did, or hardly any.
      if (cell.told) return span.lo > size.hi - NARROW || span.hi < NARROW ? [`${id} (large)`] : []
      return size.lo < k && isSmall(span, k) && (span.hi < size.hi || span.lo > 0) ? [id] : []
    })
  }
  const rows = detail.units
  return [
    ...of(
      rows.map(row => [row.unit ?? '', row.active] as const),
      active === null ? null : known(active),
    ).map(id => `${id} has so many active people`),
    ...detail.platforms.flatMap(({ platform, users }, p) =>
      of(
        rows.flatMap(row => {
          const cell = row.platforms[p]
          return cell ? [[row.unit ?? '', cell] as const] : []
        }),
        users.told && all !== null ? partSpan(users, known(all)) : null,
      ).map(id => `${id} has so many users of ${platform}`),
    ),
  ]
}

function partSpan(cell: ReleasedCell<Range>, size: Span = { lo: 0, hi: 0 }): Span {
  if (!cell.told) return { lo: 0, hi: size.hi }
  const { from, to } = cell.value
  return { lo: Math.ceil((from * size.lo) / 10_000), hi: Math.floor((to * size.hi) / 10_000) }
}

/** Each part is the whole minus the others. */
function narrow(parts: readonly Span[], whole: Span): void {
  for (let moved = true; moved; ) {
    moved = false
    for (const part of parts) {
      const others = parts.filter(other => other !== part)
      const lo = Math.max(part.lo, whole.lo - others.reduce((sum, other) => sum + other.hi, 0))
      const hi = Math.min(part.hi, whole.hi - others.reduce((sum, other) => sum + other.lo, 0))
      moved ||= lo > part.lo || hi < part.hi
      part.lo = lo
      part.hi = hi
    }
  }
}
