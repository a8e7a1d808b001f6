// The released table of one agency: fetched, chosen, and exported.
import { type Signal, signal } from '@preact/signals'
import type { Language } from '../../../shared/core/language.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { parseTeam, type Team } from '../../../shared/wire/team.ts'
import { csvFile } from '../csv.ts'
import type { Connection } from './connection.ts'
import type { TeamExport } from './export-formats.ts'
import { teamCsv, teamXlsx } from './team-files.ts'

/** @param agency whose table is shown */
export function createTable(connection: Connection, agency: Signal<string>) {
  const { self, now, trouble, request, show } = connection
  const team = signal<Team | null>(null)
  const fetchedAt = signal<Millis | null>(null)
  const fetchTable = async (urlOf: (to: ReturnType<typeof routes>) => string): Promise<Team | null> => {
    if (!self) {
      trouble.value = { why: 'not-enrolled' }
      return null
    }
    const wanted = agency.value
    const result = await request(self, { method: 'GET', url: urlOf(routes(self.hubUrl)) }, parseTeam)
    if (wanted !== agency.value) return null // the person chose another agency meanwhile
    show(result)
    if (!result.ok) return null
    team.value = result.value
    fetchedAt.value = now()
    return result.value
  }
  /** Fetches the newest released weeks; what was shown stays while the hub is silent. */
  const refresh = async (): Promise<void> => {
    await fetchTable(to => to.team(agency.value))
  }
  const chooseAgency = async (id: string): Promise<void> => {
    agency.value = id
    team.value = null
    await refresh()
  }
  /** The hub records the export before it responds; the file is made of that response. */
  const fetchExport = (): Promise<Team | null> => fetchTable(to => to.teamExport(agency.value))
  return { team, fetchedAt, refresh, chooseAgency, fetchExport }
}

/** The file of a table. */
export async function fileOf(
  team: Team,
  format: Exclude<TeamExport, 'print'>,
  language: Language,
  nameOf: (platform: string) => string,
): Promise<{ readonly file: Blob; readonly name: string }> {
  const file =
    format === 'csv' ? csvFile(teamCsv(team, language, nameOf)) : await teamXlsx(team, language, nameOf)
  return { file, name: `nhip-so-${team.agency.id}-${team.week}.${format}` }
}
