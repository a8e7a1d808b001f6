// Weekly finals that were corrected after their release, each with its reason: nobody has to open a table to read it.

import { liveWords } from '../../shared/text/live.ts'
import { words } from '../../shared/text/ui.ts'
import { weekText } from '../../shared/ui/format.ts'
import { useLanguage } from '../../shared/ui/language-context.ts'
import type { AgencyScore } from '../../shared/wire/snapshot.ts'

export interface CorrectionsProps {
  readonly trend: AgencyScore['trend']
}

/** The corrected weeks with their reasons; nothing where there is none. */
export function Corrections({ trend }: CorrectionsProps) {
  const lang = useLanguage()
  const said = trend.filter(one => one.corrected)
  if (said.length === 0) return null
  return (
    <ul class="links" aria-label={words(lang).corrections}>
      {said.map(({ week, corrected = '' }) => (
        <li key={week}>
          {weekText(week, lang)}: {liveWords(lang).corrected(corrected)}
        </li>
      ))}
    </ul>
  )
}
