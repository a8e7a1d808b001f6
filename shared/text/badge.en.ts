// What the image badge says, in English.
import type { BadgeWords } from './badge.vi.ts'
import * as terms from './terms.en.ts'

export const en: BadgeWords = {
  product: terms.product,
  score: terms.score,
  sample: terms.sample,
  on: terms.on,
  updatedAt: terms.updatedAt,
  staleSince: terms.staleSince,
  final: 'Final result',
  suppressed: terms.suppressed,
  noData: terms.noData,
  rank: terms.rank,
  provisional: terms.provisional,
  corrected: 'corrected',
}
