// The text of a page in the person's language.
import type { Language } from '../../shared/wire/page.ts'
import { en } from './en.ts'
import { type Texts, vi } from './vi.ts'

const TEXTS: Readonly<Record<Language, Texts>> = { vi, en }

export const textsOf = (language: Language): Texts => TEXTS[language]
