// What the image badge says, in Vietnamese.
import * as terms from './terms.vi.ts'

export const vi = {
  product: terms.product,
  score: terms.score,
  sample: terms.sample,
  on: terms.on,
  updatedAt: terms.updatedAt,
  staleSince: terms.staleSince,
  final: 'Kết quả cuối cùng, chốt',
  suppressed: terms.suppressed,
  noData: terms.noData,
  rank: terms.rank,
  provisional: terms.provisional,
  corrected: 'đã đính chính',
}

/** What the badge says; every language has every key. */
export type BadgeWords = typeof vi
