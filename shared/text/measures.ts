// Language → what the measures of a weekly table are called, and why a cell of it is hidden.
import type { Language } from '../core/language.ts'
import { en, hidden as hiddenEn } from './measures.en.ts'
import { type HiddenSentences, hidden as hiddenVi, type MeasureWords, vi } from './measures.vi.ts'

/** Name and meaning of each measure, by its id. */
export const measureWords = (lang: Language): MeasureWords => (lang === 'en' ? en : vi)

/** Why a cell is hidden and when it may appear, in one sentence. @param k the minimum group */
export const hiddenSentence = (why: keyof HiddenSentences, k: number, lang: Language): string =>
  (lang === 'en' ? hiddenEn : hiddenVi)[why](k)
