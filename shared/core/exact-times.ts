// How long a device keeps the exact stretches behind its totals. The privacy policy says it; the person may choose longer.

/** Days to choose from; the first is what holds until somebody chooses. */
export const EXACT_DAYS = [28, 120, 365] as const

export type ExactDays = (typeof EXACT_DAYS)[number]
