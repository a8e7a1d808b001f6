// The three screens, in this order; the third one opens with the consent.
import type { SetUp } from './set-up.ts'

export const STEPS = ['counted', 'consent', 'join'] as const
export type Step = (typeof STEPS)[number]

/** Where to begin: at what is still missing; who has joined comes to read again what is sent. */
export function firstStep({ consent, joined }: SetUp, wanted: string | undefined): Step {
  if (!consent) return 'counted'
  return joined && wanted !== 'join' ? 'counted' : 'join'
}
