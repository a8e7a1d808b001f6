// A released week → its figures in their order: the page, the files and the digest all read this list and nothing else.
import type { BothLanguages } from './parse.ts'
import type { HiddenBecause, Range, ReleasedCell, TeamWeek } from './team.ts'

/** `share` in basis points, `minutes` of a day. */
type Unit = 'count' | 'share' | 'minutes'

interface Measure {
  readonly id: string
  readonly unit: Unit
  readonly name: BothLanguages
  /** What exactly is counted. */
  readonly means: BothLanguages
  readonly of: (week: TeamWeek) => ReleasedCell<number> | null
}

/** A figure of a week; null where the week was released before it was kept, or it is not known. */
export interface Figure extends Omit<Measure, 'of'> {
  readonly cell: ReleasedCell<number> | null
}

const count = (value: number | null | undefined): ReleasedCell<number> | null =>
  value === null || value === undefined ? null : { told: true, value }

const bound = (cell: ReleasedCell<Range> | undefined, side: 'from' | 'to'): ReleasedCell<number> | null =>
  cell ? (cell.told ? { told: true, value: cell.value[side] } : cell) : null

const MEASURES: readonly Measure[] = [
  {
    id: 'headcount',
    unit: 'count',
    name: { vi: 'Số người trong danh sách', en: 'People on the rolls' },
    means: { vi: 'Biên chế chính thức của tuần đó', en: 'Official headcount of that week' },
    of: week => count(week.headcount),
  },
  {
    id: 'invited',
    unit: 'count',
    name: { vi: 'Được mời', en: 'Invited' },
    means: {
      vi: 'Số lượt mời đã phát, không quá số người trong danh sách',
      en: 'Invitations given out, at most the headcount',
    },
    of: week => count(week.detail?.invited),
  },
  {
    id: 'enrolled',
    unit: 'count',
    name: { vi: 'Đã tham gia', en: 'Enrolled' },
    means: {
      vi: 'Số người tham gia tại lần chốt gần nhất; chỉ chốt lại khi đủ số người thay đổi',
      en: 'People enrolled when the membership was last frozen; frozen anew only when enough people have changed',
    },
    of: week => week.enrolled,
  },
  {
    id: 'enrolledShare',
    unit: 'share',
    name: { vi: 'Tỷ lệ tham gia', en: 'Enrolled share' },
    means: { vi: 'Đã tham gia / số người trong danh sách', en: 'Enrolled / headcount' },
    of: week => week.enrolledShare,
  },
  {
    id: 'reported',
    unit: 'count',
    name: { vi: 'Đã gửi số liệu', en: 'First report' },
    means: {
      vi: 'Số người từng gửi số liệu, làm tròn xuống bội số của 5',
      en: 'People who ever sent a total, rounded down to five',
    },
    of: week => week.detail?.reported ?? null,
  },
  {
    id: 'active',
    unit: 'count',
    name: { vi: 'Hoạt động trong tuần', en: 'Active in the week' },
    means: { vi: 'Có ít nhất một ngày được tính', en: 'At least one qualifying day' },
    of: week => week.detail?.active ?? null,
  },
  {
    id: 'activeShare',
    unit: 'share',
    name: { vi: 'Tỷ lệ hoạt động trong tuần', en: 'Weekly active share' },
    means: { vi: 'Hoạt động trong tuần / số người trong danh sách', en: 'Active / headcount' },
    of: week => week.activeShare,
  },
  {
    id: 'regular',
    unit: 'count',
    name: { vi: 'Sử dụng thường xuyên', en: 'Regular' },
    means: {
      vi: 'Đủ số ngày làm việc được tính trong tuần; nêu nhiều nhất là số người hoạt động trừ 3',
      en: 'Qualifying days on enough of the week’s working days; told up to the active people but three',
    },
    of: week => week.detail?.regular ?? null,
  },
  {
    id: 'stickiness',
    unit: 'share',
    name: { vi: 'Mức gắn bó theo ngày', en: 'Stickiness' },
    means: {
      vi: 'Người dùng bình quân một ngày làm việc / người dùng trong tuần; không nêu sát mức mọi người dùng mọi ngày',
      en: 'Average users of a working day / users of the week; never told as near as everybody every day',
    },
    of: week => week.detail?.stickiness ?? null,
  },
  {
    id: 'breadth0',
    unit: 'count',
    name: { vi: 'Không dùng nền tảng nào', en: 'No platform' },
    means: { vi: 'Người tham gia không hoạt động trong tuần', en: 'Enrolled people who were not active' },
    of: week => week.detail?.breadth[0] ?? null,
  },
  {
    id: 'breadth1',
    unit: 'count',
    name: { vi: 'Dùng 1 nền tảng', en: 'One platform' },
    means: { vi: 'Trong số người hoạt động', en: 'Among those active' },
    of: week => week.detail?.breadth[1] ?? null,
  },
  {
    id: 'breadth2',
    unit: 'count',
    name: { vi: 'Dùng 2 nền tảng', en: 'Two platforms' },
    means: { vi: 'Trong số người hoạt động', en: 'Among those active' },
    of: week => week.detail?.breadth[2] ?? null,
  },
  {
    id: 'breadth3',
    unit: 'count',
    name: { vi: 'Dùng từ 3 nền tảng', en: 'Three or more platforms' },
    means: { vi: 'Trong số người hoạt động', en: 'Among those active' },
    of: week => week.detail?.breadth[3] ?? null,
  },
  {
    id: 'minutes',
    unit: 'minutes',
    name: { vi: 'Thời gian trung vị mỗi ngày', en: 'Median time a day' },
    means: {
      vi: 'Phút hoạt động trung vị của người hoạt động, mỗi người có mức trần',
      en: 'Median active minutes of those active, each capped',
    },
    of: week => week.detail?.minutes ?? null,
  },
  {
    id: 'quartile1',
    unit: 'minutes',
    name: { vi: 'Tứ phân vị dưới', en: 'Lower quartile' },
    means: {
      vi: 'Một phần tư số người ít hơn mức này; chỉ nêu từ 20 người',
      en: 'A quarter of the people are below; from 20 people up',
    },
    of: week => bound(week.detail?.quartiles, 'from'),
  },
  {
    id: 'quartile3',
    unit: 'minutes',
    name: { vi: 'Tứ phân vị trên', en: 'Upper quartile' },
    means: {
      vi: 'Một phần tư số người nhiều hơn mức này; chỉ nêu từ 20 người',
      en: 'A quarter of the people are above; from 20 people up',
    },
    of: week => bound(week.detail?.quartiles, 'to'),
  },
  {
    id: 'short',
    unit: 'count',
    name: { vi: 'Ngày sử dụng còn ngắn', en: 'Short days' },
    means: {
      vi: 'Người hoạt động có thời gian trung vị dưới mức yêu cầu; chỉ nêu từ 20 người hoạt động',
      en: 'Active people whose median day is shorter than asked for; from 20 active people up',
    },
    of: week => week.detail?.short ?? null,
  },
]

