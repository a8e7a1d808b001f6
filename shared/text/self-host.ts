// Language → the recipe for an agency's own web server.
import type { Language } from '../core/language.ts'
import { en } from './self-host.en.ts'
import { type SelfHostWords, vi } from './self-host.vi.ts'

/** The words of the notes that go with a copy of the script on a site’s own server. */
export const selfHostWords = (lang: Language): SelfHostWords => (lang === 'en' ? en : vi)
