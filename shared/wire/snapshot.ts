// Hub → widgets, pages: the released scores. Only what the privacy rule lets out; every surface reads this.
import * as v from 'valibot'
import { citation, LEVELS } from './campaign.ts'
import { bothLanguages, count, dayKey, instant, parser, slug, tenths, text, weekKey } from './parse.ts'

/**
 * `ranked`: score, tier and rank · `provisional`: score and tier, no rank (enrolment or data too short)
 * · `suppressed`: fewer people than the minimum group · `no-data`: nothing released yet
 */
export const CELL_STATES = ['ranked', 'provisional', 'suppressed', 'no-data'] as const

/** Another agency, and the day on which its work passed on. */
const relative = v.object({ id: slug, name: bothLanguages(120), day: dayKey })

const agencyScore = v.object({
  id: slug,
  name: bothLanguages(120),
  level: v.picklist(LEVELS),
  block: slug,
  state: v.picklist(CELL_STATES),
  /** Tenths of a point: 874 is shown as 87,4. Null unless ranked or provisional. */
  score: v.nullable(tenths),
  tier: v.nullable(slug),
  /** Competition rank inside level and block; null unless ranked. */
  rank: v.nullable(count),
  /** How many are ranked in that level and block. */
  of: v.nullable(count),
  /** Against the last weekly final, tenths of a point; null where there is none. */
  change: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-1000), v.maxValue(1000))),
  /** Scores of the last weekly finals, oldest first; null where a week was not released. */
  trend: v.pipe(
    v.array(
      v.object({
        week: weekKey,
        score: v.nullable(tenths),
        /** Why this final was corrected after its release; absent where it was not. */
        corrected: v.optional(text(300)),
      }),
    ),
    v.maxLength(60),
  ),
  /** When this score was released, epoch ms: scores of agencies are released one by one. */
  at: v.nullable(instant),
  /** Its last day, where it was merged, split or dissolved: nothing of it will change any more. */
  ended: v.optional(dayKey),
  /** Agencies that it came from: its trend breaks on that day, and earlier finals stand with them. */
  predecessors: v.optional(v.array(relative)),
  /** Agencies that carry on its work. */
  successors: v.optional(v.array(relative)),
})
export type AgencyScore = v.InferOutput<typeof agencyScore>

/** An official figure as its source published it (766, DTI, a plan's target): beside the score, never part of it. */
export const officialResult = v.object({
  /** What was measured, in the words of the source. */
  target: text(200),
  /** As the source names it: `2026`, `2026-Q3`. */
  period: text(200),
  /** A decimal number with a point: `98.53`. */
  value: v.pipe(v.string(), v.regex(/^-?\d+(?:\.\d+)?$/, 'must be a decimal number with a point')),
  /** `%`, `điểm`; null where the source gives none. */
  unit: v.nullable(text(20)),
  source: text(200),
  /** Day of the publication. */
  day: dayKey,
  /** The campaign's document that the source names, with its status; absent where it names none. */
  document: v.optional(citation),
})
export type OfficialResult = v.InferOutput<typeof officialResult>

const snapshot = v.object({
  version: v.literal(1),
  /** Release version: grows with every release; the `id` of a stream event. */
  release: count,
  campaign: slug,
  /** Day and week the scores speak of. */
  day: dayKey,
  week: weekKey,
  /** When the newest part was released, epoch ms. */
  at: instant,
  /** A display older than this says that it is stale. Seconds. */
  ttl: count,
  /** The campaign is over: nothing will change any more, stop asking. */
  final: v.boolean(),
  /** "DỮ LIỆU MẪU": sample data, say so wherever it shows. */
  sample: v.boolean(),
  tiers: v.array(v.object({ id: slug, name: bothLanguages(40), from: v.number() })),
  agencies: v.array(agencyScore),
  /** Official results of the one agency that was asked for, by target and period; absent in the snapshot of all. */
  official: v.optional(v.array(officialResult)),
})
export type Snapshot = v.InferOutput<typeof snapshot>
export const parseSnapshot = parser('snapshot', snapshot)

/** `GET /api/v1/scores/{agency}`: the same release, one agency, with its official results. */
export const onlyAgency = (s: Snapshot, id: string, official?: readonly OfficialResult[]): Snapshot => ({
  ...s,
  ...(official && { official: [...official] }),
  agencies: s.agencies.filter(a => a.id === id),
})
