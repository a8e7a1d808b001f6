// The headings and levels of a campaign's final.csv, in Vietnamese.
import * as terms from './terms.vi.ts'

export const vi = {
  sample: terms.sample,
  heads: [
    terms.agencyId,
    terms.agency,
    terms.level,
    terms.block,
    terms.rank,
    terms.rankedOf,
    'Điểm trung bình',
    terms.tier,
    'Số tuần có điểm',
    'Điểm tuần cuối',
  ],
  levels: terms.levels,
}

/** What final.csv says; every language has every key. */
export type FinalCsvWords = typeof vi
