// Language → what a page says to somebody who follows an invitation.
import type { Language } from '../core/language.ts'
import { en } from './invitation.en.ts'
import { type InvitationWords, vi } from './invitation.vi.ts'

/** The words of an invitation that an operator hands out. */
export const invitationWords = (lang: Language): InvitationWords => (lang === 'en' ? en : vi)
