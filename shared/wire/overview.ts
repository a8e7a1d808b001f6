// Hub → the campaign lead's page: the agencies of a scope side by side, from released cells alone.
import * as v from 'valibot'
import { LEVELS } from './campaign.ts'
import { basisPoints, bothLanguages, count, dayKey, instant, parser, slug, tenths, weekKey } from './parse.ts'
import { CELL_STATES, officialResult } from './snapshot.ts'
import { cell, range } from './team.ts'

const agency = v.object({
  id: slug,
  name: bothLanguages(120),
  level: v.picklist(LEVELS),
  block: slug,
  headcount: v.nullable(count),
  /** As everybody sees it: ranked, provisional, suppressed, no data. */
  state: v.picklist(CELL_STATES),
  score: v.nullable(tenths),
  rank: v.nullable(count),
  of: v.nullable(count),
  /** False: nobody joined, or fewer than the minimum group; which of the two is not told. */
  started: v.boolean(),
  /** Of the newest week; null where the agency has no table of it. */
  enrolledShare: v.nullable(cell(basisPoints)),
  activeShare: v.nullable(cell(basisPoints)),
  /** Of the last released weeks, how many tell this agency's weekly use. */
  complete: count,
  /** Official results, as their sources published them. */
  official: v.array(officialResult),
})
export type LeadAgency = v.InferOutput<typeof agency>

/**
 * `long-days`: a day of more than 16 hours · `around-the-clock`: 20 hours or more on three days · `identical`: the same
 * seconds, on one day and platform, as two others of the agency
 */
export const FLAG_KINDS = ['long-days', 'around-the-clock', 'identical'] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

/** People of the whole scope with odd totals in the four weeks up to the week's Sunday: a sign, no proof. */
const flag = v.object({ kind: v.picklist(FLAG_KINDS), people: cell(range(count)) })
export type LeadFlag = v.InferOutput<typeof flag>
const flags = v.array(flag)
/** The odd signs of a scope and week, as they stand frozen in the hub's store. */
export const parseLeadFlags = parser('flags', flags)

const overview = v.object({
  version: v.literal(1),
  campaign: slug,
  minGroup: count,
  sample: v.boolean(),
  /** When this was put together, epoch ms. */
  at: instant,
  /** The newest closed week; null before the first. */
  week: v.nullable(weekKey),
  /** How many closed weeks `complete` looks at. */
  weeks: count,
  /** The last day of the running week: its final comes when that day is over. */
  closes: dayKey,
  /** Whole days of the running week that are over, 0–6. */
  daysOver: count,
  agencies: v.array(agency),
  /** Of the newest week, as they were frozen with it; absent where it was closed before they were kept. */
  flags: v.optional(flags),
})
export type Overview = v.InferOutput<typeof overview>
export const parseOverview = parser('overview', overview)
