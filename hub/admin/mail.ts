// A digest leaves by SMTP, where the operator has set a server. One message to one office, never a list.
import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import type { MailConfig } from '../config.ts'
import type { Digest } from '../render/digest.ts'

export interface Mailer {
  /**
   * @param name what the message is of: the same one keeps its Message-ID, so that a mailbox shows it once
   * @returns `refused`: this office's mailbox · `unreachable`: the server, for everybody
   */
  readonly send: (
    to: string,
    digest: Digest,
    name: string,
  ) => Promise<Result<null, 'refused' | 'unreachable'>>
  readonly close: () => void
}

const TIMEOUT_MS = 20_000
/** What nodemailer calls a fault that the next message would meet, too. */
const OF_THE_SERVER = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EAUTH', 'ENOAUTH']

/**
 * A mailer over one SMTP server. It reads no file and no address for whoever writes a mail, and waits for
 * nothing longer than `TIMEOUT_MS`.
 */
export function openMailer({ url, from }: MailConfig): Mailer {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  const safe = { disableFileAccess: true, disableUrlAccess: true, requireTLS: mustEncrypt(url) }
  const transport = createTransport({ url, ...timeouts, ...safe })
  return {
    send: async (to, { subject, html, text }, name) => {
      const id = createHash('sha256').update(`${name} ${to}`).digest('hex').slice(0, 32)
      const messageId = `<${id}@nhipso.invalid>`
      const headers = { 'Auto-Submitted': 'auto-generated' }
      try {
        await transport.sendMail({ from, to, subject, html, text, messageId, headers })
        return ok(null)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        const detail = error instanceof Error ? error.message : String(error)
        return fail(OF_THE_SERVER.includes(code) ? 'unreachable' : 'refused', detail)
      }
    },
    close: () => transport.close(),
  }
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Beyond this machine mail and password leave encrypted, or not at all; `?requireTLS=false` says otherwise. */
export function mustEncrypt(url: string): boolean {
  const { hostname } = new URL(url.replace(/^smtps?:/, 'http:'))
  return !LOOPBACK.test(hostname)
}
