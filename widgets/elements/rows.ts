// A release → the agencies that a board or a ticker shows: block by block, for ranks never cross blocks.
import type { AgencyScore, Snapshot } from '../../shared/wire/snapshot.ts'

/** The agencies of a level and block (empty: any), a list for each block, each in the order of its ranks. */
export function blocksOf(
  release: Snapshot,
  level: string,
  block: string,
): readonly (readonly AgencyScore[])[] {
  const blocks = new Map<string, AgencyScore[]>()
  for (const cell of release.agencies) {
    if ((level && cell.level !== level) || (block && cell.block !== block)) continue
    const there = blocks.get(cell.block)
    if (there) there.push(cell)
    else blocks.set(cell.block, [cell])
  }
  const lists = [...blocks.values()]
  for (const list of lists) list.sort(byRank)
  return lists
}

/** Whoever has no rank stands below, by name, so that no order gives away what is not told. */
const byRank = (a: AgencyScore, b: AgencyScore): number =>
  (a.rank ?? 1e9) - (b.rank ?? 1e9) || a.name.vi.localeCompare(b.name.vi, 'vi')
