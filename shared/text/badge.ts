// Language → what the image badge says.
import type { Language } from '../core/language.ts'
import { en } from './badge.en.ts'
import { type BadgeWords, vi } from './badge.vi.ts'

/** The words of the badge, a picture of its own. */
export const badgeWords = (lang: Language): BadgeWords => (lang === 'en' ? en : vi)
