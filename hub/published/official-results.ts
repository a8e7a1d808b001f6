// Stored official results → what is told beside an agency's score, each with the document that its source names.
import type { Campaign, Citation } from '../../shared/wire/campaign.ts'
import type { OfficialResult } from '../../shared/wire/snapshot.ts'
import type { ResultRow } from '../store/schema.ts'

/** By agency; the rows come sorted by target and period. */
export function officialResults(
  rows: readonly ResultRow[],
  { documents }: Pick<Campaign, 'documents'>,
): ReadonlyMap<string, readonly OfficialResult[]> {
  const all = new Map<string, OfficialResult[]>()
  for (const { agency_id, ...row } of rows) {
    const document = documentOf(row.source, documents)
    const one = document ? { ...row, document } : row
    const list = all.get(agency_id)
    if (list) list.push(one)
    else all.set(agency_id, [one])
  }
  return all
}

/** The longest number that stands in the source by itself: `45/2020/NĐ-CP` is not in `145/2020/NĐ-CP`. */
function documentOf(source: string, documents: Campaign['documents']): Citation | null {
  const named = documents
    .filter(({ no }) => standsIn(source, no))
    .sort((a, b) => b.no.length - a.no.length)[0]
  if (!named) return null
  const { no, status, replacedBy, replacedOn } = named
  return { no, status, ...(replacedBy && { replacedBy }), ...(replacedOn && { replacedOn }) }
}

function standsIn(source: string, no: string): boolean {
  const at = source.indexOf(no)
  if (at < 0) return false
  const [before, after] = [source.charAt(at - 1), source.charAt(at + no.length)]
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}-]/u.test(after)
}
