// What stands for a day: shape and words say what the colour says.
import { signDrawer } from '../../shared/ui/draw-signs.tsx'
import type { DayMark } from './criteria.ts'

/** The sign of each mark. */
export const SIGNS: Readonly<Record<DayMark, string>> = {
  counted: '●',
  some: '◐',
  none: '○',
  off: '–',
  ahead: '·',
}

/** Draws the signs of days, and the tick of a day that qualifies, in a text. */
export const drawDaySigns = signDrawer({
  '●': 'M5 1a4 4 0 1 0 .01 0z',
  '○': 'M5 1a4 4 0 1 0 .01 0zM5 2.2a2.8 2.8 0 1 1-.01 0z',
  '◐': 'M5 1a4 4 0 1 0 .01 0zM5 2.2a2.8 2.8 0 0 1 0 5.6z',
  '✓': 'M.8 5.4 2 4.2l2 2 4-5 1.2 1-5.1 6.4z',
})
