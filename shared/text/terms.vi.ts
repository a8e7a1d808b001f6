// The words that several surfaces share, in Vietnamese: one thing, one word, written once. Each by its own name, so
// that a small surface carries only those it says.

export const product = 'Nhịp Số'
/** Stands wherever sample figures show. */
export const sample = 'DỮ LIỆU MẪU'
export const score = 'Điểm Nhịp Số'
/** For a reader’s ear and a picture’s alt text. */
export const scoreOf = (name: string): string => `Điểm Nhịp Số của ${name}`
export const points = 'Điểm'
/** Before `3/14`. */
export const rank = 'Hạng'
export const rankedOf = 'Trong số'
export const tier = 'Xếp loại'
export const agencyId = 'Mã'
export const agency = 'Cơ quan, đơn vị'
export const unit = 'Phòng, ban'
export const level = 'Cấp'
export const province = 'Sở, ban, ngành'
export const commune = 'Xã, phường'
export const levels = { province, commune }
export const block = 'Khối thi đua'
/** What stands where there is no score or no rank, by the state of the cell. */
export const ranked = 'Đã xếp hạng'
export const provisional = 'Tạm tính'
export const suppressed = 'Chưa đủ số liệu'
export const noData = 'Chưa có số liệu'
export const states = { ranked, provisional, suppressed, 'no-data': noData }
export const sinceLastWeek = 'So với tuần trước'
/** A line of scores in words, for whoever does not see it. */
export const trend = (from: string, to: string, weeks: number): string =>
  `${weeks} tuần: từ ${from} đến ${to} điểm`
export const board = 'Bảng xếp hạng'
export const boardOfProduct = 'Bảng xếp hạng Nhịp Số'
export const how = 'Cách tính điểm'
export const embedTitle = 'Mã nhúng điểm số'
export const officialResults = 'Kết quả chính thức'
export const enrolled = 'Đã tham gia'
export const enrolledShare = 'Tỷ lệ tham gia'
export const activeShare = 'Tỷ lệ hoạt động trong tuần'
export const activeInWeek = 'Hoạt động trong tuần'
export const medianTime = 'Thời gian trung vị mỗi ngày'
/** The four criteria of a score. */
export const weeklyUse = 'Đều đặn theo tuần'
export const regularUse = 'Thường xuyên'
export const platformsUsed = 'Số nền tảng sử dụng'
export const enoughTime = 'Đủ thời lượng'
export const criteria = {
  weekly: weeklyUse,
  regular: regularUse,
  breadth: platformsUsed,
  enough: enoughTime,
}
export const updatedAt = 'Cập nhật lúc'
export const staleSince = 'Chưa cập nhật từ'
/** Before a day: `20:01 ngày 23/11/2026`. */
export const on = 'ngày'
export const hour = 'giờ'
export const minute = 'phút'
export const second = 'giây'
export const week = 'Tuần'
export const notKnown = 'Chưa có'
/** Each language by its own name, whatever the page's. */
export const languages = { vi: 'Tiếng Việt', en: 'English' }
