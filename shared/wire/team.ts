// Hub → manager page: the released team table of whole weeks. Counts of groups, never a person.
import * as v from 'valibot'
import { basisPoints, bothLanguages, count, instant, parser, slug, weekKey } from './parse.ts'

/** Why a cell is hidden: below the minimum group · telling it would tell another · one side under 3 people. */
const hidden = v.picklist(['too-few', 'complement', 'one-sided', 'no-headcount'])
export type HiddenBecause = v.InferOutput<typeof hidden>

const cell = <T extends v.GenericSchema>(value: T) =>
  v.variant('told', [
    v.object({ told: v.literal(true), value }),
    v.object({ told: v.literal(false), why: hidden }),
  ])

const teamWeek = v.object({
  week: weekKey,
  /** Official number on the rolls that week. */
  headcount: v.nullable(count),
  /** People enrolled at the end of the week. */
  enrolled: cell(count),
  /** enrolled / headcount. */
  enrolledShare: cell(basisPoints),
  /** People with a qualifying day that week / headcount. */
  activeShare: cell(basisPoints),
})
export type TeamWeek = v.InferOutput<typeof teamWeek>

const team = v.object({
  version: v.literal(1),
  /** Release version of the newest week in it. */
  release: count,
  /** When that week was released, epoch ms. */
  at: instant,
  agency: v.object({ id: slug, name: bothLanguages(120) }),
  campaign: slug,
  /** The minimum group in force. */
  minGroup: count,
  sample: v.boolean(),
  /** The week asked for: the last of `weeks`. */
  week: weekKey,
  /** Whole released weeks, oldest first, at most 12. */
  weeks: v.array(teamWeek),
})
export type Team = v.InferOutput<typeof team>
export const parseTeam = parser('team', team)
