// Language → what the builder says about systems and policies.
import type { Language } from '../core/language.ts'
import { en } from './builder.en.ts'
import { type BuilderWords, vi } from './builder.vi.ts'

/** The words of the builder and of the webmasters’ page. */
export const builderWords = (lang: Language): BuilderWords => (lang === 'en' ? en : vi)
