// The team page's state: the released table of one agency, fetched by this device and nobody else.
import { computed, signal } from '@preact/signals'
import { dayOf } from '../../../shared/core/day.ts'
import type { Language } from '../../../shared/core/language.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import type { Texts } from '../../../shared/text/extension.vi.ts'
import { type Overview, parseOverview } from '../../../shared/wire/overview.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { parseTeam, parseTeamNote, type Team } from '../../../shared/wire/team.ts'
import { ask, type Post, type Refused } from '../../hub-client.ts'
import { type Errand, signedRequest } from '../../signed-request.ts'
import { campaignNow } from '../../store/campaign.ts'
import type { Db } from '../../store/db.ts'
import { type Identity, identity } from '../../store/identity.ts'
import { leadCsv, leadXlsx } from './lead-files.ts'
import { teamCsv, teamXlsx } from './team-files.ts'

export type TeamTrouble = keyof Texts['team']['trouble']

export interface TeamTools {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
  /** Hands a file to the person. */
  readonly save: (file: Blob, name: string) => void
  readonly print: () => void
}

export const FILES = ['csv', 'xlsx', 'print'] as const
export const LEAD_FILES = ['csv', 'xlsx'] as const
type LeadFile = (typeof LEAD_FILES)[number]
export type TeamFile = (typeof FILES)[number]

export type TeamModel = Awaited<ReturnType<typeof createTeam>>

export async function createTeam({ db, post, now, save, print }: TeamTools) {
  const self = await identity(db)
  const { agencies, blocks, platforms } = await campaignNow(db, now())
  const agency = signal(self?.agencyId ?? '')
  const team = signal<Team | null>(null)
  const overview = signal<Overview | null>(null)
  const fetchedAt = signal<Millis | null>(null)
  const trouble = signal<{ why: TeamTrouble; clockDifferenceMs?: Millis } | null>(null)
  const lost = signal(false)
  const nameOf = (platform: string, language: Language): string =>
    platforms.find(one => one.id === platform)?.name[language] ?? platform

  const signed = (me: Identity, errand: Errand): Promise<Request> => signedRequest(me, errand, now())
  /** What may be seen no longer does not stay on the page. */
  const hear = (answer: { readonly ok: true } | Refused): void => {
    trouble.value = answer.ok ? null : troubleOf(answer, now(), self?.role)
    lost.value = !answer.ok && SHUT_OUT.includes(answer.why)
    if (!lost.value) return
    team.value = null
    overview.value = null
  }
  const fetched = async (urlOf: (to: ReturnType<typeof routes>) => string): Promise<Team | null> => {
    if (!self) {
      trouble.value = { why: 'not-enrolled' }
      return null
    }
    const asked = agency.value
    const answer = await ask(
      post,
      await signed(self, { method: 'GET', url: urlOf(routes(self.hubUrl)) }),
      parseTeam,
    )
    if (asked !== agency.value) return null // the person chose another agency meanwhile
    hear(answer)
    if (!answer.ok) return null
    team.value = answer.value
    fetchedAt.value = now()
    return answer.value
  }
  /** Asks for the newest released weeks; what was shown stays while the hub is silent. */
  const refresh = async (): Promise<void> => {
    await fetched(to => to.team(agency.value))
  }
  const choose = async (id: string): Promise<void> => {
    agency.value = id
    team.value = null
    await refresh()
  }
  /** The hub writes the export down before it answers; the file is made of that answer. */
  const take = async (file: TeamFile, language: Language): Promise<void> => {
    const table = await fetched(to => to.teamExport(agency.value))
    if (!table) return
    if (file === 'print') return print()
    const name = `nhip-so-${table.agency.id}-${table.week}.${file}`
    const named = (platform: string) => nameOf(platform, language)
    save(
      file === 'csv'
        ? new Blob([teamCsv(table, language, named)], { type: 'text/csv;charset=utf-8' })
        : await teamXlsx(table, language, named),
      name,
    )
  }
  const after = async (answer: { readonly ok: true } | Refused): Promise<void> => {
    if (answer.ok) return refresh()
    hear(answer)
  }
  const write = async (day: string, text: string): Promise<void> => {
    if (!self || text === '') return
    const body = JSON.stringify({ agency: agency.value, day, text })
    const errand = { method: 'POST', url: routes(self.hubUrl).notes(), body } as const
    await after(await ask(post, await signed(self, errand), parseTeamNote))
  }
  const removeNote = async (id: string): Promise<void> => {
    if (!self) return
    const errand = { method: 'DELETE', url: routes(self.hubUrl).note(id) } as const
    await after(await ask(post, await signed(self, errand), () => ({ ok: true, value: null })))
  }
  /** The agencies side by side, for whoever leads a block or all. */
  const askLead = async (file: LeadFile | null = null): Promise<Overview | null> => {
    if (!self) return null
    const to = routes(self.hubUrl)
    const errand = { method: 'GET', url: file ? to.overviewExport() : to.overview() } as const
    const answer = await ask(post, await signed(self, errand), parseOverview)
    hear(answer)
    if (!answer.ok) return null
    overview.value = answer.value
    return answer.value
  }
  /** Written down for each agency before the file is made, and made of that answer. */
  const takeLead = async (file: LeadFile, language: Language): Promise<void> => {
    const told = await askLead(file)
    if (!told) return
    const made =
      file === 'csv'
        ? new Blob([leadCsv(told, blocks, language)], { type: 'text/csv;charset=utf-8' })
        : await leadXlsx(told, blocks, language)
    save(made, `nhip-so-${textsOf(language).team.lead.file}-${told.week ?? dayOf(now())}.${file}`)
  }
  return {
    agency,
    agencies,
    blocks,
    mayChoose: computed(() => self !== null && self.role !== 'member' && !lost.value),
    mayWrite: self?.role === 'manager',
    team,
    overview,
    fetchedAt,
    trouble,
    today: () => dayOf(now()),
    nameOf,
    refresh,
    choose,
    take,
    write,
    removeNote,
    askLead,
    takeLead,
  }
}

/** Nothing of it may be seen any more; another agency's table is refused alone. */
const SHUT_OUT: readonly Refused['why'][] = ['role-missing', 'device-unknown']

/** @param role as this browser joined: it may have been taken back since */
function troubleOf(
  { why, serverTime }: Refused,
  now: Millis,
  role: Identity['role'] = 'member',
): { why: TeamTrouble; clockDifferenceMs?: Millis } {
  switch (why) {
    case 'role-missing':
      return { why: role === 'member' ? why : 'role-revoked' }
    case 'offline':
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
