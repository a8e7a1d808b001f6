// Hub → manager page: the released team table of whole weeks. Counts of groups, never a person.
import * as v from 'valibot'
import { basisPoints, bothLanguages, count, dayKey, instant, parser, slug, text, weekKey } from './parse.ts'

/**
 * Why a cell is hidden. `too-few`: below the minimum group · `complement`: telling it would tell another ·
 * `one-sided`: fewer than 3 people on one side · `no-headcount`: the roll is not known · `small-unit`: this unit or
 * one beside it is below the minimum group · `under-twenty`: quartiles need 20 people
 */
const hidden = v.picklist([
  'too-few',
  'complement',
  'one-sided',
  'no-headcount',
  'small-unit',
  'under-twenty',
])
export type HiddenBecause = v.InferOutput<typeof hidden>

/** A released cell. */
export const cell = <T extends v.GenericSchema>(value: T) =>
  v.variant('told', [
    v.object({ told: v.literal(true), value }),
    v.object({ told: v.literal(false), why: hidden }),
  ])

/** A released cell: a value, or why there is none. */
export type ReleasedCell<T> =
  | { readonly told: true; readonly value: T }
  | { readonly told: false; readonly why: HiddenBecause }

/** Both bounds belong to it: so wide that no single person can be read from it. */
export const range = <T extends v.GenericSchema>(value: T) => v.object({ from: value, to: value })
export interface Range {
  readonly from: number
  readonly to: number
}

/** A unit (phòng, ban) as it stood when the membership was frozen. Sizes and shares are told as ranges. */
const unit = v.object({
  /** Null: the people who named no unit. */
  unit: v.nullable(slug),
  name: v.nullable(bothLanguages(120)),
  /** Enrolled people. */
  size: cell(range(count)),
  /** People with a qualifying day / enrolled people of the unit, basis points. */
  active: cell(range(basisPoints)),
  /** Median active minutes a day, to the next five. */
  minutes: cell(count),
  /** Users / enrolled people, in the order of `platforms` of the week. */
  platforms: v.array(cell(range(basisPoints))),
})
export type TeamUnit = v.InferOutput<typeof unit>

const namedUnit = v.strictObject({ unit: slug, name: text(120) })
/** A unit as an operator names it for a code. */
export const parseNamedUnit = parser('unit', namedUnit)

const detail = v.object({
  /** The week on whose Sunday the membership was frozen last; it is frozen anew only when k people have changed. */
  membersSince: v.nullable(weekKey),
  /** Invitations given out up to that Sunday, never more than the headcount; null where it is not known. */
  invited: v.nullable(count),
  /** People who ever sent a day total, rounded down to five. */
  reported: cell(count),
  /** People with a qualifying day that week. */
  active: cell(count),
  /** People with qualifying days on the regular share of that week's working days; at most `active` but three. */
  regular: cell(count),
  /** Daily users / weekly users on the week's working days, whole percent in basis points, kept off both ends. */
  stickiness: cell(basisPoints),
  /** People by platforms used that week: none, one, two, three and more. */
  breadth: v.tuple([cell(count), cell(count), cell(count), cell(count)]),
  /** Median active minutes on qualifying days of those active, each person capped. */
  minutes: cell(count),
  /** Lower and upper quartile of the same. */
  quartiles: cell(range(count)),
  /** Active people whose median day is shorter than the campaign asks for; at most `active` but three. */
  short: cell(count),
  /** Users / enrolled people of each platform that the unit is expected to use. */
  platforms: v.array(v.object({ platform: slug, users: cell(range(basisPoints)) })),
  /** Empty where nobody was invited into a unit. */
  units: v.array(unit),
})
export type TeamDetail = v.InferOutput<typeof detail>

const teamWeek = v.object({
  week: weekKey,
  /** Official number on the rolls that week. */
  headcount: v.nullable(count),
  /** People enrolled when the membership was frozen. */
  enrolled: cell(count),
  /** enrolled / headcount. */
  enrolledShare: cell(basisPoints),
  /** People with a qualifying day that week / headcount. */
  activeShare: cell(basisPoints),
  /** Absent in weeks that were released before it was kept. */
  detail: v.optional(detail),
})
export type TeamWeek = v.InferOutput<typeof teamWeek>
/** One released week, as it stands frozen in the hub's store. */
export const parseTeamWeek = parser('team week', teamWeek)

/** A remark of the manager on a day: `tập huấn`. Of the unit, never of a person. */
const note = v.object({ id: v.pipe(v.string(), v.uuid()), day: dayKey, text: text(80) })
export type TeamNote = v.InferOutput<typeof note>
export const parseTeamNote = parser('note', note)

const noteWish = v.strictObject({ agency: slug, day: dayKey, text: text(80) })
/** `POST /api/v1/team/notes`. */
export const parseNoteWish = parser('note', noteWish)

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
  /** What the others of the same level and block stand at, from their released cells of that week. */
  block: v.optional(
    v.object({
      /** Agencies of the block with a released share. */
      agencies: count,
      /** Median of their adoption and of their weekly use; null where fewer than three are released. */
      enrolledShare: v.nullable(basisPoints),
      activeShare: v.nullable(basisPoints),
    }),
  ),
  /** Weights of the four criteria, and days of the week that are regular: what moves the score. */
  score: v.optional(
    v.object({
      weekly: basisPoints,
      regular: basisPoints,
      breadth: basisPoints,
      enough: basisPoints,
      /** The lower bound of the best tier: where adoption and weekly use should be. */
      target: basisPoints,
      /** Median minutes that earn full credit. */
      enoughMinutes: count,
      /** Platforms that the unit is expected to use. */
      expected: count,
    }),
  ),
  notes: v.optional(v.array(note)),
})
export type Team = v.InferOutput<typeof team>
export const parseTeam = parser('team', team)
