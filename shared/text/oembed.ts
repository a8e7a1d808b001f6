// Language → the titles of frames that oEmbed gives.
import type { Language } from '../core/language.ts'
import { en } from './oembed.en.ts'
import { type OembedWords, vi } from './oembed.vi.ts'

/** The words of an oEmbed answer. */
export const oembedWords = (lang: Language): OembedWords => (lang === 'en' ? en : vi)
