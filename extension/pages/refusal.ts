// Why something was not done, as a sentence that says what to do.

import type { Language } from '../../shared/core/language.ts'
import { popupTextsOf } from '../../shared/text/popup.ts'
import type { PopupTexts } from '../../shared/text/popup.vi.ts'
import { durationTextOfMs } from '../../shared/ui/format.ts'
import type { Reply } from '../../shared/wire/reply.ts'

type Why = keyof PopupTexts['refusal']
/** Why a command was not done. */
export type Refusal = Extract<Reply, { ok: false }>

/** A reason that this version does not know is shown as a plain refusal. */
export function refusalText({ why, clockDifferenceMs }: Refusal, language: Language): string {
  const { refusal } = popupTextsOf(language)
  if (why === 'clock-off' && clockDifferenceMs !== undefined) return clockText(clockDifferenceMs, language)
  return isKnown(why, refusal) ? refusal[why] : refusal.refused
}

/** By how much this machine's clock is wrong, in words. */
export function clockText(differenceMs: number, language: Language): string {
  const { clockAhead, clockBehind } = popupTextsOf(language)
  const span = durationTextOfMs(Math.abs(differenceMs), language)
  return differenceMs > 0 ? clockAhead(span) : clockBehind(span)
}

const isKnown = (why: string, known: PopupTexts['refusal']): why is Why => Object.hasOwn(known, why)
