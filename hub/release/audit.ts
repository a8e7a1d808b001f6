// The release audit: everything that was ever released, against an attacker who wants what was hidden.

import { type BasisPoints, FULL } from '../../shared/core/basis-points.ts'
import { FIRST_WEEK } from '../../shared/core/day.ts'
import { exposures, type Interval, type Quantity, type Whole } from '../../shared/core/derive.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import { FLAG_KINDS } from '../../shared/wire/overview.ts'
import type { Range, ReleasedCell, TeamDetail, TeamUnit, TeamWeek } from '../../shared/wire/team.ts'
import { lifetimes } from '../store/agencies.ts'
import { campaignFinals, type Final, finalsSince } from '../store/finals.ts'
import { releasedFlags, releasedFlagsOf } from '../store/flags.ts'
import { allMeans, meansBefore, releasedScores } from '../store/releases.ts'
import type { Store } from '../store/schema.ts'
import { releasedTeams, releasedWeek } from '../store/team.ts'
import { yieldToEventLoop } from '../yield.ts'

/** What the attacker found. */
export interface Audit {
  /** Released cells that were looked at, and how many of them are hidden. */
  readonly cells: number
  readonly hidden: number
  /** Where a hidden cell can be worked out, and how; empty where the attacker failed. */
  readonly found: readonly string[]
}

/** Looks at live scores, weekly finals with their means, final tables and team tables of all campaigns. */
export async function auditReleases(store: Store, campaigns: readonly Campaign[], k: number): Promise<Audit> {
  const audits = [await auditTeams(store, k), await auditFlags(store, k)]
  for (const campaign of campaigns) {
    audits.push(await auditScores(store, campaign), await auditFinalTable(store, campaign))
    audits.push(await auditMeans(store, campaign, k))
    await yieldToEventLoop()
  }
  return {
    cells: audits.reduce((sum, one) => sum + one.cells, 0),
    hidden: audits.reduce((sum, one) => sum + one.hidden, 0),
    found: audits.flatMap(one => one.found),
  }
}

/** The team tables of one agency and week, of all campaigns together: they speak of the same people. */
async function auditTeams(store: Store, k: number): Promise<Audit> {
  const groups = new Map<string, { campaign: string; cells: TeamWeek }[]>()
  for (const row of await releasedTeams(store)) {
    const key = `${row.agency_id} ${row.week}`
    groups.set(key, [...(groups.get(key) ?? []), { campaign: row.campaign_id, cells: releasedWeek(row) }])
  }
  const found: string[] = []
  let cells = 0
  let hidden = 0
  for (const [key, tables] of groups) {
    const { quantities, wholes } = tableOf(tables, k)
    cells += quantities.length
    hidden += quantities.filter(one => one.hidden).length
    for (const { id, from, to } of exposures(quantities, wholes, k))
      found.push(`team ${key}: ${id} lies between ${from} and ${to}`)
  }
  return { cells, hidden, found }
}

/** People with odd totals: those of all agencies are those of the blocks together. */
async function auditFlags(store: Store, k: number): Promise<Audit> {
  const weeks = Map.groupBy(await releasedFlags(store), row => `${row.campaign_id} ${row.week}`)
  const found: string[] = []
  let [cells, hidden] = [0, 0]
  for (const [key, rows] of weeks) {
    const scopes = rows.map(row => ({ scope: row.scope, flags: releasedFlagsOf(row) }))
    for (const kind of FLAG_KINDS) {
      const quantities = scopes.map(({ scope, flags }): Quantity => {
        const cell = flags.find(one => one.kind === kind)?.people
        return cell?.told ? { id: scope, ...cell.value, hidden: false } : unknown(scope, true)
      })
      cells += quantities.length
      hidden += quantities.filter(one => one.hidden).length
      const blocks = quantities.map(one => one.id).filter(id => id !== 'all')
      for (const { id, from, to } of exposures(quantities, [{ id: 'all', parts: blocks }], k))
        found.push(`flags ${key} ${kind}: ${id} lies between ${from} and ${to}`)
      for (const { id, from, to } of quantities)
        if (Number.isFinite(to) && (from < k || to - from < k - 1))
          found.push(`flags ${key} ${kind}: ${id} is told as ${from} to ${to}`)
    }
  }
  return { cells, hidden, found }
}

/** What the attacker knows of a week: headcount = enrolled + others, enrolled = active + others. */
export function tableOf(
  tables: readonly { readonly campaign: string; readonly cells: TeamWeek }[],
  k: number,
): { readonly quantities: readonly Quantity[]; readonly wholes: readonly Whole[] } {
  const quantities: Quantity[] = []
  const wholes: Whole[] = []
  for (const { campaign, cells } of tables) {
    const { headcount, enrolled, activeShare } = cells
    const why = enrolled.told ? null : enrolled.why
    if (headcount !== null && why !== 'one-sided') {
      // Where the roll is older than the people, the enrolled are no part of it: then nothing can be subtracted.
      quantities.push(told('headcount', headcount), unknown('not enrolled', !enrolled.told))
      wholes.push({ id: 'headcount', parts: ['enrolled', 'not enrolled'] })
    }
    quantities.push(enrolled.told ? told('enrolled', enrolled.value) : below('enrolled', why, headcount, k))
    const active = `active (${campaign})`
    quantities.push(
      activeShare.told && headcount !== null
        ? rounded(active, activeShare.value, headcount)
        : below(active, activeShare.told ? null : activeShare.why, headcount, k),
      unknown(`not ${active}`, !activeShare.told),
    )
    wholes.push({ id: 'enrolled', parts: [active, `not ${active}`] })
    if (cells.detail) {
      addDetail(cells.detail, active, quantities, wholes)
      addUsers(cells.detail, { campaign, active }, quantities, wholes)
    }
  }
  return { quantities: strictest(quantities), wholes }
}

