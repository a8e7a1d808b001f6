// The signs of the team page: a note on the line of weeks, and four depths.
import { signDrawer } from '../../../shared/ui/draw-signs.tsx'

export const NOTE = '◆'
/** From few to many. */
export const DEPTHS = ['▁', '▃', '▅', '▇'] as const

/** Draws them in a text. */
export const drawTeamSigns = signDrawer({
  '◆': 'M5 .5 9.5 5 5 9.5.5 5z',
  '▁': 'M2 8.5h6v1H2z',
  '▃': 'M2 6.5h6v3H2z',
  '▅': 'M2 4.5h6v5H2z',
  '▇': 'M2 1.5h6v8H2z',
})
