// Language → what the builder says about systems and policies.
import type { Language } from '../../shared/wire/page.ts'
import { en } from '../text/en.ts'
import { type BuilderWords, vi } from '../text/vi.ts'

export const builderWords = (lang: Language): BuilderWords => (lang === 'en' ? en : vi)
