// Figures → words: the page, its files and the paper say the same because they all call this.

import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { hiddenSentence } from '../../../shared/text/measures.ts'
import { countText, percentText } from '../../../shared/ui/format.ts'
import type { Figure } from '../../../shared/wire/figures.ts'
import type { Range, ReleasedCell } from '../../../shared/wire/team.ts'

const NO_BREAK = '\u00a0'

/** A released value with its unit: basis points as a percentage, minutes with their word. */
export function valueText(value: number, unit: Figure['unit'], language: Language): string {
  if (unit === 'share') return percentText(value, language)
  if (unit === 'minutes') return `${countText(value, language)}${NO_BREAK}${textsOf(language).team.minute}`
  return countText(value, language)
}

/** The value, or in a few words why there is none. */
export function figureText({ cell, unit }: Pick<Figure, 'cell' | 'unit'>, language: Language): string {
  const { team } = textsOf(language)
  if (!cell) return team.unknown
  return cell.told ? valueText(cell.value, unit, language) : team.hidden[cell.why]
}

/** `40–60%`, `20–49`. */
export function rangeText(cell: ReleasedCell<Range>, unit: 'count' | 'share', language: Language): string {
  if (!cell.told) return textsOf(language).team.hidden[cell.why]
  const { from, to } = cell.value
  return unit === 'share' ? `${from / 100}–${percentText(to, language)}` : `${from}–${to}`
}

/** The whole sentence: why, and when it may appear. */
export const hiddenText = (
  cell: ReleasedCell<unknown>,
  minGroup: number,
  language: Language,
): string | null => (cell.told ? null : hiddenSentence(cell.why, minGroup, language))
