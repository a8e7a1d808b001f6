// Language → the headings and states of scores.csv.
import type { Language } from '../core/language.ts'
import { en } from './scores-csv.en.ts'
import { type ScoresCsvWords, vi } from './scores-csv.vi.ts'

/** The heads of the scores as CSV. */
export const scoresCsvWords = (lang: Language): ScoresCsvWords => (lang === 'en' ? en : vi)
