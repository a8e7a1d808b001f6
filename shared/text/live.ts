// The few words that a live display carries. Apart from the pages' texts, so that the widgets' script stays small.
import type { Language } from '../core/language.ts'

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
  province: 'Sở, ban, ngành',
  commune: 'Xã, phường',
  agency: 'Cơ quan, đơn vị',
  points: 'Điểm',
  tier: 'Xếp loại',
  trend: (from: string, to: string, weeks: number) => `${weeks} tuần: từ ${from} đến ${to} điểm`,
  asTable: 'Xem dạng bảng',
  /** Of a weekly final. */
  corrected: (reason: string) => `Đã đính chính: ${reason}`,
  official: 'Kết quả chính thức, không tính vào điểm Nhịp Số.',
  /** Of a document that a source cites. */
  over: 'đã hết hiệu lực',
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
  province: 'Departments',
  commune: 'Communes and wards',
  agency: 'Agency, unit',
  points: 'Score',
  tier: 'Grade',
  trend: (from, to, weeks) => `${weeks} weeks: from ${from} to ${to} points`,
  asTable: 'Show as a table',
  corrected: reason => `Corrected: ${reason}`,
  official: 'Official results, not part of the Nhịp Số score.',
  over: 'no longer in force',
}

export const liveWords = (lang: Language): LiveWords => (lang === 'en' ? en : vi)
