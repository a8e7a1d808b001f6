// The welcome page's state: consent first, then joining an agency.
import { computed, signal } from '@preact/signals'
import { type DayKey, dayOf } from '../../../shared/core/day.ts'
import type { Millis } from '../../../shared/core/time.ts'
import type { CampaignBundle } from '../../../shared/wire/campaign.ts'
import type { Consent } from '../../../shared/wire/enrolment.ts'
import type { BothLanguages } from '../../../shared/wire/parse.ts'
import type { Reply } from '../../../shared/wire/reply.ts'
import type { Policy } from '../../policy.ts'
import { mustJoinAgain } from '../../rejoin.ts'
import { campaignNow } from '../../store/campaign.ts'
import type { Db } from '../../store/db.ts'
import { identity } from '../../store/identity.ts'
import { setting } from '../../store/settings.ts'
import type { Send } from '../command.ts'
import { CONSENT } from './consent.ts'
import { exampleReport } from './example-report.ts'
import { invitationOf } from './invitation.ts'

/** The three screens, in this order; the third one opens with the consent. */
export const STEPS = ['counted', 'consent', 'join'] as const
export type Step = (typeof STEPS)[number]

export interface WelcomeTools {
  readonly db: Db
  readonly send: Send
  readonly now: () => Millis
  readonly policy: Policy
  /** Where no policy names a hub. */
  readonly defaultHub: string
  /** The screen that a link asks for (`#join`). */
  readonly wanted?: string
}

/** What the store knows about this person's set-up. */
export interface SetUp {
  readonly consent: Consent | null
  readonly joined: { readonly agency: BothLanguages; readonly mayOpenTeam: boolean } | null
}

export type WelcomeModel = Awaited<ReturnType<typeof createWelcome>>

export async function createWelcome(tools: WelcomeTools) {
  const { db, send, now, defaultHub } = tools
  const bundle = signal<CampaignBundle>(await campaignNow(db, now()))
  const setUp = signal<SetUp>(await readSetUp(db, bundle.value, dayOf(now())))
  const example = signal(await exampleReport(db, bundle.value, now()))
  const step = signal<Step>(firstStep(setUp.value, tools.wanted))
  const policy = signal(tools.policy)
  const ticked = signal(false)
  const mustTick = signal(false)
  const code = signal(tools.policy.enrolmentCode ?? '')
  const withoutUnit = signal(false)
  const hubUrl = signal(tools.policy.hubUrl ?? defaultHub)
  const hubLocked = computed(() => policy.value.hubUrl !== undefined)
  const busy = signal(false)
  const refused = signal<Extract<Reply, { ok: false }> | null>(null)
  const withdrawn = signal(false)

  const act = async (work: () => Promise<Reply>): Promise<boolean> => {
    busy.value = true
    const reply = await work()
    refused.value = reply.ok ? null : reply
    bundle.value = await campaignNow(db, now())
    setUp.value = await readSetUp(db, bundle.value, dayOf(now()))
    busy.value = false
    return reply.ok
  }
  /** What was typed or pasted as a code: a link also brings its hub, unless the policy has set one. */
  const typeCode = (typed: string): void => {
    const link = invitationOf(typed)
    code.value = link?.code ?? typed
    if (link && !hubLocked.value) hubUrl.value = link.hubUrl
  }
  const join = (): Promise<boolean> =>
    act(() => {
      const asked = { do: 'enrol' as const, code: code.value.trim(), hubUrl: hubUrl.value.trim() }
      return send(withoutUnit.value ? { ...asked, withoutUnit: true } : asked)
    })

  /** The policy may arrive after this page has opened: what the person has typed stays, a hub that it sets does not. */
  const learn = (set: Policy): void => {
    policy.value = set
    if (set.hubUrl) hubUrl.value = set.hubUrl
    if (set.enrolmentCode && code.value === '') code.value = set.enrolmentCode
  }
  const go = (to: Step): void => {
    if (to === 'join' && !setUp.value.consent) return
    step.value = to
    refused.value = null
  }

  /** Consent is the person's own act; a code of the policy is used right after it, never before. */
  const agree = async (): Promise<void> => {
    mustTick.value = !ticked.value
    if (!ticked.value) return
    withdrawn.value = false
    const agreed = await act(() => send({ do: 'consent', version: CONSENT.version }))
    if (!agreed) return
    step.value = 'join'
    if (policy.value.enrolmentCode && !setUp.value.joined) await join()
  }
  const withdraw = async (erase: boolean): Promise<void> => {
    await act(() => send({ do: 'withdraw', erase }))
    ticked.value = false
    withdrawn.value = setUp.value.consent === null
    step.value = 'consent'
  }
  return {
    bundle,
    setUp,
    example,
    step,
    go,
    learn,
    ticked,
    mustTick,
    code,
    withoutUnit,
    hubUrl,
    hubLocked,
    busy,
    refused,
    withdrawn,
    agree,
    typeCode,
    join,
    withdraw,
  }
}

/** Where to begin: at what is still missing; who has joined comes to read again what is sent. */
function firstStep({ consent, joined }: SetUp, wanted: string | undefined): Step {
  if (!consent) return 'counted'
  return joined && wanted !== 'join' ? 'counted' : 'join'
}

async function readSetUp(db: Db, { agencies }: CampaignBundle, today: DayKey): Promise<SetUp> {
  const [consent, self] = await Promise.all([setting(db, 'consent'), identity(db)])
  if (!self || (await mustJoinAgain(db, today))) return { consent: consent ?? null, joined: null }
  const agency = agencies.find(a => a.id === self.agencyId)?.name ?? { vi: self.agencyId, en: self.agencyId }
  return { consent: consent ?? null, joined: { agency, mayOpenTeam: self.role !== 'member' } }
}
