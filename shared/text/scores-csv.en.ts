// The headings and states of scores.csv, in English.
import type { ScoresCsvWords } from './scores-csv.vi.ts'
import * as terms from './terms.en.ts'

export const en: ScoresCsvWords = {
  sample: terms.sample,
  heads: [
    terms.agencyId,
    terms.agency,
    terms.block,
    terms.rank,
    terms.rankedOf,
    terms.points,
    terms.tier,
    terms.sinceLastWeek,
    'State',
    'As of',
  ],
  states: terms.states,
}
