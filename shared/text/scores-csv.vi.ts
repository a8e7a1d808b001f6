// The headings and states of scores.csv, in Vietnamese.
import * as terms from './terms.vi.ts'

export const vi = {
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
    'Trạng thái',
    'Tính đến ngày',
  ],
  states: terms.states,
}

/** What scores.csv says; every language has every key. */
export type ScoresCsvWords = typeof vi
