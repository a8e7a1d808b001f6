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

const isText = (x: unknown): boolean => typeof x === 'string'
const isNumber = (x: unknown): boolean => typeof x === 'number' && x >= 0
const isNumberOrNull = (x: unknown): boolean => x === null || isNumber(x)
const isNamed = (x: unknown): x is Shape => holds(x, isText, 'id') && holds(x.name, isText, 'vi', 'en')

const isSnapshot = (x: unknown): x is Snapshot =>
  holds(x, isNumber, 'at', 'ttl', 'release') &&
  x.version === 1 &&
  allAre(x.tiers, isNamed) &&
  allAre(x.agencies, isCell) &&
  allAre(x.official ?? [], isOfficial)

const isCell = (x: unknown): boolean =>
  isNamed(x) &&
  holds(x, isText, 'state') &&
  holds(x, isNumberOrNull, 'score', 'rank', 'of', 'at') &&
  allAre(x.trend, isWeek)

const isWeek = (x: unknown): boolean => holds(x, isText, 'week') && holds(x, isNumberOrNull, 'score')

const isOfficial = (x: unknown): boolean => holds(x, isText, 'target', 'period', 'value', 'source', 'day')

/** Loops: host pages replace the methods of arrays. */
function holds(x: unknown, fits: (x: unknown) => boolean, ...names: readonly string[]): x is Shape {
  if (typeof x !== 'object' || x === null) return false
  for (const name of names) if (!fits(Reflect.get(x, name))) return false
  return true
}

function allAre(list: unknown, fits: (x: unknown) => boolean): boolean {
  if (!Array.isArray(list)) return false
  for (const one of list) if (!fits(one)) return false
  return true
}
