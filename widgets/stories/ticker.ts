// The first of each block in a line, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const ticker = story('ticker', 600)

export const TICKER: readonly Story[] = [
  ticker('firsts', '', 'Điểm Nhịp Số', 'Ba cơ quan đứng đầu mỗi khối', 'The first three of each block', {
    width: 1200,
  }),
  ticker(
    'one-each',
    'level=commune lang=en limit=1',
    'Rank 1/',
    'Cơ quan đứng đầu mỗi khối của một cấp',
    'The first of each block of a level',
  ),
  ticker(
    'narrow',
    'limit=1',
    'Hạng 1/',
    'Trong cột 180 điểm ảnh: xuống dòng',
    'In a column of 180 pixels: it goes on below',
    { width: 180 },
  ),
  ticker(
    'no-data',
    'campaign=hidden',
    'Chưa có số liệu',
    'Chưa cơ quan nào được xếp hạng',
    'Nobody has a rank yet',
  ),
  ticker('stale', 'limit=1 campaign=stale', 'Chưa cập nhật từ', 'Số liệu cũ', 'Old figures'),
  ticker(
    'final',
    'limit=1 campaign=final',
    'Kết quả cuối cùng',
    'Phong trào đã kết thúc',
    'The campaign is over',
  ),
  ticker('offline', 'limit=1', 'Mất kết nối', 'Mất kết nối', 'Connection lost', { loses: true }),
  ticker(
    'nobody',
    'block=khong-co',
    null,
    'Không có khối này: liên kết vẫn còn',
    'No such block: the link stays',
    { fallback: 'link' },
  ),
  ticker(
    'unreachable',
    'campaign=broken',
    'Không tải được điểm số',
    'Máy chủ Nhịp Số không trả lời',
    'The hub does not answer',
  ),
  ticker('paper', 'limit=1', 'Hạng 1/', 'Khi in', 'On paper', PAPER),
  ticker('forced', 'limit=1', 'Hạng 1/', 'Tương phản cao', 'In forced colours', FORCED),
]
