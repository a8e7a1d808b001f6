// The weeks of one agency, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const trend = story('trend', 600)

export const TREND: readonly Story[] = [
  trend(
    'weeks',
    'agency=ranked',
    'Xem dạng bảng',
    'Mười hai tuần, một tuần không công bố',
    'Twelve weeks, one of them not released',
  ),
  trend('table', 'agency=ranked', 'Tuần 47/2026', 'Bảng số liệu khi người xem cần', 'The table on request', {
    opened: true,
  }),
  trend(
    'narrow',
    'agency=ranked weeks=4 lang=en',
    'Show as a table',
    'Bốn tuần trong cột 180 điểm ảnh',
    'Four weeks in a column of 180 pixels',
    { width: 180 },
  ),
  trend('wide', 'agency=ranked', 'Xem dạng bảng', 'Trên 1200 điểm ảnh', 'On 1200 pixels', { width: 1200 }),
  trend(
    'corrected',
    'agency=corrected',
    'Đã đính chính',
    'Một tuần đã đính chính, kèm lý do',
    'A corrected week, with its reason',
  ),
  trend('first-week', 'agency=first-week', 'Xem dạng bảng', 'Tuần đầu tiên', 'The first week'),
  trend(
    'suppressed',
    'agency=suppressed',
    'Chưa đủ số liệu',
    'Chưa đủ người để công bố',
    'Too few people to be told',
  ),
  trend('no-data', 'agency=no-data', 'Chưa có số liệu', 'Chưa có số liệu', 'No data yet'),
  trend('stale', 'agency=stale', 'Chưa cập nhật từ', 'Số liệu cũ', 'Old figures'),
  trend('final', 'agency=final', 'Kết quả cuối cùng', 'Phong trào đã kết thúc', 'The campaign is over'),
  trend('offline', 'agency=ranked', 'Mất kết nối', 'Mất kết nối', 'Connection lost', { loses: true }),
  trend(
    'unknown',
    'agency=unknown',
    'Không tìm thấy cơ quan: unknown',
    'Không có cơ quan này',
    'No such agency',
  ),
  trend(
    'unreachable',
    'agency=broken',
    'Không tải được điểm số',
    'Máy chủ Nhịp Số không trả lời',
    'The hub does not answer',
  ),
  trend('paper', 'agency=ranked', 'Xem dạng bảng', 'Khi in', 'On paper', PAPER),
  trend('forced', 'agency=ranked', 'Xem dạng bảng', 'Tương phản cao', 'In forced colours', FORCED),
]
