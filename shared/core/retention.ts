// How long the hub keeps what it was told. The consent says it, the device relies on it.

/** Days of day totals at the hub: what is older is neither sent nor corrected, and only released aggregates remain. */
export const HUB_RETENTION_DAYS = 120
