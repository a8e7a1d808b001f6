// Hub → everyone: campaign, platforms, agencies, calendar, weights. The shipped files pass the same doors.

import * as v from 'valibot'
import { FULL } from '../core/basis-points.ts'
import { basisPoints, bothLanguages, count, dayKey, parser, slug, text } from './parse.ts'

const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100))
const seconds = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(86_400))

/** Levels of government; ranks never cross them. */
export const LEVELS = ['province', 'commune'] as const
export type Level = (typeof LEVELS)[number]
const level = v.picklist(LEVELS)

/** A document that a campaign cites: data with a status, never prose in code. */
const legalDocument = v.strictObject({
  /** Number and symbol, `17/NQ-CP`; for a law its name. */
  no: text(80),
  /** Day of issue; null where the source does not give it: then no date is shown. */
  date: v.nullable(dayKey),
  issuer: text(120),
  title: text(400),
  status: v.picklist(['in-force', 'ended', 'replaced', 'partly-replaced', 'unverified']),
  /** What replaced it, wholly or in part. */
  replacedBy: v.optional(text(160)),
  /** From which day it is replaced. */
  replacedOn: v.optional(dayKey),
  source: v.optional(v.string()),
})
export type LegalDocument = v.InferOutput<typeof legalDocument>

/** A document as a figure cites it: whoever reads the figure sees whether it is still in force. */
export const citation = v.pick(legalDocument, ['no', 'status', 'replacedBy', 'replacedOn'])
export type Citation = v.InferOutput<typeof citation>

/** One of the contents of the emulation movement. */
const content = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^ND\d{2}$/, 'must be ND and two digits')),
  text: bothLanguages(1000),
  /** Numbers of the documents it cites; each stands in `documents`. */
  documents: v.array(text(80)),
  /** Can active time on platforms say anything about it? */
  measurable: v.picklist(['yes', 'partly', 'no']),
})

/** How the campaign counts and scores (score-and-privacy rules 1 and 2): weights in basis points. */
const score = v.strictObject({
  weights: v.pipe(
    v.strictObject({ weekly: basisPoints, regular: basisPoints, breadth: basisPoints, enough: basisPoints }),
    v.check(w => w.weekly + w.regular + w.breadth + w.enough === FULL, 'must add up to 10000'),
  ),
  qualifyingSeconds: seconds,
  platformDayCapSeconds: seconds,
  regularShare: v.pipe(basisPoints, v.minValue(1)),
  breadthDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(28)),
  enoughSeconds: seconds,
  priorPeople: count,
  priorMean: basisPoints,
  /** A longer pause between two inputs is not counted. */
  idleAfterMs: v.pipe(v.number(), v.integer(), v.minValue(60_000), v.maxValue(300_000)),
  /** Platforms that a unit of each level is expected to use; none = breadth does not apply. */
  expected: v.strictObject({ province: v.array(slug), commune: v.array(slug) }),
  /** From the best down; `from` is the lower bound in points. */
  tiers: v.pipe(
    v.array(
      v.strictObject({
        id: slug,
        name: bothLanguages(40),
        from: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
      }),
    ),
    v.minLength(1),
    v.check(tiers => tiers.some(t => t.from === 0), 'the lowest tier must start at 0'),
  ),
  /** Below these an agency is provisional: a tier, no rank. */
  provisional: v.strictObject({ enrolledBelow: basisPoints, weeksBelow: count }),
})
export type ScoreSettings = v.InferOutput<typeof score>

const campaign = v.pipe(
  v.strictObject({
    version: v.literal(1),
    id: slug,
    /** Number of the plan or decision: `870/KH-UBND`. */
    number: text(40),
    name: bothLanguages(300),
    issuer: bothLanguages(120),
    /** Day of the document; null where no source gives it. */
    date: v.nullable(dayKey),
    period: v.pipe(
      v.strictObject({ fromYear: year, toYear: year }),
      v.check(p => p.fromYear <= p.toYear, 'fromYear must not come after toYear'),
    ),
    /** The campaign that follows it. */
    successor: v.optional(slug),
    theme: v.nullable(bothLanguages(600)),
    goals: v.array(v.strictObject({ id: text(8), text: bothLanguages(800) })),
    contents: v.array(content),
    /** Who numbered the contents: `ours` where the source is prose. */
    contentsNumbering: v.picklist(['ours', 'source']),
    documents: v.array(legalDocument),
    sources: v.array(v.string()),
    score,
  }),
  v.check(
    c => c.contents.every(one => one.documents.every(no => c.documents.some(d => d.no === no))),
    'contents cite a document that is not in documents',
  ),
)
export type Campaign = v.InferOutput<typeof campaign>
export const parseCampaign = parser('campaign', campaign)

