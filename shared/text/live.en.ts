// The few words that a live display carries, in English.
import type { LiveWords } from './live.vi.ts'
import * as terms from './terms.en.ts'

export const en: LiveWords = {
  sample: terms.sample,
  score: terms.score,
  outOf: '/100',
  rank: terms.rank,
  provisional: terms.provisional,
  suppressed: terms.suppressed,
  'no-data': terms.noData,
  stale: terms.staleSince,
  final: 'Final result of',
  offline: 'Connection lost, data of',
  'unknown-agency': 'Unknown agency',
  unreachable: 'The score could not be loaded',
  province: terms.province,
  commune: terms.commune,
  agency: terms.agency,
  points: terms.points,
  tier: terms.tier,
  trend: terms.trend,
  asTable: 'Show as a table',
  corrected: reason => `Corrected: ${reason}`,
  official: 'Official results, not part of the Nhịp Số score.',
  over: 'no longer in force',
}
