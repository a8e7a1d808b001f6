// What was done last or why it was not, and whether something is under way.
import { signal } from '@preact/signals'
import type { Refusal } from '../refusal.ts'

export type DiaryDone = 'erased' | 'imported' | 'withdrawn'

/** Nothing done, nothing refused, nothing under way. */
export const createOutcome = () => ({
  refused: signal<Refusal | null>(null),
  done: signal<DiaryDone | null>(null),
  busy: signal(false),
})
export type Outcome = ReturnType<typeof createOutcome>
