// What the picture of a shared link says, in English.
import type { SocialCardWords } from './social-card.vi.ts'
import * as terms from './terms.en.ts'

export const en: SocialCardWords = {
  product: terms.product,
  sample: terms.sample,
  board: terms.board,
  how: terms.how,
  builder: terms.embedTitle,
  rank: terms.rank,
  asOf: 'As of',
  suppressed: terms.suppressed,
  noData: terms.noData,
  movement: 'Emulation movement for e-government, Tây Ninh province',
}
