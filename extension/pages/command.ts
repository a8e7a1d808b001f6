// A page asks the background to do something: the page itself writes nothing.
import { browser } from 'wxt/browser'
import type { Command } from '../../shared/wire/messages.ts'
import { parseReply, type Reply } from '../../shared/wire/reply.ts'

export type SendCommand = (command: Command) => Promise<Reply>

/** Never throws: a background that does not reply is an internal error. */
export async function sendCommand(command: Command): Promise<Reply> {
  try {
    const reply = parseReply(await browser.runtime.sendMessage(command))
    return reply.ok ? reply.value : { ok: false, why: 'internal', detail: reply.detail }
  } catch (error) {
    return { ok: false, why: 'internal', detail: error instanceof Error ? error.message : String(error) }
  }
}
