import type { BasisPoints } from '../../shared/core/score.ts'

/** The whole, in basis points. */
export const WHOLE: BasisPoints = 10_000
