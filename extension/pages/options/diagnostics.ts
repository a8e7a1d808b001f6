// What support needs, and nothing of the person: no device id, no times, no agency.
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { dayOf } from '../../../shared/core/day.ts'
import type { Millis } from '../../../shared/core/time.ts'
import type { Policy } from '../../policy.ts'
import { recordingNow } from '../../recording.ts'
import type { Db } from '../../store/db.ts'
import { NEVER_SENT, setting } from '../../store/settings.ts'
import type { OwnData } from '../own-data.ts'
import type { HostRow } from './hosts-model.ts'

export interface DiagnosticsContext {
  readonly db: Db
  readonly policy: Policy
  readonly now: () => Millis
  /** Puts a text where the person can paste it; only from a click. */
  readonly copy: (text: string) => Promise<void>
  readonly versions: { readonly version: string; readonly browser: string }
}

/** A text of lines `name: value` in English, and the way to copy it. */
export async function createDiagnostics(
  context: DiagnosticsContext,
  own: OwnData,
  hosts: ReadonlySignal<readonly HostRow[]>,
) {
  const facts = await readFacts(context, own)
  const diagnostics = computed(() => {
    const granted = hosts.value.filter(row => row.state === 'granted').length
    return [...facts, ['hosts', `${granted} of ${hosts.value.length}`] as const]
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')
  })
  const copied = signal<'done' | 'refused' | null>(null)
  const copyDiagnostics = async (): Promise<void> => {
    copied.value = null // the same word again is announced again
    copied.value = await context.copy(diagnostics.value).then(
      () => 'done',
      () => 'refused',
    )
  }
  return { diagnostics, copied, copyDiagnostics }
}

async function readFacts(
  { db, policy, versions, now }: DiagnosticsContext,
  { bundle, self }: OwnData,
): Promise<readonly (readonly [string, string])[]> {
  const [sync = NEVER_SENT, recording] = await Promise.all([
    setting(db, 'sync'),
    recordingNow(db, bundle, now()),
  ])
  const { trouble, failures, lastSentAt } = sync
  return [
    ['version', versions.version],
    ['browser', versions.browser],
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
