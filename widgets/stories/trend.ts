// The weeks of one agency, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const trend = story('trend', 600)

export const TREND: readonly Story[] = [
  trend('weeks', 'agency=ranked', 'Xem dạng bảng', {
    vi: 'Mười hai tuần, một tuần không công bố',
    en: 'Twelve weeks, one of them not released',
  }),
  trend('table', 'agency=ranked', 'Tuần 47/2026', {
    vi: 'Bảng số liệu khi người xem cần',
    en: 'The table on request',
    opened: true,
  }),
  trend('narrow', 'agency=ranked weeks=4 lang=en', 'Show as a table', {
    vi: 'Bốn tuần trong cột 180 điểm ảnh',
    en: 'Four weeks in a column of 180 pixels',
    width: 180,
  }),
  trend('wide', 'agency=ranked', 'Xem dạng bảng', {
    vi: 'Trên 1200 điểm ảnh',
    en: 'On 1200 pixels',
    width: 1200,
  }),
  trend('corrected', 'agency=corrected', 'Đã đính chính', {
    vi: 'Một tuần đã đính chính, kèm lý do',
    en: 'A corrected week, with its reason',
  }),
  trend('first-week', 'agency=first-week', 'Xem dạng bảng', { vi: 'Tuần đầu tiên', en: 'The first week' }),
  trend('suppressed', 'agency=suppressed', 'Chưa đủ số liệu', {
    vi: 'Chưa đủ người để công bố',
    en: 'Too few people to be told',
  }),
  trend('no-data', 'agency=no-data', 'Chưa có số liệu', { vi: 'Chưa có số liệu', en: 'No data yet' }),
  trend('stale', 'agency=stale', 'Chưa cập nhật từ', { vi: 'Số liệu cũ', en: 'Old figures' }),
  trend('final', 'agency=final', 'Kết quả cuối cùng', {
    vi: 'Phong trào đã kết thúc',
    en: 'The campaign is over',
  }),
  trend('offline', 'agency=ranked', 'Mất kết nối', { vi: 'Mất kết nối', en: 'Connection lost', loses: true }),
  trend('unknown', 'agency=unknown', 'Không tìm thấy cơ quan: unknown', {
    vi: 'Không có cơ quan này',
    en: 'No such agency',
  }),
  trend('unreachable', 'agency=broken', 'Không tải được điểm số', {
    vi: 'Máy chủ Nhịp Số không trả lời',
    en: 'The hub does not answer',
  }),
  trend('paper', 'agency=ranked', 'Xem dạng bảng', { vi: 'Khi in', en: 'On paper', ...PAPER }),
  trend('forced', 'agency=ranked', 'Xem dạng bảng', {
    vi: 'Tương phản cao',
    en: 'In forced colours',
    ...FORCED,
  }),
]
