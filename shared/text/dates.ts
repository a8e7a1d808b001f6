// Language → the words inside a written time, day or week. One function a word: the widgets' script carries only its own.
import type { Language } from '../core/language.ts'
import * as en from './terms.en.ts'
import * as vi from './terms.vi.ts'

/** Before a day: `20:01 ngày 23/11/2026`. */
export const onWord = (lang: Language): string => (lang === 'en' ? en.on : vi.on)

/** “Tuần”, as it stands before a week’s number. */
export const weekWord = (lang: Language): string => (lang === 'en' ? en.week : vi.week)

/** What stands before the time of a release. */
export const updatedAtWords = (lang: Language): string => (lang === 'en' ? en.updatedAt : vi.updatedAt)

/** Hour, minute and second, as they stand after a number. */
export const durationUnits = (lang: Language): readonly [hour: string, minute: string, second: string] =>
  lang === 'en' ? [en.hour, en.minute, en.second] : [vi.hour, vi.minute, vi.second]
