// The score of one agency, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const score = story('score', 240)

export const SCORE: readonly Story[] = [
  score('ranked', 'agency=ranked', '87,4', 'Có điểm và hạng', 'Score and rank'),
  score('english', 'agency=ranked lang=en-GB', 'Rank 3/14', 'Tiếng Anh', 'In English'),
  score(
    'provisional',
    'agency=provisional',
    'Tạm tính',
    'Tạm tính: chưa xếp hạng',
    'Provisional: no rank yet',
  ),
  score(
    'suppressed',
    'agency=suppressed',
    'Chưa đủ số liệu',
    'Chưa đủ người để công bố',
    'Too few people to be told',
  ),
  score('no-data', 'agency=no-data', 'Chưa có số liệu', 'Chưa có số liệu', 'No data yet'),
  score(
    'stale',
    'agency=stale',
    'Chưa cập nhật từ',
    'Số liệu cũ: máy chủ Nhịp Số không công bố gì mới',
    'Old figures: nothing new was released',
  ),
  score('final', 'agency=final', 'Kết quả cuối cùng', 'Phong trào đã kết thúc', 'The campaign is over'),
  score(
    'offline',
    'agency=ranked',
    'Mất kết nối',
    'Mất kết nối: giữ số liệu cuối, nói rõ từ lúc nào',
    'Connection lost: the last figures, and since when',
    { loses: true },
  ),
  score('long', 'agency=long', 'Ban Quản lý', 'Tên dài', 'A long name'),
  score(
    'unknown',
    'agency=unknown',
    null,
    'Không có cơ quan này: hình ảnh vẫn còn',
    'No such agency: the image stays',
    { fallback: 'image' },
  ),
  score(
    'unknown-empty',
    'agency=unknown',
    'Không tìm thấy cơ quan: unknown',
    'Không có cơ quan này, không có hình ảnh',
    'No such agency, and no image',
  ),
  score(
    'unreachable',
    'agency=broken',
    'Không tải được điểm số',
    'Máy chủ Nhịp Số không trả lời, không có hình ảnh',
    'The hub does not answer, and there is no image',
  ),
  score(
    'broken',
    'agency=broken',
    null,
    'Máy chủ Nhịp Số trả lời sai: hình ảnh vẫn còn',
    'The hub answers nonsense: the image stays',
    { fallback: 'image' },
  ),
  score('narrow', 'agency=ranked', '87,4', 'Trong cột 180 điểm ảnh', 'In a column of 180 pixels', {
    width: 180,
  }),
  score('paper', 'agency=ranked', '87,4', 'Khi in', 'On paper', PAPER),
  score('forced', 'agency=ranked', '87,4', 'Tương phản cao', 'In forced colours', FORCED),
]
