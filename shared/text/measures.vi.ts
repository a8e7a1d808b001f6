// What each measure of a weekly table is called and what exactly it counts, and why a cell is hidden, in Vietnamese.
// By the measure's id: its unit and its arithmetic stand in shared/wire/figures.ts.
import * as terms from './terms.vi.ts'

export const vi = {
  headcount: { name: 'Số biên chế được giao', means: 'Biên chế được giao chính thức của tuần đó' },
  invited: { name: 'Được mời', means: 'Số lượt mời đã phát, không quá số biên chế được giao' },
  enrolled: {
    name: terms.enrolled,
    means: 'Số người tham gia tại lần chốt gần nhất; chỉ chốt lại khi đủ số người thay đổi',
  },
  enrolledShare: { name: terms.enrolledShare, means: 'Đã tham gia / số biên chế được giao' },
  reported: {
    name: 'Đã gửi số liệu',
    means: 'Số người từng gửi số liệu, làm tròn xuống bội số của 5',
  },
  active: { name: terms.activeInWeek, means: 'Có ít nhất một ngày đạt yêu cầu' },
  activeShare: { name: terms.activeShare, means: 'Hoạt động trong tuần / số biên chế được giao' },
  regular: {
    name: 'Sử dụng thường xuyên',
    means: 'Có đủ số ngày đạt yêu cầu trong tuần; số công bố nhiều nhất bằng số người hoạt động trừ 3',
  },
  stickiness: {
    name: 'Mức sử dụng đều hằng ngày',
    means: 'Số người dùng bình quân một ngày làm việc / số người dùng trong tuần; không công bố mức gần 100%',
  },
  breadth0: { name: 'Không dùng nền tảng nào', means: 'Người tham gia không hoạt động trong tuần' },
  breadth1: { name: 'Dùng 1 nền tảng', means: 'Trong số người hoạt động' },
  breadth2: { name: 'Dùng 2 nền tảng', means: 'Trong số người hoạt động' },
  breadth3: { name: 'Dùng từ 3 nền tảng', means: 'Trong số người hoạt động' },
  minutes: {
    name: terms.medianTime,
    means: 'Phút hoạt động trung vị của người hoạt động, mỗi người có mức trần',
  },
  quartile1: {
    name: 'Mức của 25% dùng ít nhất',
    means: 'Một phần tư số người hoạt động dùng ít hơn mức này; chỉ công bố từ 20 người',
  },
  quartile3: {
    name: 'Mức của 25% dùng nhiều nhất',
    means: 'Một phần tư số người hoạt động dùng nhiều hơn mức này; chỉ công bố từ 20 người',
  },
  short: {
    name: 'Ngày sử dụng còn ngắn',
    means: 'Người hoạt động có thời gian trung vị dưới mức yêu cầu; chỉ công bố từ 20 người hoạt động',
  },
}

/** Why a cell is hidden and when it may appear; `k` is the minimum group. */
export const hidden = {
  'too-few': (k: number): string =>
    `Không hiển thị vì nhóm có dưới ${k} người; sẽ hiển thị khi trọn một tuần có từ ${k} người trở lên.`,
  complement: (k: number): string =>
    `Không hiển thị để tránh suy ra số liệu của một nhóm có dưới ${k} người; sẽ hiển thị khi các nhóm đều đủ người.`,
  'one-sided': (k: number): string =>
    `Không hiển thị vì một trong hai nhóm quá ít người: nhóm được đếm có dưới ${k} người, hoặc nhóm còn lại có dưới 3 người; sẽ hiển thị khi cả hai nhóm đủ người.`,
  'no-headcount': (_k: number): string => 'Chưa có số biên chế được giao; sẽ hiển thị khi đơn vị cung cấp.',
  'small-unit': (k: number): string =>
    `Không hiển thị vì phòng, ban này hoặc phòng, ban khác trong bảng có dưới ${k} người; sẽ hiển thị khi các phòng, ban đủ ${k} người.`,
  'under-twenty': (_k: number): string =>
    'Không hiển thị vì có dưới 20 người hoạt động; sẽ hiển thị khi trọn một tuần có từ 20 người trở lên.',
}

/** The words of all measures by their ids; every language has every key. */
export type MeasureWords = typeof vi
export type HiddenSentences = typeof hidden
