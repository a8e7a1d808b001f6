// How current a released number is, in one sentence. Apart from the one word, which the popup needs alone.
import type { Language } from '../core/language.ts'
import type { Millis } from '../core/time.ts'
import { liveWords } from '../text/live.ts'
import { instantText, updatedText } from './format.ts'
import type { Freshness } from './freshness.ts'

/** `Cập nhật lúc …`, or what is wrong and since when. */
export const freshnessText = (freshness: Freshness, at: Millis, lang: Language): string =>
  freshness === 'fresh' ? updatedText(at, lang) : `${liveWords(lang)[freshness]} ${instantText(at, lang)}`
