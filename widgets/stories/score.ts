// The score of one agency, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const score = story('score', 240)

export const SCORE: readonly Story[] = [
  score('ranked', 'agency=ranked', '87,4', { vi: 'Có điểm và hạng', en: 'Score and rank' }),
  score('english', 'agency=ranked lang=en-GB', 'Rank 3/14', { vi: 'Tiếng Anh', en: 'In English' }),
  score('provisional', 'agency=provisional', 'Tạm tính', {
    vi: 'Tạm tính: chưa xếp hạng',
    en: 'Provisional: no rank yet',
  }),
  score('suppressed', 'agency=suppressed', 'Chưa đủ số liệu', {
    vi: 'Chưa đủ người để công bố',
    en: 'Too few people to be told',
  }),
  score('no-data', 'agency=no-data', 'Chưa có số liệu', { vi: 'Chưa có số liệu', en: 'No data yet' }),
  score('stale', 'agency=stale', 'Chưa cập nhật từ', {
    vi: 'Số liệu cũ: máy chủ Nhịp Số không công bố gì mới',
    en: 'Old figures: nothing new was released',
  }),
  score('final', 'agency=final', 'Kết quả cuối cùng', {
    vi: 'Phong trào đã kết thúc',
    en: 'The campaign is over',
  }),
  score('offline', 'agency=ranked', 'Mất kết nối', {
    vi: 'Mất kết nối: giữ số liệu cuối, nói rõ từ lúc nào',
    en: 'Connection lost: the last figures, and since when',
    loses: true,
  }),
  score('long', 'agency=long', 'Ban Quản lý', { vi: 'Tên dài', en: 'A long name' }),
  score('unknown', 'agency=unknown', null, {
    vi: 'Không có cơ quan này: hình ảnh vẫn còn',
    en: 'No such agency: the image stays',
    fallback: 'image',
  }),
  score('unknown-empty', 'agency=unknown', 'Không tìm thấy cơ quan: unknown', {
    vi: 'Không có cơ quan này, không có hình ảnh',
    en: 'No such agency, and no image',
  }),
  score('unreachable', 'agency=broken', 'Không tải được điểm số', {
    vi: 'Máy chủ Nhịp Số không trả lời, không có hình ảnh',
    en: 'The hub does not answer, and there is no image',
  }),
  score('broken', 'agency=broken', null, {
    vi: 'Máy chủ Nhịp Số trả lời sai: hình ảnh vẫn còn',
    en: 'The hub answers nonsense: the image stays',
    fallback: 'image',
  }),
  score('narrow', 'agency=ranked', '87,4', {
    vi: 'Trong cột 180 điểm ảnh',
    en: 'In a column of 180 pixels',
    width: 180,
  }),
  score('paper', 'agency=ranked', '87,4', { vi: 'Khi in', en: 'On paper', ...PAPER }),
  score('forced', 'agency=ranked', '87,4', { vi: 'Tương phản cao', en: 'In forced colours', ...FORCED }),
]
