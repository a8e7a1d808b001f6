// What a page says to somebody who follows an invitation, in English.
import type { InvitationWords } from './invitation.vi.ts'

export const en: InvitationWords = {
  title: 'You are invited to join Nhịp Số',
  what: 'Click the Nhịp Số icon in your browser’s toolbar, choose “Enter the enrolment code”, and paste this code or the address of this page. The code shows on your machine only; this page sends it nowhere.',
}
