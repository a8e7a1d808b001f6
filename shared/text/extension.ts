// The text of a page in the person's language.
import type { Language } from '../core/language.ts'
import { en } from './extension.en.ts'
import { type Texts, vi } from './extension.vi.ts'

const TEXTS: Readonly<Record<Language, Texts>> = { vi, en }

/** The words of all pages of the extension; the popup loads fewer (popup.ts). */
export const textsOf = (language: Language): Texts => TEXTS[language]
