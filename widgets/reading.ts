// Where foreign JSON becomes a snapshot inside a web page: checked by hand, because a schema library would outweigh the script.
import type { AgencyScore, Snapshot } from '../shared/wire/snapshot.ts'

/** The release, where the answer is one that this version can show; else null. Only what is shown is checked. */
export const readSnapshot = (answer: unknown): Snapshot | null => (isSnapshot(answer) ? answer : null)

/** The cell of one agency in a release. */
export function cellOf(snapshot: Snapshot, agency: string): AgencyScore | null {
  for (const cell of snapshot.agencies) if (cell.id === agency) return cell
  return null
}

type Shape = Readonly<Record<string, unknown>>

const isShape = (x: unknown): x is Shape => typeof x === 'object' && x !== null
const isNumber = (x: unknown): x is number => typeof x === 'number' && x >= 0
const isNumberOrNull = (x: unknown): boolean => x === null || isNumber(x)
const isNamed = (x: unknown): x is Shape =>
  isShape(x) && isShape(x.name) && typeof x.name.vi === 'string' && typeof x.name.en === 'string'

function isSnapshot(x: unknown): x is Snapshot {
  if (!isShape(x) || x.version !== 1) return false
  if (!isNumber(x.at) || !isNumber(x.ttl) || !isNumber(x.release)) return false
  return allAre(x.tiers, isNamed) && allAre(x.agencies, isCell)
}

const isCell = (x: unknown): boolean =>
  isNamed(x) &&
  typeof x.id === 'string' &&
  typeof x.state === 'string' &&
  isNumberOrNull(x.score) &&
  isNumberOrNull(x.rank) &&
  isNumberOrNull(x.of) &&
  isNumberOrNull(x.at)

/** A loop: host pages replace the methods of arrays. */
function allAre(list: unknown, fits: (x: unknown) => boolean): boolean {
  if (!Array.isArray(list)) return false
  for (const one of list) if (!fits(one)) return false
  return true
}
