// The first of each block in a line, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const ticker = story('ticker', 600)

export const TICKER: readonly Story[] = [
  ticker('firsts', '', ['Ba cơ quan đứng đầu mỗi khối', 'The first three of each block'], {
    sees: 'Điểm Nhịp Số',
    width: 1200,
  }),
  ticker(
    'one-each',
    'level=commune lang=en limit=1',
    ['Cơ quan đứng đầu mỗi khối của một cấp', 'The first of each block of a level'],
    { sees: 'Rank 1/' },
  ),
  ticker(
    'narrow',
    'limit=1',
    ['Trong cột 180 điểm ảnh: xuống dòng', 'In a column of 180 pixels: it goes on below'],
    { sees: 'Hạng 1/', width: 180 },
  ),
  ticker('no-data', 'campaign=hidden', ['Chưa cơ quan nào được xếp hạng', 'Nobody has a rank yet'], {
    sees: 'Chưa có số liệu',
  }),
  ticker('stale', 'limit=1 campaign=stale', ['Số liệu cũ', 'Old figures'], { sees: 'Chưa cập nhật từ' }),
  ticker('final', 'limit=1 campaign=final', ['Phong trào đã kết thúc', 'The campaign is over'], {
    sees: 'Kết quả cuối cùng',
  }),
  ticker('offline', 'limit=1', ['Mất kết nối', 'Connection lost'], { sees: 'Mất kết nối', loses: true }),
  ticker(
    'nobody',
    'block=khong-co',
    ['Không có khối này: liên kết vẫn còn', 'No such block: the link stays'],
    { fallback: 'link' },
  ),
  ticker('unreachable', 'campaign=broken', ['Máy chủ Nhịp Số không trả lời', 'The hub does not answer'], {
    sees: 'Không tải được điểm số',
  }),
  ticker('paper', 'limit=1', ['Khi in', 'On paper'], { sees: 'Hạng 1/', ...PAPER }),
  ticker('forced', 'limit=1', ['Tương phản cao', 'In forced colours'], { sees: 'Hạng 1/', ...FORCED }),
]
