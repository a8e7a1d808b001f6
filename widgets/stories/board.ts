// The ranking of a level or block, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const board = story('board', 600)

export const BOARD: readonly Story[] = [
  board('block', 'limit=5', ['Một khối, năm cơ quan đứng đầu', 'One block, the first five'], {
    sees: 'Hạng',
  }),
  board(
    'states',
    'level=commune block=phuong limit=30',
    [
      'Cả khối: tạm tính, chưa đủ và chưa có số liệu đứng cuối',
      'A whole block: whoever has no rank stands below',
    ],
    { sees: 'Chưa đủ số liệu' },
  ),
  board(
    'two-blocks',
    'level=commune limit=3 lang=en',
    ['Một cấp có hai khối: hai bảng', 'A level of two blocks: two tables'],
    { sees: 'Grade', width: 1200 },
  ),
  board('narrow', 'limit=3', ['Trong cột 180 điểm ảnh', 'In a column of 180 pixels'], {
    sees: '1',
    width: 180,
  }),
  board('column', 'limit=3', ['Trong cột 360 điểm ảnh', 'In a column of 360 pixels'], {
    sees: 'Sở Ngoại vụ',
    width: 360,
  }),
  board('stale', 'limit=3 campaign=stale', ['Số liệu cũ', 'Old figures'], { sees: 'Chưa cập nhật từ' }),
  board('final', 'limit=3 campaign=final', ['Phong trào đã kết thúc', 'The campaign is over'], {
    sees: 'Kết quả cuối cùng',
  }),
  board('offline', 'limit=3', ['Mất kết nối', 'Connection lost'], { sees: 'Mất kết nối', loses: true }),
  board(
    'nobody',
    'block=khong-co',
    ['Không có khối này: liên kết vẫn còn', 'No such block: the link stays'],
    { fallback: 'link' },
  ),
  board('unreachable', 'campaign=broken', ['Máy chủ Nhịp Số không trả lời', 'The hub does not answer'], {
    sees: 'Không tải được điểm số',
  }),
  board('paper', 'limit=3', ['Khi in', 'On paper'], { sees: 'Hạng', ...PAPER }),
  board('forced', 'limit=3', ['Tương phản cao', 'In forced colours'], { sees: 'Hạng', ...FORCED }),
]
