// The team page's state: the released table of one agency, fetched by this device and nobody else.
import { signal } from '@preact/signals'
import type { Millis } from '../../shared/core/activity.ts'
import { routes } from '../../shared/wire/routes.ts'
import { parseTeam, type Team } from '../../shared/wire/team.ts'
import { ask, type Post, type Refused } from '../ask.ts'
import { campaignNow } from '../store/campaign.ts'
import type { Db } from '../store/db.ts'
import { identity, signedRequest } from '../store/identity.ts'
import type { Texts } from '../text/vi.ts'

export type TeamTrouble = keyof Texts['team']['trouble']

export interface TeamTools {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
}

export type TeamModel = Awaited<ReturnType<typeof createTeam>>

export async function createTeam({ db, post, now }: TeamTools) {
  const self = await identity(db)
  const { agencies } = await campaignNow(db, now())
  const agency = signal(self?.agencyId ?? '')
  const team = signal<Team | null>(null)
  const fetchedAt = signal<Millis | null>(null)
  const trouble = signal<{ why: TeamTrouble; clockDifferenceMs?: Millis } | null>(null)

  /** Asks for the newest released weeks; what was shown stays while the hub is silent. */
  const refresh = async (): Promise<void> => {
    if (!self) {
      trouble.value = { why: 'not-enrolled' }
      return
    }
    const asked = agency.value
    const request = await signedRequest(self, { method: 'GET', url: routes(self.hubUrl).team(asked) }, now())
    const answer = await ask(post, request, parseTeam)
    if (asked !== agency.value) return // the person chose another agency meanwhile
    trouble.value = answer.ok ? null : troubleOf(answer, now())
    if (!answer.ok) return
    team.value = answer.value
    fetchedAt.value = now()
  }
  const choose = async (id: string): Promise<void> => {
    agency.value = id
    team.value = null
    await refresh()
  }
  return {
    agency,
    agencies,
    mayChoose: self !== null && self.role !== 'member',
    team,
    fetchedAt,
    trouble,
    refresh,
    choose,
  }
}

function troubleOf(
  { why, serverTime }: Refused,
  now: Millis,
): { why: TeamTrouble; clockDifferenceMs?: Millis } {
  switch (why) {
    case 'offline':
    case 'role-missing':
    case 'out-of-scope':
    case 'not-released':
    case 'device-unknown':
      return { why }
    case 'clock-off':
      return serverTime === undefined ? { why } : { why, clockDifferenceMs: now - serverTime }
    case 'busy':
    case 'too-many-requests':
    case 'store-unavailable':
    case 'internal':
    case 'unreadable':
      return { why: 'busy' }
    default:
      return { why: 'refused' }
  }
}
