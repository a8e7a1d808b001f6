// The list of all stories: dev page, visual test and documentation read the same one.
import { BOARD } from './board.ts'
import { SCORE } from './score.ts'
import type { Story } from './story.ts'
import { TARGETS } from './targets.ts'
import { TICKER } from './ticker.ts'
import { TREND } from './trend.ts'

export const STORIES: readonly Story[] = [...SCORE, ...BOARD, ...TREND, ...TARGETS, ...TICKER]
