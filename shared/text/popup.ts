// The popup's texts in the person's language.
import type { Language } from '../core/language.ts'
import { en } from './popup.en.ts'
import { type PopupTexts, vi } from './popup.vi.ts'

const TEXTS: Readonly<Record<Language, PopupTexts>> = { vi, en }

/** All words that the popup loads. */
export const popupTextsOf = (language: Language): PopupTexts => TEXTS[language]
