// Shares as whole numbers: exact sums, no floating point.

/** A share of one, in ten-thousandths: 0–10 000. */
export type BasisPoints = number

/** The whole. */
export const FULL: BasisPoints = 10_000
