// What only the paper shows: the agency's name at the top, and who signs at the bottom.

import { textsOf } from '../../../shared/text/extension.ts'
import { instantText, weekText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { Team } from '../../../shared/wire/team.ts'

interface Props {
  readonly team: Team
}

/** The head of the report on paper, laid out as an official document (Nghị định 30/2020/NĐ-CP). */
export function PrintHead({ team }: Props) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  return (
    <div class="paper paper-head">
      <p class="paper-agency">{team.agency.name[language]}</p>
      <p class="paper-title">{texts.report}</p>
      <p>
        {weekText(team.week, language)} · {texts.release(team.release, instantText(team.at, language))}
      </p>
    </div>
  )
}

/** The places for date and signatures, on paper only. */
export function PrintSignatures() {
  const language = useLanguage()
  const { team } = textsOf(language)
  return (
    <div class="paper paper-signs">
      <p class="paper-place">{team.place}</p>
      {team.signs.map(sign => (
        <div key={sign}>
          <p>
            <strong>{sign}</strong>
          </p>
          <p class="faint">{team.signHere}</p>
        </div>
      ))}
    </div>
  )
}
