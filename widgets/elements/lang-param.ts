// Links keep the reader's language; Vietnamese needs no word.
import type { Language } from '../../shared/core/language.ts'

/** The value of `?lang=` in an address: Vietnamese needs none. */
export const englishOnly = (lang: Language): string | undefined => (lang === 'en' ? lang : undefined)
