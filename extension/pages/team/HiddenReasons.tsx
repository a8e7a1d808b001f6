// Below a table: each reason for which cells of it are hidden, and when they may appear. A title shows to a mouse alone.
import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import type { Told } from '../../../shared/wire/team.ts'
import { whyText } from './figure-text.ts'

interface Props {
  readonly cells: readonly (Told<unknown> | null)[]
  readonly minGroup: number
  readonly language: Language
}

export function Whys({ cells, minGroup, language }: Props) {
  const { team } = textsOf(language)
  const whys = new Map(
    cells.flatMap(cell =>
      cell && !cell.told ? [[cell.why, whyText(cell, minGroup, language)] as const] : [],
    ),
  )
  return (
    <>
      {[...whys].map(([why, sentence]) => (
        <p key={why} class="faint why">
          {team.hidden[why]}: {sentence}
        </p>
      ))}
    </>
  )
}
