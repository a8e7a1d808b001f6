// The score of one agency, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const score = story('score', 240)

export const SCORE: readonly Story[] = [
  score('ranked', 'agency=ranked', ['Có điểm và hạng', 'Score and rank'], { sees: '87,4' }),
  score('english', 'agency=ranked lang=en-GB', ['Tiếng Anh', 'In English'], { sees: 'Rank 3/14' }),
  score('provisional', 'agency=provisional', ['Tạm tính: chưa xếp hạng', 'Provisional: no rank yet'], {
    sees: 'Tạm tính',
  }),
  score('suppressed', 'agency=suppressed', ['Chưa đủ người để công bố', 'Too few people to be told'], {
    sees: 'Chưa đủ số liệu',
  }),
  score('no-data', 'agency=no-data', ['Chưa có số liệu', 'No data yet'], { sees: 'Chưa có số liệu' }),
  score(
    'stale',
    'agency=stale',
    ['Số liệu cũ: máy chủ Nhịp Số không công bố gì mới', 'Old figures: nothing new was released'],
    { sees: 'Chưa cập nhật từ' },
  ),
  score('final', 'agency=final', ['Phong trào đã kết thúc', 'The campaign is over'], {
    sees: 'Kết quả cuối cùng',
  }),
  score(
    'offline',
    'agency=ranked',
    ['Mất kết nối: giữ số liệu cuối, nói rõ từ lúc nào', 'Connection lost: the last figures, and since when'],
    { sees: 'Mất kết nối', loses: true },
  ),
  score('long', 'agency=long', ['Tên dài', 'A long name'], { sees: 'Ban Quản lý' }),
  score(
    'unknown',
    'agency=unknown',
    ['Không có cơ quan này: hình ảnh vẫn còn', 'No such agency: the image stays'],
    { fallback: 'image' },
  ),
  score(
    'unknown-empty',
    'agency=unknown',
    ['Không có cơ quan này, không có hình ảnh', 'No such agency, and no image'],
    { sees: 'Không tìm thấy cơ quan: unknown' },
  ),
  score(
    'unreachable',
    'agency=broken',
    ['Máy chủ Nhịp Số không trả lời, không có hình ảnh', 'The hub does not answer, and there is no image'],
    { sees: 'Không tải được điểm số' },
  ),
  score(
    'broken',
    'agency=broken',
    ['Máy chủ Nhịp Số trả lời sai: hình ảnh vẫn còn', 'The hub answers nonsense: the image stays'],
    { fallback: 'image' },
  ),
  score('narrow', 'agency=ranked', ['Trong cột 180 điểm ảnh', 'In a column of 180 pixels'], {
    sees: '87,4',
    width: 180,
  }),
  score('paper', 'agency=ranked', ['Khi in', 'On paper'], { sees: '87,4', ...PAPER }),
  score('forced', 'agency=ranked', ['Tương phản cao', 'In forced colours'], { sees: '87,4', ...FORCED }),
]
