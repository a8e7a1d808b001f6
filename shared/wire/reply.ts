// Background → pages: what became of a command. Read by hand: the popup loads no schemas for one answer.
import { fail, ok, type Result } from '../core/result.ts'

/** Why a command was not done. `detail` is for support; pages have their own sentence for each reason. */
export type Reply =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly why: string
      readonly detail: string
      /** Own clock minus the hub's (ms), where the clock is the trouble. */
      readonly clockDifferenceMs?: number
    }

/**
 * The background’s answer to a page, without a schema library: the popup must be small. `invalid` for
 * anything else.
 */
export function parseReply(input: unknown): Result<Reply, 'invalid'> {
  const { ok: done, why, detail, clockDifferenceMs } = isObject(input) ? input : {}
  if (done === true) return ok({ ok: true })
  if (done !== false || typeof why !== 'string' || typeof detail !== 'string') {
    return fail('invalid', 'reply: must hold ok, and where that is false why and detail')
  }
  return ok({
    ok: false,
    why,
    detail,
    ...(typeof clockDifferenceMs === 'number' ? { clockDifferenceMs } : {}),
  })
}

const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null
