/** As what the team page exports its table. */
export const TEAM_EXPORTS = ['csv', 'xlsx', 'print'] as const
export type TeamExport = (typeof TEAM_EXPORTS)[number]

/** As what it exports the overview of a campaign lead. */
export const LEAD_EXPORTS = ['csv', 'xlsx'] as const
export type LeadExport = (typeof LEAD_EXPORTS)[number]
