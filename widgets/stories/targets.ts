// The official results of one agency, in each of its states.
import { FORCED, PAPER, type Story, story } from './story.ts'

const targets = story('targets', 600)

export const TARGETS: readonly Story[] = [
  targets(
    'results',
    'agency=ranked',
    '98,53%',
    'Kết quả chính thức, nguồn và ngày',
    'Official results, source and day',
  ),
  targets(
    'english',
    'agency=ranked lang=en',
    '98.53%',
    'Tiếng Anh, trong cột 180 điểm ảnh',
    'In English, in a column of 180 pixels',
    { width: 180 },
  ),
  targets('wide', 'agency=ranked', '98,53%', 'Trên 1200 điểm ảnh', 'On 1200 pixels', { width: 1200 }),
  targets(
    'none',
    'agency=suppressed',
    'Chưa có số liệu',
    'Chưa có kết quả chính thức',
    'No official result yet',
  ),
  targets('stale', 'agency=stale', 'Chưa cập nhật từ', 'Số liệu cũ', 'Old figures'),
  targets('final', 'agency=final', 'Kết quả cuối cùng', 'Phong trào đã kết thúc', 'The campaign is over'),
  targets('offline', 'agency=ranked', 'Mất kết nối', 'Mất kết nối', 'Connection lost', { loses: true }),
  targets(
    'unknown',
    'agency=unknown',
    null,
    'Không có cơ quan này: hình ảnh vẫn còn',
    'No such agency: the image stays',
    { fallback: 'image' },
  ),
  targets(
    'unreachable',
    'agency=broken',
    'Không tải được điểm số',
    'Máy chủ Nhịp Số không trả lời',
    'The hub does not answer',
  ),
  targets('paper', 'agency=ranked', '98,53%', 'Khi in', 'On paper', PAPER),
  targets('forced', 'agency=ranked', '98,53%', 'Tương phản cao', 'In forced colours', FORCED),
]
