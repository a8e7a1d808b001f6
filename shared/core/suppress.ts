// Minimum group size and complementary suppression: what may be told about a group without telling about a person.

/** The default of MIN_GROUP, and the floor below which it never goes. */
export const DEFAULT_MIN_GROUP = 10
export const MIN_GROUP_FLOOR = 5

/** A share is told only when both sides hold so many people: 0 % and 100 % tell about everybody. */
export const MIN_SIDE = 3

/** May anything be told about a group? `k` holds on the headcount and on those who contributed. */
export const isLargeEnough = (contributors: number, headcount: number, k: number): boolean =>
  contributors >= k && headcount >= k

/** May `part` of `whole` people be told as a share? */
export const mayTellShare = (part: number, whole: number): boolean =>
  part >= MIN_SIDE && whole - part >= MIN_SIDE

export interface Part {
  readonly id: string
  readonly size: number
}

/**
 * The parts of a published whole that must be hidden: all below `k`; and when what is hidden together is
 * below `k`, or a single part (the whole minus the rest would tell it), the next smallest ones too.
 */
export function hiddenParts(parts: readonly Part[], k: number): ReadonlySet<string> {
  const bySize = [...parts].sort((a, b) => a.size - b.size || (a.id < b.id ? -1 : 1))
  let count = bySize.filter(part => part.size < k).length
  if (count === 0) return new Set()
  const hiddenSize = () => bySize.slice(0, count).reduce((sum, part) => sum + part.size, 0)
  while (count < bySize.length && (count < 2 || hiddenSize() < k)) count += 1
  return new Set(bySize.slice(0, count).map(part => part.id))
}
