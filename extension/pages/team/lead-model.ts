// The agencies side by side, for whoever leads a block or all: fetched and exported.
import { signal } from '@preact/signals'
import { dayOf } from '../../../shared/core/day.ts'
import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import type { Block } from '../../../shared/wire/campaign.ts'
import { type Overview, parseOverview } from '../../../shared/wire/overview.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { csvFile } from '../csv.ts'
import type { Connection } from './connection.ts'
import type { LeadExport } from './export-formats.ts'
import { leadCsv, leadXlsx } from './lead-files.ts'

/** @param save hands a file to the person */
export function createLead(
  { self, now, request, show }: Connection,
  blocks: readonly Block[],
  save: (file: Blob, name: string) => void,
) {
  const overview = signal<Overview | null>(null)
  const fetchOverview = async (
    urlOf: (to: ReturnType<typeof routes>) => string,
  ): Promise<Overview | null> => {
    if (!self) return null
    const result = await request(self, { method: 'GET', url: urlOf(routes(self.hubUrl)) }, parseOverview)
    show(result)
    if (!result.ok) return null
    overview.value = result.value
    return result.value
  }
  return {
    overview,
    refreshOverview: () => fetchOverview(to => to.overview()),
    /** Recorded for each agency before the hub responds; the file is made of that response. */
    exportOverview: async (format: LeadExport, language: Language): Promise<void> => {
      const exported = await fetchOverview(to => to.overviewExport())
      if (!exported) return
      const file =
        format === 'csv'
          ? csvFile(leadCsv(exported, blocks, language))
          : await leadXlsx(exported, blocks, language)
      const { lead } = textsOf(language).team
      save(file, `nhip-so-${lead.file}-${exported.week ?? dayOf(now())}.${format}`)
    },
  }
}
