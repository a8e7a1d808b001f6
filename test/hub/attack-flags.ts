// The attacker of a campaign lead's counts: blocks beside the whole, week beside week, two leads who compare.
import type { LeadFlag } from '../../shared/wire/overview.ts'
import type { Range, ReleasedCell } from '../../shared/wire/team.ts'
import type { Learnt } from './attack.ts'

/** What the leads of all scopes were told of one week. */
export interface FlagWeek {
  readonly week: string
  /** By scope; `all` holds the blocks together. */
  readonly scopes: ReadonlyMap<string, readonly LeadFlag[]>
}

const FEW = 3

/** What a cell leaves open: a hidden one fewer than k, or nearly all, of whom nobody knows the number. */
const spanOf = (cell: ReleasedCell<Range>, k: number): Range =>
  cell.told ? cell.value : { from: 0, to: k - 1 }
const isNarrow = ({ from, to }: Range): boolean => to - from < FEW - 1

export function attackFlags(weeks: readonly FlagWeek[], k: number): readonly Learnt[] {
  return weeks.flatMap((now, i) =>
    [...now.scopes].flatMap(([scope, flags]) =>
      flags.flatMap(flag => {
        const where = `${scope} ${now.week}: ${flag.kind}`
        const before = weeks[i - 1]?.scopes.get(scope)?.find(one => one.kind === flag.kind)
        return [
          ...alone(flag, where, k),
          ...(scope === 'all' ? [] : beside(now, scope, flag, where, k)),
          ...(before ? moved(before, flag, where, k) : []),
        ]
      }),
    ),
  )
}

const alone = ({ people }: LeadFlag, where: string, k: number): readonly Learnt[] =>
  people.told && (people.value.from < k || isNarrow(people.value)) ? [{ what: 'person', where }] : []

/** A block is the whole minus the others. */
function beside(week: FlagWeek, scope: string, flag: LeadFlag, where: string, k: number): readonly Learnt[] {
  const of = (name: string): ReleasedCell<Range> | undefined =>
    week.scopes.get(name)?.find(one => one.kind === flag.kind)?.people
  const whole = of('all')
  if (!whole?.told || flag.people.told) return []
  const others = [...week.scopes.keys()]
    .filter(name => name !== 'all' && name !== scope)
    .flatMap(name => of(name) ?? [])
    .map(cell => spanOf(cell, k))
  const sum = (side: 'from' | 'to') => others.reduce((all, one) => all + one[side], 0)
  const left = {
    from: Math.max(0, whole.value.from - sum('to')),
    to: Math.min(k - 1, whole.value.to - sum('from')),
  }
  return isNarrow(left) ? [{ what: 'group', where: `${where} ${left.from}…${left.to}` }] : []
}

/** Of one week and the next: a change of one person, or of two. */
function moved(before: LeadFlag, now: LeadFlag, where: string, k: number): readonly Learnt[] {
  const [a, b] = [spanOf(before.people, k), spanOf(now.people, k)]
  const change = { from: b.from - a.to, to: b.to - a.from }
  return isNarrow(change) && (change.from > 0 || change.to < 0)
    ? [{ what: 'person', where: `${where} moved` }]
    : []
}
