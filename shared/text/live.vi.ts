// The few words that a live display carries, in Vietnamese. Apart from the pages' texts, so that the widgets' script
// stays small.
import * as terms from './terms.vi.ts'

export const vi = {
  sample: terms.sample,
  score: terms.score,
  outOf: '/100',
  rank: terms.rank,
  provisional: terms.provisional,
  suppressed: terms.suppressed,
  'no-data': terms.noData,
  stale: terms.staleSince,
  final: 'Kết quả cuối cùng, chốt lúc',
  offline: 'Mất kết nối, số liệu lúc',
  'unknown-agency': 'Không tìm thấy cơ quan',
  unreachable: 'Không tải được điểm số',
  province: terms.province,
  commune: terms.commune,
  agency: terms.agency,
  points: terms.points,
  tier: terms.tier,
  trend: terms.trend,
  asTable: 'Xem dạng bảng',
  /** Of a weekly final. */
  corrected: (reason: string) => `Đã đính chính: ${reason}`,
  official: 'Kết quả chính thức, không tính vào điểm Nhịp Số.',
  /** Of a document that a source cites. */
  over: 'đã hết hiệu lực',
}

/** What a live display says; every language has every key. */
export type LiveWords = typeof vi
