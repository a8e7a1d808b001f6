// Official results of the sample, so that their section is seen: invented, and each says so itself wherever it is shown.
import { addDays, type DayKey } from '../../shared/core/day.ts'
import type { ResultRow } from '../store/schema.ts'

const SOURCE = 'DỮ LIỆU MẪU (SAMPLE DATA): số liệu giả định, không có trong báo cáo nào'

/** The first agency is the one whose pages a visitor is shown. */
const FIGURES = [
  ['so-noi-vu', 'Tỷ lệ hồ sơ nộp trực tuyến', '81.4'],
  ['so-noi-vu', 'Tỷ lệ hồ sơ giải quyết đúng hạn', '98.2'],
  ['so-noi-vu', 'Tỷ lệ văn bản điện tử được ký số', '95.7'],
  ['so-y-te', 'Tỷ lệ hồ sơ nộp trực tuyến', '76.9'],
  ['so-y-te', 'Tỷ lệ hồ sơ giải quyết đúng hạn', '97.1'],
  ['xa-tan-bien', 'Tỷ lệ hồ sơ nộp trực tuyến', '68.3'],
  ['xa-tan-bien', 'Tỷ lệ hồ sơ giải quyết đúng hạn', '99.0'],
] as const

/** Of the agencies that the sample has; published a week before `today`. */
export function sampleResults(agencies: readonly { readonly id: string }[], today: DayKey): ResultRow[] {
  const day = addDays(today, -7)
  return FIGURES.filter(([id]) => agencies.some(agency => agency.id === id)).map(
    ([agency_id, target, value]) => ({
      ...{ agency_id, target, value, unit: '%' },
      ...{ period: day.slice(0, 7), source: SOURCE, day },
    }),
  )
}
