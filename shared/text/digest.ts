// Language → what the weekly digest says.
import type { Language } from '../core/language.ts'
import { en } from './digest.en.ts'
import { type DigestWords, vi } from './digest.vi.ts'

/** The words of the weekly mail. */
export const digestWords = (lang: Language): DigestWords => (lang === 'en' ? en : vi)
