/** How many days of day totals the hub keeps: what is older is neither sent nor corrected. The consent says so. */
export const HUB_RETENTION_DAYS = 120
