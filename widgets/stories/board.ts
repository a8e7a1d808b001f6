// The ranking of a level or block, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const board = story('board', 600)

export const BOARD: readonly Story[] = [
  board('block', 'limit=5', 'Hạng', {
    vi: 'Một khối, năm cơ quan đứng đầu',
    en: 'One block, the first five',
  }),
  board('states', 'level=commune block=phuong limit=30', 'Chưa đủ số liệu', {
    vi: 'Cả khối: tạm tính, chưa đủ và chưa có số liệu đứng cuối',
    en: 'A whole block: whoever has no rank stands below',
  }),
  board('two-blocks', 'level=commune limit=3 lang=en', 'Grade', {
    vi: 'Một cấp có hai khối: hai bảng',
    en: 'A level of two blocks: two tables',
    width: 1200,
  }),
  board('narrow', 'limit=3', '1', {
    vi: 'Trong cột 180 điểm ảnh',
    en: 'In a column of 180 pixels',
    width: 180,
  }),
  board('column', 'limit=3', 'Sở Ngoại vụ', {
    vi: 'Trong cột 360 điểm ảnh',
    en: 'In a column of 360 pixels',
    width: 360,
  }),
  board('stale', 'limit=3 campaign=stale', 'Chưa cập nhật từ', { vi: 'Số liệu cũ', en: 'Old figures' }),
  board('final', 'limit=3 campaign=final', 'Kết quả cuối cùng', {
    vi: 'Phong trào đã kết thúc',
    en: 'The campaign is over',
  }),
  board('offline', 'limit=3', 'Mất kết nối', { vi: 'Mất kết nối', en: 'Connection lost', loses: true }),
  board('nobody', 'block=khong-co', null, {
    vi: 'Không có khối này: liên kết vẫn còn',
    en: 'No such block: the link stays',
    fallback: 'link',
  }),
  board('unreachable', 'campaign=broken', 'Không tải được điểm số', {
    vi: 'Máy chủ Nhịp Số không trả lời',
    en: 'The hub does not answer',
  }),
  board('paper', 'limit=3', 'Hạng', { vi: 'Khi in', en: 'On paper', ...PAPER }),
  board('forced', 'limit=3', 'Hạng', { vi: 'Tương phản cao', en: 'In forced colours', ...FORCED }),
]
