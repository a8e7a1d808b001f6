// The options' state: a second browser, platforms that wait for a permission, and what support may be told.
import { computed, signal } from '@preact/signals'
import { dayOf } from '../../../shared/core/day.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { type Link, parseLink } from '../../../shared/wire/enrolment.ts'
import type { BothLanguages } from '../../../shared/wire/parse.ts'
import type { Reply } from '../../../shared/wire/reply.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { ask, type Post } from '../../hub-client.ts'
import type { Policy } from '../../policy.ts'
import { recordingNow } from '../../recording.ts'
import { signedRequest } from '../../signed-request.ts'
import { ownPlatforms } from '../../store/campaign.ts'
import type { Db } from '../../store/db.ts'
import { NEVER_SENT, setting } from '../../store/settings.ts'
import type { Send } from '../command.ts'
import { type Own, readOwn } from '../own-data.ts'

/** `waiting`: never asked · `refused`: the person said no just now · `revoked`: it was there at the installation */
export type HostState = 'granted' | 'waiting' | 'refused' | 'revoked'

export interface HostRow {
  readonly host: string
  readonly name: BothLanguages
  readonly state: HostState
}

export interface OptionsTools {
  readonly db: Db
  readonly policy: Policy
  readonly post: Post
  readonly now: () => Millis
  readonly hosts: {
    readonly sees: (host: string) => Promise<boolean>
    readonly ask: (host: string) => Promise<boolean>
    readonly isOwn: (host: string) => boolean
  }
  readonly send: Send
  /** Puts a text where the person can paste it; only from a click. */
  readonly copy: (text: string) => Promise<void>
  /** Asks for the right to show notifications; only from a click. */
  readonly askToNotify: () => Promise<boolean>
  readonly about: { readonly version: string; readonly browser: string }
}

export type OptionsModel = Awaited<ReturnType<typeof createOptions>>

export async function createOptions(tools: OptionsTools) {
  const { db, policy, post, now, hosts, about, send, copy, askToNotify } = tools
  const own = await readOwn(db, now())
  const refused = signal<Extract<Reply, { ok: false }> | null>(null)
  const link = signal<Link | null>(null)
  const busy = signal(false)

  const stateOf = async (host: string): Promise<HostState> => {
    if (await hosts.sees(host)) return 'granted'
    return hosts.isOwn(host) ? 'revoked' : 'waiting'
  }
  const readHosts = (): Promise<readonly HostRow[]> =>
    Promise.all(
      ownPlatforms(own.bundle).map(async ({ host, name }) => ({ host, name, state: await stateOf(host) })),
    )
  const rows = signal(await readHosts())

  /** One host at a time, from the person's own click. */
  const allow = async (host: string): Promise<void> => {
    const granted = await hosts.ask(host)
    const state: HostState = granted ? 'granted' : 'refused'
    rows.value = rows.value.map(row => (row.host === host ? { ...row, state } : row))
  }
  const reminding = signal((await setting(db, 'remind')) ?? false)
  const remindRefused = signal(false)
  /** Off is always possible; on only where the browser allows it. */
  const switchReminders = async (): Promise<void> => {
    const on = !reminding.value && (await askToNotify())
    remindRefused.value = !reminding.value && !on
    if (!remindRefused.value) await send({ do: 'remind', on })
    reminding.value = on
  }
  const addBrowser = async (): Promise<void> => {
    if (!own.self) return
    busy.value = true
    const url = routes(own.self.hubUrl).links()
    const answer = await ask(post, await signedRequest(own.self, { method: 'POST', url }, now()), parseLink)
    link.value = answer.ok ? answer.value : null
    refused.value = answer.ok ? null : { ok: false, why: answer.why, detail: answer.detail }
    busy.value = false
  }
  const facts = await readFacts({ db, policy, about, now }, own)
  const diagnostics = computed(() => {
    const seen = rows.value.filter(row => row.state === 'granted').length
    return [...facts, ['hosts', `${seen} of ${rows.value.length}`] as const]
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')
  })
  const copied = signal<'done' | 'refused' | null>(null)
  const copyDiagnostics = async (): Promise<void> => {
    copied.value = null // the same word again is told again
    copied.value = await copy(diagnostics.value).then(
      () => 'done',
      () => 'refused',
    )
  }
  return {
    sample: own.bundle.sample,
    joined: own.self !== null,
    hubUrl: own.self?.hubUrl ?? policy.hubUrl ?? null,
    hubLocked: policy.hubUrl !== undefined,
    /** Null: the IT department has taken the choice away. */
    reminders:
      policy.remind === false ? null : { on: reminding, refused: remindRefused, turn: switchReminders },
    rows,
    link,
    busy,
    refused,
    diagnostics,
    copied,
    allow,
    addBrowser,
    copyDiagnostics,
  }
}

/** What support needs, and nothing of the person: no device id, no times, no agency. */
async function readFacts(
  { db, policy, about, now }: Pick<OptionsTools, 'db' | 'policy' | 'about' | 'now'>,
  { bundle, self }: Own,
): Promise<readonly (readonly [string, string])[]> {
  const [sync = NEVER_SENT, recording] = await Promise.all([
    setting(db, 'sync'),
    recordingNow(db, bundle, now()),
  ])
  const { trouble, failures, lastSentAt } = sync
  return [
    ['version', about.version],
    ['browser', about.browser],
    ['today', dayOf(now())],
    ['recording', recording.on ? 'on' : recording.why],
    ['joined', self ? 'yes' : 'no'],
    ['campaign', bundle.campaign.id],
    ['policy', Object.keys(policy).sort().join(', ') || 'none'],
    ['last report', lastSentAt === null ? 'never' : dayOf(lastSentAt)],
    ['failures in a row', String(failures)],
    ['trouble', trouble?.why ?? 'none'],
    ['clock difference', `${Math.round((trouble?.clockDifferenceMs ?? 0) / 1000)} s`],
  ]
}
