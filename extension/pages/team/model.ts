// The team page's state: the released table of one agency, fetched by this device and nobody else.
import { computed, effect, signal } from '@preact/signals'
import { dayOf } from '../../../shared/core/day.ts'
import type { Language } from '../../../shared/core/language.ts'
import type { Millis } from '../../../shared/core/time.ts'
import type { HubFetch } from '../../hub-client.ts'
import { campaignNow } from '../../store/campaign.ts'
import type { Db } from '../../store/db.ts'
import { identity } from '../../store/identity.ts'
import { createConnection, type Outcome } from './connection.ts'
import type { TeamExport } from './export-formats.ts'
import { createLead } from './lead-model.ts'
import { createNotes } from './notes-model.ts'
import { createTable, fileOf } from './table-model.ts'

export interface TeamContext {
  readonly db: Db
  readonly fetch: HubFetch
  readonly now: () => Millis
  /** Hands a file to the person. */
  readonly save: (file: Blob, name: string) => void
  readonly print: () => void
}

export type TeamModel = Awaited<ReturnType<typeof createTeam>>

/** Reads the store; the first request is `refresh`. */
export async function createTeam({ db, fetch, now, save, print }: TeamContext) {
  const self = await identity(db)
  const { agencies, blocks, platforms } = await campaignNow(db, now())
  const agency = signal(self?.agencyId ?? '')
  const connection = createConnection(fetch, now, self)
  const { trouble, shutOut, show } = connection
  const { fetchExport, ...table } = createTable(connection, agency)
  const lead = createLead(connection, blocks, save)
  /** What may be seen no longer does not stay on the page. */
  effect(() => {
    if (!shutOut.value) return
    table.team.value = null
    lead.overview.value = null
  })
  const nameOf = (platform: string, language: Language): string =>
    platforms.find(one => one.id === platform)?.name[language] ?? platform
  const exportFile = async (format: TeamExport, language: Language): Promise<void> => {
    const exported = await fetchExport()
    if (!exported) return
    if (format === 'print') return print()
    const { file, name } = await fileOf(exported, format, language, platform => nameOf(platform, language))
    save(file, name)
  }
  const settle = async (outcome: Outcome): Promise<void> => (outcome.ok ? table.refresh() : show(outcome))
  return {
    agency,
    agencies,
    blocks,
    mayChoose: computed(() => self !== null && self.role !== 'member' && !shutOut.value),
    mayWrite: self?.role === 'manager',
    trouble,
    today: () => dayOf(now()),
    nameOf,
    ...table,
    ...lead,
    ...createNotes(connection, agency, settle),
    exportFile,
  }
}
