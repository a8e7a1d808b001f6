// Below a table: each reason for which cells of it are hidden, and when they may appear. A title shows to a mouse alone.
import { textsOf } from '../../../shared/text/extension.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { ReleasedCell } from '../../../shared/wire/team.ts'
import { hiddenText } from './figure-text.ts'

interface Props {
  readonly cells: readonly (ReleasedCell<unknown> | null)[]
  readonly minGroup: number
}

/** Why cells of the table are hidden, each reason once; nothing where none is. */
export function HiddenReasons({ cells, minGroup }: Props) {
  const language = useLanguage()
  const { team } = textsOf(language)
  const reasons = new Map(
    cells.flatMap(cell =>
      cell && !cell.told ? [[cell.why, hiddenText(cell, minGroup, language)] as const] : [],
    ),
  )
  return (
    <>
      {[...reasons].map(([why, sentence]) => (
        <p key={why} class="faint why">
          {team.hidden[why]}: {sentence}
        </p>
      ))}
    </>
  )
}
