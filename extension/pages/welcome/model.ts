// The welcome page's state: consent first, then joining an agency.
import { signal } from '@preact/signals'
import type { Millis } from '../../../shared/core/time.ts'
import type { Command } from '../../../shared/wire/messages.ts'
import type { Policy } from '../../policy.ts'
import type { Db } from '../../store/db.ts'
import type { SendCommand } from '../command.ts'
import type { Refusal } from '../refusal.ts'
import { CONSENT } from './consent.ts'
import { exampleReport } from './example-report.ts'
import { createJoinForm } from './join-form.ts'
import { createSetUp } from './set-up.ts'
import { firstStep, type Step } from './steps.ts'

export interface WelcomeContext {
  readonly db: Db
  readonly send: SendCommand
  readonly now: () => Millis
  readonly policy: Policy
  /** Where no policy names a hub. */
  readonly defaultHub: string
  /** The screen that a link asks for (`#join`). */
  readonly wanted?: string
}

export type WelcomeModel = Awaited<ReturnType<typeof createWelcome>>

/** Reads before it resolves, so that the first frame shows the right screen. */
export async function createWelcome({ db, send, now, policy, defaultHub, wanted }: WelcomeContext) {
  const { bundle, setUp, refresh } = await createSetUp(db, now)
  const example = signal(await exampleReport(db, bundle.value, now()))
  const { command: enrolCommand, ...form } = createJoinForm(policy, defaultHub)
  const step = signal<Step>(firstStep(setUp.value, wanted))
  const ticked = signal(false)
  const mustTick = signal(false)
  const withdrawn = signal(false)
  const busy = signal(false)
  const refused = signal<Refusal | null>(null)

  const act = async (command: Command): Promise<boolean> => {
    busy.value = true
    const reply = await send(command)
    refused.value = reply.ok ? null : reply
    await refresh()
    busy.value = false
    return reply.ok
  }
  const go = (to: Step): void => {
    if (to === 'join' && !setUp.value.consent) return
    step.value = to
    refused.value = null
  }
  const join = (): Promise<boolean> => act(enrolCommand())
  /** Consent is the person's own act; a code of the policy is used right after it, never before. */
  const agree = async (): Promise<void> => {
    mustTick.value = !ticked.value
    if (!ticked.value) return
    withdrawn.value = false
    if (!(await act({ do: 'consent', version: CONSENT.version }))) return
    step.value = 'join'
    if (form.policy.value.enrolmentCode && !setUp.value.joined) await join()
  }
  const withdraw = async (erase: boolean): Promise<void> => {
    await act({ do: 'withdraw', erase })
    ticked.value = false
    withdrawn.value = setUp.value.consent === null
    step.value = 'consent'
  }
  const consent = { ticked, mustTick, withdrawn, agree, withdraw }
  return { ...form, ...consent, bundle, setUp, example, step, go, busy, refused, join }
}
