// Hub → everyone: the final table of a campaign (tổng kết), decided once when it has ended, and frozen.
import * as v from 'valibot'
import { LEVELS } from './campaign.ts'
import { bothLanguages, count, instant, parser, slug, tenths, weekKey } from './parse.ts'
import { CELL_STATES } from './snapshot.ts'

const agencyFinal = v.object({
  id: slug,
  name: bothLanguages(120),
  level: v.picklist(LEVELS),
  block: slug,
  /** `ranked`: scored in at least half of the weeks · `provisional`: in fewer · else never scored, and why. */
  state: v.picklist(CELL_STATES),
  /** The mean of its weekly finals, tenths of a point; null where no week was released. */
  score: v.nullable(tenths),
  tier: v.nullable(slug),
  /** Competition rank of `score` inside level and block; null unless ranked. */
  rank: v.nullable(count),
  of: v.nullable(count),
  /** Weeks of which a score was released. */
  weeks: count,
  /** The last weekly final, tenths of a point. */
  last: v.nullable(tenths),
})

const summary = v.object({
  version: v.literal(1),
  campaign: slug,
  /** Release version of the table, and when it was decided, epoch ms. */
  release: count,
  at: instant,
  sample: v.boolean(),
  /** Whole weeks that were closed, the first and the last of them. */
  weeks: count,
  from: weekKey,
  to: weekKey,
  agencies: v.array(agencyFinal),
})
export type Summary = v.InferOutput<typeof summary>
export const parseSummary = parser('summary', summary)
