// How time is written everywhere.

/** Milliseconds: an epoch instant or a duration, by context. Whole numbers. */
export type Millis = number
