// The titles of frames that oEmbed gives, in Vietnamese.
import { boardOfProduct, product, scoreOf } from './terms.vi.ts'

export const vi = { product, board: boardOfProduct, scoreOf }

/** The titles of frames; every language has every key. */
export type OembedWords = typeof vi
