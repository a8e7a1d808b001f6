// The headings and levels of a campaign's final.csv, in English.
import type { FinalCsvWords } from './final-csv.vi.ts'
import * as terms from './terms.en.ts'

export const en: FinalCsvWords = {
  sample: terms.sample,
  heads: [
    terms.agencyId,
    terms.agency,
    terms.level,
    terms.block,
    terms.rank,
    terms.rankedOf,
    'Mean score',
    terms.tier,
    'Weeks with a score',
    'Last week’s score',
  ],
  levels: terms.levels,
}
