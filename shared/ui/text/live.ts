// The few words that a live display carries. Apart from the pages' texts, so that the widgets' script stays small.
import type { Language } from '../../wire/page.ts'

const vi = {
  sample: 'DỮ LIỆU MẪU',
  score: 'Điểm Nhịp Số',
  outOf: '/100',
  /** Before `3/14`. */
  rank: 'Hạng',
  provisional: 'Tạm tính',
  suppressed: 'Chưa đủ số liệu',
  'no-data': 'Chưa có số liệu',
  stale: 'Chưa cập nhật từ',
  final: 'Kết quả cuối cùng, chốt lúc',
  offline: 'Mất kết nối, số liệu lúc',
  'unknown-agency': 'Không tìm thấy cơ quan',
  unreachable: 'Không tải được điểm số',
}

/** What a live display says; every language has every key. */
export type LiveWords = typeof vi

const en: LiveWords = {
  sample: 'SAMPLE DATA',
  score: 'Nhịp Số score',
  outOf: '/100',
  rank: 'Rank',
  provisional: 'Provisional',
  suppressed: 'Too few people',
  'no-data': 'No data yet',
  stale: 'Not updated since',
  final: 'Final result of',
  offline: 'Connection lost, data of',
  'unknown-agency': 'Unknown agency',
  unreachable: 'The score could not be loaded',
}

export const liveWords = (lang: Language): LiveWords => (lang === 'en' ? en : vi)