/** Parts of the enrolled (by platforms used, by unit) and of the active people (regular, short days). */
function addDetail(detail: TeamDetail, active: string, quantities: Quantity[], wholes: Whole[]): void {
  const { breadth, units } = detail
  if (detail.active.told) quantities.push(told(active, detail.active.value))
  for (const [name, cell] of [['regular', detail.regular] as const, ['short days', detail.short] as const]) {
    const id = `${name} of ${active}`
    quantities.push(cell.told ? told(id, cell.value) : unknown(id, true), unknown(`not ${id}`, !cell.told))
    wholes.push({ id: active, parts: [id, `not ${id}`] })
  }
  const platforms = breadth.map((cell, i) => {
    const id = `${i} platforms, ${active}`
    return cell.told ? told(id, cell.value) : unknown(id, true)
  })
  const sizes = units.map(({ unit, size }): Quantity => {
    const id = `unit ${unit ?? '-'}`
    return size.told ? { id, from: size.value.from, to: size.value.to, hidden: false } : unknown(id, true)
  })
  for (const parts of [platforms, sizes]) {
    quantities.push(...parts)
    if (parts.length > 0) wholes.push({ id: 'enrolled', parts: parts.map(part => part.id) })
  }
}

/** Who was active and who used a platform, in all and by unit: parts of the active, of a unit, of the enrolled. */
function addUsers(
  { units, platforms }: TeamDetail,
  { campaign, active }: { readonly campaign: string; readonly active: string },
  quantities: Quantity[],
  wholes: Whole[],
): void {
  const inUnits = (id: string, cellOf: (unit: TeamUnit) => ReleasedCell<Range> | undefined): void => {
    for (const unit of units) {
      const own = `unit ${unit.unit ?? '-'}`
      quantities.push(...sides(`${id}, ${own}`, cellOf(unit), unit.size))
      wholes.push({ id: own, parts: [`${id}, ${own}`, `not ${id}, ${own}`] })
    }
    if (units.length > 0) wholes.push({ id, parts: units.map(({ unit }) => `${id}, unit ${unit ?? '-'}`) })
  }
  inUnits(active, unit => unit.active)
  const enrolled = quantities.findLast(one => one.id === 'enrolled')
  for (const [i, { platform, users }] of platforms.entries()) {
    const id = `users of ${platform} (${campaign})`
    const whole: ReleasedCell<Range> =
      enrolled && !enrolled.hidden ? { told: true, value: enrolled } : { told: false, why: 'complement' }
    quantities.push(...sides(id, users, whole))
    wholes.push({ id: 'enrolled', parts: [id, `not ${id}`] })
    inUnits(id, unit => unit.platforms[i])
  }
}

/** Those in a share of a group, and the others: both hide together. */
function sides(
  id: string,
  cell: ReleasedCell<Range> | undefined,
  size: ReleasedCell<Range>,
): readonly Quantity[] {
  const hidden = !cell?.told
  if (!cell?.told || !size.told) return [unknown(id, hidden), unknown(`not ${id}`, hidden)]
  const from = Math.ceil((cell.value.from * size.value.from) / FULL)
  const to = Math.floor((cell.value.to * size.value.to) / FULL)
  return [{ id, from, to, hidden }, unknown(`not ${id}`, hidden)]
}

const told = (id: string, value: number): Quantity => ({ id, from: value, to: value, hidden: false })
const unknown = (id: string, hidden: boolean): Quantity => ({
  id,
  from: 0,
  to: Number.POSITIVE_INFINITY,
  hidden,
})

/** The reason that is told with a hidden cell tells something as well. */
const below = (id: string, why: string | null, headcount: number | null, k: number): Quantity =>
  why === 'too-few' && (headcount ?? k) >= k ? { id, from: 0, to: k - 1, hidden: true } : unknown(id, true)

/** A share of whole people: what it was rounded from. */
function rounded(id: string, share: BasisPoints, whole: number): Quantity {
  const from = Math.ceil(((share - 0.5) * whole) / FULL)
  const to = Math.floor(((share + 0.5) * whole) / FULL)
  return { id, from: Math.max(0, from), to: Math.max(from, to), hidden: false }
}

