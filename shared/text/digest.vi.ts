// The weekly digest's words in Vietnamese. English stands beside it, word for word.
import * as terms from './terms.vi.ts'

export const vi = {
  product: terms.product,
  sample: terms.sample,
  title: (agency: string) => `Bản tin tuần: ${agency}`,
  week: (number: number, year: string, span: string) => `${terms.week} ${number}/${year} (${span})`,
  figure: 'Chỉ tiêu',
  now: 'Tuần này',
  before: 'Tuần trước',
  unknown: terms.notKnown,
  minute: terms.minute,
  block: (agencies: number, enrolled: string, active: string) =>
    `Trung vị của khối (${agencies} đơn vị): tham gia ${enrolled}, hoạt động ${active}`,
  notes: 'Ghi chú',
  privacy: (k: number) =>
    `Số liệu tổng hợp theo tuần trọn vẹn, chỉ của nhóm từ ${k} người trở lên. Không có số liệu của từng cá nhân, không dùng để đánh giá cá nhân.`,
  release: (release: number) =>
    `Bản công bố số ${release}. Cùng số liệu với trang của đơn vị trong tiện ích.`,
}

/** What the weekly digest says; every language has every key. */
export type DigestWords = typeof vi
