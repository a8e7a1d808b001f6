// A difference of scores: sign, direction and colour say the same, so that none is needed.

import type { Tenths } from '../core/score.ts'
import { words } from '../text/ui.ts'
import { signDrawer } from './draw-signs.tsx'
import { changeText } from './format.ts'
import { useLanguage } from './language-context.ts'
import { Missing } from './Missing.tsx'
import { untranslated } from './no-translate.ts'

export interface ChangeProps {
  /** Null: there is nothing to compare with. */
  readonly change: Tenths | null
}

const drawArrow = signDrawer({ '▲': 'M5 1 9.5 9h-9z', '▼': 'M5 9 .5 1h9z' })

/**
 * The change against the week before in points, as an arrow and a number; a dash where one of the two is not
 * told.
 */
export function Change({ change }: ChangeProps) {
  const lang = useLanguage()
  if (change === null) return <Missing />
  const way = change > 0 ? 'up' : change < 0 ? 'down' : 'same'
  return (
    <span class={`change number ${way}`} {...untranslated}>
      <span aria-hidden="true">{drawArrow({ up: '▲', down: '▼', same: '=' }[way])} </span>
      {changeText(change, lang)}
      <span class="unseen"> ({words(lang)[way]})</span>
    </span>
  )
}