const host = v.pipe(
  v.string(),
  v.regex(/^(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a lower-case host, or *. and a suffix'),
)

const platform = v.strictObject({
  id: slug,
  name: bothLanguages(120),
  host,
  path: v.optional(v.pipe(v.string(), v.startsWith('/'))),
  category: slug,
  scope: v.picklist(['province', 'national', 'other-province']),
  use: v.picklist(['track', 'no-credit', 'widget-host']),
  evidence: text(200),
  note: v.optional(text(300)),
  /** People listen there (meetings): while its tab is in front and audible, nobody need touch anything. Why it is so. */
  listening: v.optional(bothLanguages(200)),
})
export type Platform = v.InferOutput<typeof platform>

const unique = <T>(key: (one: T) => string, what: string) =>
  v.check<T[], string>(all => new Set(all.map(key)).size === all.length, `two entries share one ${what}`)

const platforms = v.pipe(
  v.array(platform),
  unique(p => p.id, 'id'),
  unique(p => `${p.host}${p.path ?? ''}`, 'host and path'),
)
const platformFile = v.strictObject({ version: v.literal(1), sources: v.array(v.string()), platforms })
export const parsePlatforms = parser('platforms', platformFile)

const agency = v.strictObject({
  id: slug,
  /** Official code where one is known (GSO code of a commune). */
  code: v.nullable(text(20)),
  name: bothLanguages(120),
  level,
  /** Emulation block inside the level (khối thi đua). */
  block: slug,
  /** Official number of people on the rolls; null until the unit has given it. */
  headcount: v.nullable(count),
})
export type Agency = v.InferOutput<typeof agency>
export const agencySchema = agency

const blocks = v.pipe(
  v.array(v.strictObject({ id: slug, name: bothLanguages(80), level })),
  unique(b => b.id, 'id'),
)
export type Block = v.InferOutput<typeof blocks>[number]

const agencies = v.pipe(
  v.array(agency),
  unique(a => a.id, 'id'),
)
const agencyFile = v.pipe(
  v.strictObject({ version: v.literal(1), sources: v.array(v.string()), blocks, agencies }),
  v.check(
    f => f.agencies.every(a => f.blocks.some(b => b.id === a.block && b.level === a.level)),
    'an agency names a block that is not in blocks, or of another level',
  ),
)
export const parseAgencies = parser('agencies', agencyFile)

const calendarYear = v.strictObject({
  /** Days off besides Saturdays and Sundays. */
  off: v.array(v.strictObject({ day: dayKey, name: bothLanguages(80) })),
  /** Saturdays or Sundays worked instead of a swapped day (hoán đổi ngày làm việc). */
  makeUp: v.array(dayKey),
  /** Has the official notice been published? */
  status: v.picklist(['announced', 'provisional']),
  sources: v.array(v.string()),
})
const calendar = v.strictObject({
  version: v.literal(1),
  zone: v.literal('Asia/Ho_Chi_Minh'),
  years: v.record(v.pipe(v.string(), v.regex(/^\d{4}$/, 'must be a year')), calendarYear),
})
export type Calendar = v.InferOutput<typeof calendar>
export const parseCalendar = parser('calendar', calendar)

/** `GET /api/v1/campaigns/{id}`: all that an extension or a page needs to count and to name things. */
const bundle = v.strictObject({
  version: v.literal(1),
  /** True in the sample province: "DỮ LIỆU MẪU" wherever its figures show. */
  sample: v.boolean(),
  campaign,
  platforms,
  blocks,
  agencies,
  calendar,
})
export type CampaignBundle = v.InferOutput<typeof bundle>
export const parseCampaignBundle = parser('campaign bundle', bundle)

/** `GET /api/v1/campaigns`: what there is, the running one first. */
const list = v.strictObject({
  campaigns: v.array(
    v.strictObject({
      id: slug,
      number: text(40),
      name: bothLanguages(300),
      period: v.strictObject({ fromYear: year, toYear: year }),
      state: v.picklist(['running', 'ended', 'planned']),
      successor: v.optional(slug),
    }),
  ),
})
export type CampaignList = v.InferOutput<typeof list>
export const parseCampaignList = parser('campaign list', list)
