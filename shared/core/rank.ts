// Scores → ranks inside one level and block, never across.
import type { Tenths } from './score.ts'

export interface Rankable {
  readonly id: string
  readonly level: string
  readonly block: string
  /** The displayed value; null takes no part (suppressed, provisional). */
  readonly score: Tenths | null
}

export interface Rank {
  /** Competition ranking on the displayed value: 1-2-2-4. */
  readonly rank: number
  /** How many are ranked in the same level and block. */
  readonly of: number
}

/** The rank of each agency that takes part, by id. */
export function ranks(agencies: readonly Rankable[]): ReadonlyMap<string, Rank> {
  const groups = byLevelAndBlock(agencies)
  const found = new Map<string, Rank>()
  for (const group of groups.values()) {
    for (const one of group) {
      const above = group.filter(other => other.score > one.score).length
      found.set(one.id, { rank: above + 1, of: group.length })
    }
  }
  return found
}

type Ranked = Rankable & { readonly score: Tenths }

function byLevelAndBlock(agencies: readonly Rankable[]): ReadonlyMap<string, readonly Ranked[]> {
  const groups = new Map<string, Ranked[]>()
  for (const agency of agencies) {
    if (agency.score === null) continue
    const key = `${agency.level}\n${agency.block}`
    groups.set(key, [...(groups.get(key) ?? []), { ...agency, score: agency.score }])
  }
  return groups
}
