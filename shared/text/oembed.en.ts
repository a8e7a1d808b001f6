// The titles of frames that oEmbed gives, in English.
import type { OembedWords } from './oembed.vi.ts'
import { boardOfProduct, product, scoreOf } from './terms.en.ts'

export const en: OembedWords = { product, board: boardOfProduct, scoreOf }
