// Language → what the picture of a shared link says.
import type { Language } from '../core/language.ts'
import { en } from './social-card.en.ts'
import { type SocialCardWords, vi } from './social-card.vi.ts'

/** The words of the picture that a shared link shows. */
export const socialCardWords = (lang: Language): SocialCardWords => (lang === 'en' ? en : vi)
