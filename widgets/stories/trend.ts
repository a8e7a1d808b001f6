// The weeks of one agency, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const trend = story('trend', 600)

export const TREND: readonly Story[] = [
  trend(
    'weeks',
    'agency=ranked',
    ['Mười hai tuần, một tuần không công bố', 'Twelve weeks, one of them not released'],
    { sees: 'Xem dạng bảng' },
  ),
  trend('table', 'agency=ranked', ['Bảng số liệu khi người xem cần', 'The table on request'], {
    sees: 'Tuần 47/2026',
    opened: true,
  }),
  trend(
    'narrow',
    'agency=ranked weeks=4 lang=en',
    ['Bốn tuần trong cột 180 điểm ảnh', 'Four weeks in a column of 180 pixels'],
    { sees: 'Show as a table', width: 180 },
  ),
  trend('wide', 'agency=ranked', ['Trên 1200 điểm ảnh', 'On 1200 pixels'], {
    sees: 'Xem dạng bảng',
    width: 1200,
  }),
  trend(
    'corrected',
    'agency=corrected',
    ['Một tuần đã đính chính, kèm lý do', 'A corrected week, with its reason'],
    { sees: 'Đã đính chính' },
  ),
  trend('first-week', 'agency=first-week', ['Tuần đầu tiên', 'The first week'], { sees: 'Xem dạng bảng' }),
  trend('suppressed', 'agency=suppressed', ['Chưa đủ người để công bố', 'Too few people to be told'], {
    sees: 'Chưa đủ số liệu',
  }),
  trend('no-data', 'agency=no-data', ['Chưa có số liệu', 'No data yet'], { sees: 'Chưa có số liệu' }),
  trend('stale', 'agency=stale', ['Số liệu cũ', 'Old figures'], { sees: 'Chưa cập nhật từ' }),
  trend('final', 'agency=final', ['Phong trào đã kết thúc', 'The campaign is over'], {
    sees: 'Kết quả cuối cùng',
  }),
  trend('offline', 'agency=ranked', ['Mất kết nối', 'Connection lost'], { sees: 'Mất kết nối', loses: true }),
  trend('unknown', 'agency=unknown', ['Không có cơ quan này', 'No such agency'], {
    sees: 'Không tìm thấy cơ quan: unknown',
  }),
  trend('unreachable', 'agency=broken', ['Máy chủ Nhịp Số không trả lời', 'The hub does not answer'], {
    sees: 'Không tải được điểm số',
  }),
  trend('paper', 'agency=ranked', ['Khi in', 'On paper'], { sees: 'Xem dạng bảng', ...PAPER }),
  trend('forced', 'agency=ranked', ['Tương phản cao', 'In forced colours'], {
    sees: 'Xem dạng bảng',
    ...FORCED,
  }),
]