export const figuresOf = (week: TeamWeek): readonly Figure[] =>
  MEASURES.map(({ of, ...measure }) => ({ ...measure, cell: of(week) }))

/** The figure of that id. An unknown id is a bug. */
export function figureOf(week: TeamWeek, id: string): Figure {
  const found = figuresOf(week).find(one => one.id === id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

/** Why a cell is hidden and when it may appear, in one sentence. @param k the minimum group */
export const hiddenSentence = (why: HiddenBecause, k: number): BothLanguages => SENTENCES[why](k)

const SENTENCES: Readonly<Record<HiddenBecause, (k: number) => BothLanguages>> = {
  'too-few': k => ({
    vi: `Ẩn vì nhóm có dưới ${k} người; hiện ra khi trọn một tuần có từ ${k} người trở lên.`,
    en: `Hidden because the group has fewer than ${k} people; it appears after a whole week with ${k} or more.`,
  }),
  complement: k => ({
    vi: `Ẩn vì từ số này có thể suy ra một nhóm có dưới ${k} người; hiện ra khi các nhóm đều đủ người.`,
    en: `Hidden because a group of fewer than ${k} people could be worked out from it; it appears when each has enough.`,
  }),
  'one-sided': k => ({
    vi: `Ẩn vì có dưới ${k} người ở phía này hoặc dưới 3 người ở phía kia; hiện ra khi cả hai phía đủ người.`,
    en: `Hidden because fewer than ${k} people are on this side or fewer than 3 on the other; it appears when both have enough.`,
  }),
  'no-headcount': () => ({
    vi: 'Chưa có số người trong danh sách; hiện ra khi đơn vị cung cấp biên chế.',
    en: 'The headcount is not known; it appears when the agency has given it.',
  }),
  'small-unit': k => ({
    vi: `Ẩn vì phòng, ban này hoặc phòng, ban bên cạnh có dưới ${k} người; hiện ra khi các phòng, ban đủ ${k} người.`,
    en: `Hidden because this unit or one beside it has fewer than ${k} people; it appears when the units have ${k}.`,
  }),
  'under-twenty': () => ({
    vi: 'Ẩn vì có dưới 20 người hoạt động; hiện ra khi trọn một tuần có từ 20 người trở lên.',
    en: 'Hidden because fewer than 20 people were active; it appears after a whole week with 20 or more.',
  }),
}
