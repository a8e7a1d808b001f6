// The attacker's arithmetic: from told cells and the sums between them, how narrowly can a hidden cell be known?

/** What somebody can know of a number of people: it lies between both, which belong to it. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** A number of people. A told one has `from` = `to`, or the span of its rounding. */
export interface Quantity extends Interval {
  readonly id: string
  /** The privacy rules hid it: nobody may learn it. */
  readonly hidden: boolean
}

/** A whole and all of its parts, which do not overlap. */
export interface Whole {
  readonly id: string
  readonly parts: readonly string[]
}

/** A hidden group that can be worked out after all. */
export interface Exposure extends Interval {
  /** The hidden quantity, or the whole whose hidden rest is told. */
  readonly id: string
  readonly why: 'derived' | 'rest-too-small'
}

/** A hidden number is learned when no more than so many values are left for it. */
const TOO_FEW_VALUES = 2
const MOST_ROUNDS = 100

/** Narrows every quantity by every sum until nothing narrows any more. */
export function derive(
  quantities: readonly Quantity[],
  wholes: readonly Whole[],
): ReadonlyMap<string, Interval> {
  const known = new Map<string, Interval>(quantities.map(({ id, from, to }) => [id, { from, to }]))
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let narrowed = false
    for (const whole of wholes) narrowed = propagate(known, whole) || narrowed
    if (!narrowed) break
  }
  return known
}

function propagate(known: Map<string, Interval>, { id, parts }: Whole): boolean {
  const at = (one: string): Interval => known.get(one) ?? { from: 0, to: Number.POSITIVE_INFINITY }
  const low = parts.reduce((sum, part) => sum + at(part).from, 0)
  const high = parts.reduce((sum, part) => sum + at(part).to, 0)
  let narrowed = narrow(known, id, low, high)
  const whole = at(id)
  for (const part of parts) {
    const { from, to } = at(part)
    // Infinity minus Infinity is no number: without an upper bound of the others nothing follows for this one.
    const others = parts.reduce((sum, other) => (other === part ? sum : sum + at(other).to), 0)
    const least = Number.isFinite(others) ? whole.from - others : from
    narrowed = narrow(known, part, Math.max(from, least), Math.min(to, whole.to - (low - from))) || narrowed
  }
  return narrowed
}

function narrow(known: Map<string, Interval>, id: string, from: number, to: number): boolean {
  const old = known.get(id) ?? { from: 0, to: Number.POSITIVE_INFINITY }
  const next = { from: Math.max(old.from, from), to: Math.min(old.to, to) }
  if (next.from <= old.from && next.to >= old.to) return false
  known.set(id, next)
  return true
}

/**
 * Tries to learn what was hidden: a hidden group known to within one person, or a hidden rest below `k`.
 * An empty list means that the attacker failed.
 */
export function exposures(
  quantities: readonly Quantity[],
  wholes: readonly Whole[],
  k: number,
): readonly Exposure[] {
  const known = derive(quantities, wholes)
  const hidden = new Map(quantities.map(one => [one.id, one.hidden]))
  const derived = quantities.flatMap(({ id, hidden }): readonly Exposure[] => {
    const now = known.get(id)
    return hidden && now && now.to - now.from < TOO_FEW_VALUES ? [{ id, ...now, why: 'derived' }] : []
  })
  const rests = wholes.flatMap((whole): readonly Exposure[] => {
    const rest = hiddenRest(whole, known, hidden)
    return rest && rest.to < k ? [{ id: whole.id, ...rest, why: 'rest-too-small' }] : []
  })
  return [...derived, ...rests]
}

/** What is hidden of a told whole, all together; null where the whole is hidden itself, or nothing of it. */
function hiddenRest(
  { id, parts }: Whole,
  known: ReadonlyMap<string, Interval>,
  hidden: ReadonlyMap<string, boolean>,
): Interval | null {
  const whole = known.get(id)
  if (!whole || hidden.get(id) || !parts.some(part => hidden.get(part))) return null
  const told = parts.filter(part => !hidden.get(part)).flatMap(part => known.get(part) ?? [])
  if (told.length === 0) return null // nothing to subtract: the rest is the whole, which is told anyway
  const from = whole.from - told.reduce((sum, one) => sum + one.to, 0)
  const to = whole.to - told.reduce((sum, one) => sum + one.from, 0)
  return from === to && to > 0 ? { from, to } : null
}
