// The official results of one agency, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const targets = story('targets', 600)

export const TARGETS: readonly Story[] = [
  targets(
    'results',
    'agency=ranked',
    ['Kết quả chính thức, nguồn và ngày', 'Official results, source and day'],
    { sees: '98,53%' },
  ),
  targets(
    'english',
    'agency=ranked lang=en',
    ['Tiếng Anh, trong cột 180 điểm ảnh', 'In English, in a column of 180 pixels'],
    { sees: '98.53%', width: 180 },
  ),
  targets('wide', 'agency=ranked', ['Trên 1200 điểm ảnh', 'On 1200 pixels'], { sees: '98,53%', width: 1200 }),
  targets('none', 'agency=suppressed', ['Chưa có kết quả chính thức', 'No official result yet'], {
    sees: 'Chưa có số liệu',
  }),
  targets('stale', 'agency=stale', ['Số liệu cũ', 'Old figures'], { sees: 'Chưa cập nhật từ' }),
  targets('final', 'agency=final', ['Phong trào đã kết thúc', 'The campaign is over'], {
    sees: 'Kết quả cuối cùng',
  }),
  targets('offline', 'agency=ranked', ['Mất kết nối', 'Connection lost'], {
    sees: 'Mất kết nối',
    loses: true,
  }),
  targets(
    'unknown',
    'agency=unknown',
    ['Không có cơ quan này: hình ảnh vẫn còn', 'No such agency: the image stays'],
    { fallback: 'image' },
  ),
  targets('unreachable', 'agency=broken', ['Máy chủ Nhịp Số không trả lời', 'The hub does not answer'], {
    sees: 'Không tải được điểm số',
  }),
  targets('paper', 'agency=ranked', ['Khi in', 'On paper'], { sees: '98,53%', ...PAPER }),
  targets('forced', 'agency=ranked', ['Tương phản cao', 'In forced colours'], { sees: '98,53%', ...FORCED }),
]