/** One quantity of several tables: told anywhere is told everywhere. */
function strictest(all: readonly Quantity[]): readonly Quantity[] {
  const by = new Map<string, Quantity>()
  for (const one of all) {
    const old = by.get(one.id)
    if (!old) by.set(one.id, one)
    else {
      const [from, to] = [Math.max(old.from, one.from), Math.min(old.to, one.to)]
      // Hidden in one place and told in another: the hiding was in vain, and that is what is to be found.
      by.set(one.id, { id: one.id, from, to, hidden: old.hidden || one.hidden })
    }
  }
  return [...by.values()]
}

/** A hidden score holds no number, no tier and no rank, wherever it was released. */
async function auditScores(store: Store, campaign: Campaign): Promise<Audit> {
  const live = (await releasedScores(store, campaign.id)).map(cell => ({
    ...cell,
    rank: null,
    place: 'live',
  }))
  const finals = await finalsSince(store, campaign.id, FIRST_WEEK)
  const all = [...live, ...finals.map(cell => ({ ...cell, place: cell.week }))]
  const isHidden = (state: string) => state === 'suppressed' || state === 'no-data'
  const found = all
    .filter(one => isHidden(one.state) && (one.score !== null || one.tier !== null || one.rank !== null))
    .map(one => `score ${one.agency_id} ${campaign.id} ${one.place}: is hidden, and told all the same`)
  return { cells: all.length, hidden: all.filter(one => isHidden(one.state)).length, found }
}

/** The mean of the final table is the mean of released weeks: a hidden week in it could be subtracted. */
async function auditFinalTable(store: Store, campaign: Campaign): Promise<Audit> {
  const rows = await campaignFinals(store, campaign.id)
  const finals = rows[0] ? await finalsSince(store, campaign.id, FIRST_WEEK, rows[0].release) : []
  const found = rows
    .filter(row => {
      const own = finals.filter(final => final.agency_id === row.agency_id && final.score !== null)
      const mean = own.reduce((sum, one) => sum + (one.score ?? 0), 0) / own.length
      if (row.score === null) return row.rank !== null || row.tier !== null
      return row.weeks !== own.length || Math.abs(row.score - mean) > 0.5
    })
    .map(row => `final ${row.agency_id} ${campaign.id}: its mean holds a week that was not released`)
  return { cells: rows.length, hidden: rows.filter(row => row.score === null).length, found }
}

/** M of each level could be worked out from released scores alone: a hidden agency in it could be subtracted. */
async function auditMeans(store: Store, campaign: Campaign, k: number): Promise<Audit> {
  const means = await allMeans(store, campaign.id)
  const finals = await finalsSince(store, campaign.id, FIRST_WEEK, 0)
  const people = await publishedPeople(store, campaign, k)
  const levels = new Map((await lifetimes(store)).map(one => [one.id, one.level]))
  const found: string[] = []
  for (const { week, level, mean_bp } of means) {
    const prior = (await meansBefore(store, campaign.id, week)).get(level) ?? campaign.score.priorMean
    const own = finals.filter(
      one => one.week === week && one.score !== null && levels.get(one.agency_id) === level,
    )
    const spans = own.map(one => credited(one, people.get(`${one.agency_id} ${week}`), prior, campaign))
    const from = spans.reduce((sum, one) => sum + one.from, 0) / spans.length
    const to = spans.reduce((sum, one) => sum + one.to, 0) / spans.length
    if (!(mean_bp >= from - 1 && mean_bp <= to + 1))
      found.push(`mean ${campaign.id} ${level} ${week}: ${mean_bp} is not the mean of what was released`)
  }
  return { cells: means.length, hidden: 0, found }
}

/** A as anybody can work it out from a released score: S = (N·A + 10·M) / (N + 10), S rounded to a tenth. */
function credited(
  { score }: Final,
  people: Interval | undefined,
  prior: BasisPoints,
  { score: { priorPeople } }: Campaign,
): Interval {
  if (!people) return { from: 0, to: FULL }
  const mean = (tenths: number, n: number) =>
    n === Number.POSITIVE_INFINITY ? tenths * 10 : tenths * 10 + (priorPeople * (tenths * 10 - prior)) / n
  const ends = [people.from, people.to].flatMap(n => [-0.5, 0.5].map(by => mean((score ?? 0) + by, n)))
  const within = (x: number) => Math.min(FULL, Math.max(0, x))
  return { from: within(Math.floor(Math.min(...ends))), to: within(Math.ceil(Math.max(...ends))) }
}

/** N by agency and week: the headcount, or the enrolled where they are more; how many more may be hidden. */
async function publishedPeople(
  store: Store,
  campaign: Campaign,
  k: number,
): Promise<ReadonlyMap<string, Interval>> {
  const people = new Map<string, Interval>()
  for (const row of await releasedTeams(store)) {
    const { agency_id, week, campaign_id } = row
    const { headcount, enrolled } = releasedWeek(row)
    if (campaign_id !== campaign.id || headcount === null) continue
    const full = !enrolled.told && enrolled.why === 'one-sided'
    const to = enrolled.told
      ? Math.max(headcount, enrolled.value + k - 1) // so many may have joined since the membership was frozen
      : full
        ? Number.POSITIVE_INFINITY
        : headcount
    people.set(`${agency_id} ${week}`, { from: headcount, to })
  }
  return people
}
