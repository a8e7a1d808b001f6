// The weekly digest's words in Vietnamese. English stands beside it, word for word.
export const vi = {
  product: 'Nhịp Số',
  sample: 'DỮ LIỆU MẪU',
  title: (agency: string) => `Bản tin tuần: ${agency}`,
  week: (number: number, year: string, span: string) => `Tuần ${number}/${year} (${span})`,
  figure: 'Chỉ tiêu',
  now: 'Tuần này',
  before: 'Tuần trước',
  unknown: 'Chưa có',
  minute: 'phút',
  block: (agencies: number, enrolled: string, active: string) =>
    `Trung vị của khối (${agencies} đơn vị): tham gia ${enrolled}, hoạt động ${active}`,
  notes: 'Ghi chú',
  privacy: (k: number) =>
    `Số liệu tổng hợp theo tuần trọn vẹn, chỉ của nhóm từ ${k} người trở lên. Không có số liệu của một người, không dùng để đánh giá cá nhân.`,
  release: (release: number) =>
    `Bản công bố số ${release}. Cùng số liệu với trang của đơn vị trong tiện ích.`,
}

export type Texts = typeof vi
