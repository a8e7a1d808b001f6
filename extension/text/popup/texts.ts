// The popup's texts in the person's language.
import type { Language } from '../../../shared/wire/page.ts'
import { en } from './en.ts'
import { type PopupTexts, vi } from './vi.ts'

const TEXTS: Readonly<Record<Language, PopupTexts>> = { vi, en }

export const popupTextsOf = (language: Language): PopupTexts => TEXTS[language]
