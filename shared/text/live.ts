// Language → the few words that a live display carries.
import type { Language } from '../core/language.ts'
import { en } from './live.en.ts'
import { type LiveWords, vi } from './live.vi.ts'

/** The words of what moves: freshness, sample mark, states of a score. */
export const liveWords = (lang: Language): LiveWords => (lang === 'en' ? en : vi)
