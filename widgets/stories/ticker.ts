// The first of each block in a line, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const ticker = story('ticker', 600)

export const TICKER: readonly Story[] = [
  ticker('firsts', '', 'Điểm Nhịp Số', {
    vi: 'Ba cơ quan đứng đầu mỗi khối',
    en: 'The first three of each block',
    width: 1200,
  }),
  ticker('one-each', 'level=commune lang=en limit=1', 'Rank 1/', {
    vi: 'Cơ quan đứng đầu mỗi khối của một cấp',
    en: 'The first of each block of a level',
  }),
  ticker('narrow', 'limit=1', 'Hạng 1/', {
    vi: 'Trong cột 180 điểm ảnh: xuống dòng',
    en: 'In a column of 180 pixels: it goes on below',
    width: 180,
  }),
  ticker('no-data', 'campaign=hidden', 'Chưa có số liệu', {
    vi: 'Chưa cơ quan nào được xếp hạng',
    en: 'Nobody has a rank yet',
  }),
  ticker('stale', 'limit=1 campaign=stale', 'Chưa cập nhật từ', { vi: 'Số liệu cũ', en: 'Old figures' }),
  ticker('final', 'limit=1 campaign=final', 'Kết quả cuối cùng', {
    vi: 'Phong trào đã kết thúc',
    en: 'The campaign is over',
  }),
  ticker('offline', 'limit=1', 'Mất kết nối', { vi: 'Mất kết nối', en: 'Connection lost', loses: true }),
  ticker('nobody', 'block=khong-co', null, {
    vi: 'Không có khối này: liên kết vẫn còn',
    en: 'No such block: the link stays',
    fallback: 'link',
  }),
  ticker('unreachable', 'campaign=broken', 'Không tải được điểm số', {
    vi: 'Máy chủ Nhịp Số không trả lời',
    en: 'The hub does not answer',
  }),
  ticker('paper', 'limit=1', 'Hạng 1/', { vi: 'Khi in', en: 'On paper', ...PAPER }),
  ticker('forced', 'limit=1', 'Hạng 1/', { vi: 'Tương phản cao', en: 'In forced colours', ...FORCED }),
]
