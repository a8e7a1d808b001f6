// Language → the headings and levels of final.csv.
import type { Language } from '../core/language.ts'
import { en } from './final-csv.en.ts'
import { type FinalCsvWords, vi } from './final-csv.vi.ts'

/** The heads and states of the final table as CSV. */
export const finalCsvWords = (lang: Language): FinalCsvWords => (lang === 'en' ? en : vi)
