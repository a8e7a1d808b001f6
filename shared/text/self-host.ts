// Language → the recipe for an agency's own web server.
import type { Language } from '../core/language.ts'
import { en } from './self-host.en.ts'
import { type SelfHostWords, vi } from './self-host.vi.ts'

export const selfHostWords = (lang: Language): SelfHostWords => (lang === 'en' ? en : vi)
