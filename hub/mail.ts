// A digest leaves by SMTP, where the operator has set a server. One message to one office, never a list.
import { createTransport } from 'nodemailer'
import { fail, ok, type Result } from '../shared/core/result.ts'
import type { Digest } from './digest.ts'

export interface MailConfig {
  /** `smtp://USER:PASSWORD@HOST:PORT`, or `smtps:`. */
  readonly url: string
  readonly from: string
}

export interface Mailer {
  readonly send: (to: string, digest: Digest) => Promise<Result<null, 'refused'>>
  readonly close: () => void
}

const TIMEOUT_MS = 20_000

export function openMailer({ url, from }: MailConfig): Mailer {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
  return {
    send: async (to, { subject, html, text }) => {
      try {
        await transport.sendMail({ from, to, subject, html, text })
        return ok(null)
      } catch (error) {
        return fail('refused', error instanceof Error ? error.message : String(error))
      }
    },
    close: () => transport.close(),
  }
}
