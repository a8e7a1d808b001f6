// The platforms that the extension may recognise, and the permission that each still waits for.
import { signal } from '@preact/signals'
import type { BothLanguages } from '../../../shared/wire/parse.ts'
import { ownPlatforms } from '../../store/platforms.ts'
import type { CampaignRules } from '../../store/schema.ts'

/** `waiting`: never asked · `refused`: the person said no just now · `revoked`: it was there at the installation */
export type HostState = 'granted' | 'waiting' | 'refused' | 'revoked'

export interface HostRow {
  readonly host: string
  readonly name: BothLanguages
  readonly state: HostState
}

export interface HostPermissions {
  readonly sees: (host: string) => Promise<boolean>
  readonly ask: (host: string) => Promise<boolean>
  /** Was it granted with the installation? */
  readonly isOwn: (host: string) => boolean
}

/** Reads the state of each host before it resolves. */
export async function createHosts({ sees, ask, isOwn }: HostPermissions, rules: CampaignRules) {
  const stateOf = async (host: string): Promise<HostState> => {
    if (await sees(host)) return 'granted'
    return isOwn(host) ? 'revoked' : 'waiting'
  }
  const rows = signal<readonly HostRow[]>(
    await Promise.all(
      ownPlatforms(rules).map(async ({ host, name }) => ({ host, name, state: await stateOf(host) })),
    ),
  )
  /** One host at a time, from the person's own click. */
  const allow = async (host: string): Promise<void> => {
    const state: HostState = (await ask(host)) ? 'granted' : 'refused'
    rows.value = rows.value.map(row => (row.host === host ? { ...row, state } : row))
  }
  return { rows, allow }
}
