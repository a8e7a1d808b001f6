// What the picture of a shared link says, in Vietnamese.
import * as terms from './terms.vi.ts'

export const vi = {
  product: terms.product,
  sample: terms.sample,
  board: terms.board,
  how: terms.how,
  builder: terms.embedTitle,
  rank: terms.rank,
  asOf: 'Số liệu tính đến ngày',
  suppressed: terms.suppressed,
  noData: terms.noData,
  movement: 'Phong trào thi đua xây dựng chính quyền điện tử tỉnh Tây Ninh',
}

/** What the picture says; every language has every key. */
export type SocialCardWords = typeof vi
