// The official results of one agency, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const targets = story('targets', 600)

export const TARGETS: readonly Story[] = [
  targets('results', 'agency=ranked', '98,53%', {
    vi: 'Kết quả chính thức, nguồn và ngày',
    en: 'Official results, source and day',
  }),
  targets('english', 'agency=ranked lang=en', '98.53%', {
    vi: 'Tiếng Anh, trong cột 180 điểm ảnh',
    en: 'In English, in a column of 180 pixels',
    width: 180,
  }),
  targets('wide', 'agency=ranked', '98,53%', { vi: 'Trên 1200 điểm ảnh', en: 'On 1200 pixels', width: 1200 }),
  targets('none', 'agency=suppressed', 'Chưa có số liệu', {
    vi: 'Chưa có kết quả chính thức',
    en: 'No official result yet',
  }),
  targets('stale', 'agency=stale', 'Chưa cập nhật từ', { vi: 'Số liệu cũ', en: 'Old figures' }),
  targets('final', 'agency=final', 'Kết quả cuối cùng', {
    vi: 'Phong trào đã kết thúc',
    en: 'The campaign is over',
  }),
  targets('offline', 'agency=ranked', 'Mất kết nối', {
    vi: 'Mất kết nối',
    en: 'Connection lost',
    loses: true,
  }),
  targets('unknown', 'agency=unknown', null, {
    vi: 'Không có cơ quan này: hình ảnh vẫn còn',
    en: 'No such agency: the image stays',
    fallback: 'image',
  }),
  targets('unreachable', 'agency=broken', 'Không tải được điểm số', {
    vi: 'Máy chủ Nhịp Số không trả lời',
    en: 'The hub does not answer',
  }),
  targets('paper', 'agency=ranked', '98,53%', { vi: 'Khi in', en: 'On paper', ...PAPER }),
  targets('forced', 'agency=ranked', '98,53%', { vi: 'Tương phản cao', en: 'In forced colours', ...FORCED }),
]
