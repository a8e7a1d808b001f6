// Why something was not done, as a sentence that says what to do.
import { durationTextOfMs } from '../../shared/ui/format.ts'
import type { Reply } from '../../shared/wire/messages.ts'
import type { Language } from '../../shared/wire/page.ts'
import { textsOf } from '../text/texts.ts'
import type { Texts } from '../text/vi.ts'

type Why = keyof Texts['refusal']
type Refused = Extract<Reply, { ok: false }>

/** A reason that this version does not know is told as a plain refusal. */
export function refusalText({ why, clockDifferenceMs }: Refused, language: Language): string {
  const { refusal } = textsOf(language)
  if (why === 'clock-off' && clockDifferenceMs !== undefined) return clockText(clockDifferenceMs, language)
  return isKnown(why, refusal) ? refusal[why] : refusal.refused
}

/** By how much this machine's clock is wrong, in words. */
export function clockText(differenceMs: number, language: Language): string {
  const { clockAhead, clockBehind } = textsOf(language)
  const span = durationTextOfMs(Math.abs(differenceMs), language)
  return differenceMs > 0 ? clockAhead(span) : clockBehind(span)
}

const isKnown = (why: string, known: Texts['refusal']): why is Why => Object.hasOwn(known, why)
