// Links keep the reader's language; Vietnamese needs no word.
import type { Language } from '../../shared/core/language.ts'

export const englishOnly = (lang: Language): string | undefined => (lang === 'en' ? lang : undefined)
