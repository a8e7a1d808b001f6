// Language → what the pages say.
import type { Language } from '../core/language.ts'
import { en } from './ui.en.ts'
import { vi, type Words } from './ui.vi.ts'

/** The words of the web pages and of what elements and pages share. */
export const words = (lang: Language): Words => (lang === 'en' ? en : vi)
