// The options' state: a second browser, platforms that wait for a permission, and what support may be shown.
import type { HubFetch } from '../../hub-client.ts'
import { readOwnData } from '../own-data.ts'
import { createDiagnostics, type DiagnosticsContext } from './diagnostics.ts'
import { createExactTimes } from './exact-times-model.ts'
import { createHosts, type HostPermissions } from './hosts-model.ts'
import { createLink } from './link-model.ts'
import { createReminders, type RemindersContext } from './reminders-model.ts'

export interface OptionsContext extends DiagnosticsContext, RemindersContext {
  readonly fetch: HubFetch
  readonly hosts: HostPermissions
}

export type OptionsModel = Awaited<ReturnType<typeof createOptions>>

/** Reads the store and the permissions before it resolves. */
export async function createOptions(context: OptionsContext) {
  const { db, policy, now, fetch } = context
  const own = await readOwnData(db, now())
  const hosts = await createHosts(context.hosts, own.bundle)
  return {
    sample: own.bundle.sample,
    joined: own.self !== null,
    hubUrl: own.self?.hubUrl ?? policy.hubUrl ?? null,
    hubLocked: policy.hubUrl !== undefined,
    /** Null: the IT department has taken the choice away. */
    reminders: policy.remind === false ? null : await createReminders(context),
    exactTimes: await createExactTimes(context),
    ...hosts,
    ...createLink(fetch, now, own.self),
    ...(await createDiagnostics(context, own, hosts.rows)),
  }
}
