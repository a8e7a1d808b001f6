// The words that several surfaces share, in English: the same names as in Vietnamese, held by a rule.

export const product = 'Nhịp Số'
export const sample = 'SAMPLE DATA'
export const score = 'Nhịp Số score'
/** For a reader’s ear and a picture’s alt text. */
export const scoreOf = (name: string): string => `Nhịp Số score of ${name}`
export const points = 'Score'
export const rank = 'Rank'
export const rankedOf = 'Of'
export const tier = 'Grade'
export const agencyId = 'Id'
export const agency = 'Agency, unit'
export const unit = 'Unit'
export const level = 'Level'
export const province = 'Provincial departments'
export const commune = 'Communes and wards'
export const levels = { province, commune }
export const block = 'Emulation block'
export const ranked = 'Ranked'
export const provisional = 'Provisional'
export const suppressed = 'Too few people'
export const noData = 'No data yet'
export const states = { ranked, provisional, suppressed, 'no-data': noData }
export const sinceLastWeek = 'Against last week'
/** A line of scores in words, for whoever does not see it. */
export const trend = (from: string, to: string, weeks: number): string =>
  `${weeks} weeks: from ${from} to ${to} points`
export const board = 'Scoreboard'
export const boardOfProduct = 'Nhịp Số scoreboard'
export const how = 'How the score is counted'
export const embedTitle = 'Embed code of the score'
export const officialResults = 'Official results'
export const enrolled = 'Enrolled'
export const enrolledShare = 'Enrolled share'
export const activeShare = 'Weekly active share'
export const activeInWeek = 'Active in the week'
export const medianTime = 'Median time a day'
export const weeklyUse = 'Weekly use'
export const regularUse = 'Regular use'
export const platformsUsed = 'Platforms used'
export const enoughTime = 'Enough time'
export const criteria = {
  weekly: weeklyUse,
  regular: regularUse,
  breadth: platformsUsed,
  enough: enoughTime,
}
export const updatedAt = 'Updated at'
export const staleSince = 'Not updated since'
export const on = 'on'
export const hour = 'h'
export const minute = 'min'
export const second = 's'
export const week = 'Week'
export const notKnown = 'Not known'
export const languages = { vi: 'Tiếng Việt', en: 'English' }
