// Links keep the reader's language; Vietnamese needs no word.
import type { Language } from '../../shared/wire/page.ts'

export const englishOnly = (lang: Language): string | undefined => (lang === 'en' ? lang : undefined)
