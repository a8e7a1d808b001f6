// The sample province: invented people of real agencies enrol and report through the same doors as everyone, week by week.

import {
  addDays,
  addWeeks,
  DAY_MS,
  type DayKey,
  dayOf,
  daysBetween,
  HOUR_MS,
  MINUTE_MS,
  mondayOf,
  startOfDay,
  weekOf,
} from '../../shared/core/day.ts'
import { HUB_RETENTION_DAYS } from '../../shared/core/retention.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { Agency } from '../../shared/wire/campaign.ts'
import type { ReportRow } from '../../shared/wire/report.ts'
import type { Campaigns } from '../campaigns.ts'
import { invite } from '../members/enrol.ts'
import type { Random } from '../random.ts'
import { putAgencies } from '../store/agencies.ts'
import { putUnit } from '../store/cohorts.ts'
import { sampleBegins } from '../store/sample-mark.ts'
import type { Store } from '../store/schema.ts'
import { concurrently } from './concurrently.ts'
import { dayOfPerson, joinsInWeek, type Person, peopleOf, type World } from './person.ts'
import { type SampleAgency, sampleAgency, unitOf } from './province.ts'
import { type KeptDevice, keepSample, newestSampleDay, sampleDevices } from './sample-tables.ts'
import { chance } from './seeded-random.ts'
import {
  type DeviceKey,
  enrol,
  type HubConnection,
  newDeviceKey,
  sendReport,
  signingKey,
} from './simulated-device.ts'

/** The clock of the history: it stands still, and is set forward by hand. */
interface Clock {
  at: Millis
}

/** A hub to fill. Its `now` must read the clock. */
export interface Seeding {
  readonly store: Store
  readonly campaigns: Campaigns
  readonly publicUrl: string
  readonly fetch: (request: Request) => Promise<Response>
  /** Closes weeks and releases scores by the clock. */
  readonly tick: () => Promise<void>
  readonly clock: Clock
  readonly random: Random
  /** Tells how far it has come. */
  readonly say: (line: string) => void
}

/** Which history is told. */
export interface History {
  readonly agencies: readonly Agency[]
  /** Whole weeks before the one that holds `until`. */
  readonly weeks: number
  readonly until: Millis
}

export const SAMPLE_WEEKS = 12

/** Weeks are sent in stretches, and each stretch is closed before the next: half a history in one report. */
const WEEKS_AT_ONCE = 6
/** How many of those who work today are already in when the sample opens; the others come before the visitor's eyes. */
const IN_ALREADY = 0.25
const CODE_LASTS_MS = 400 * DAY_MS
/** Furthest day that a catching-up device tells of; the hub keeps little more. */
const REACH_BACK_DAYS = HUB_RETENTION_DAYS - 20

/** Fills an empty hub. Enrolments and reports that are refused are bugs, and throw. */
export async function seed(to: Seeding, { agencies, weeks, until }: History): Promise<void> {
  const begins = mondayOf(addWeeks(weekOf(dayOf(until)), -weeks))
  const sample = agencies.map(sampleAgency)
  const world: World = { campaigns: to.campaigns, begins, weeks }
  const undated = { validFrom: null, validTo: null, predecessors: [] }
  await putAgencies(
    to.store,
    agencies.map((agency, i) => ({ ...agency, headcount: sample[i]?.headcount ?? null, ...undated })),
    begins,
  )
  to.clock.at = startOfDay(begins) + 7 * HOUR_MS
  const codes = await codesFor(to, sample)
  const people = sample.flatMap(peopleOf)
  const devices: KeptDevice[] = []
  for (let week = 0; week < weeks; week += WEEKS_AT_ONCE) {
    const next = Math.min(weeks, week + WEEKS_AT_ONCE)
    for (let w = week; w < next; w += 1) devices.push(...(await joinInWeek(to, world, { codes, people }, w)))
    const last = next === weeks
    to.clock.at = last ? until : startOfDay(addDays(begins, next * 7)) - HOUR_MS
    await reportAll(to, world, { agencies: sample, devices }, addDays(begins, week * 7))
    if (!last) to.clock.at += 2 * HOUR_MS
    await to.tick()
    to.say(`week ${next} of ${weeks}: ${devices.length} people of ${sample.length} agencies`)
  }
  await keepSample(to.store, begins, devices)
}

/**
 * Fills the days since the sample last ran, with the same devices. Does nothing where it ran today already.
 * @returns how many days were missing
 */
export async function catchUp(to: Seeding, agencies: readonly Agency[], weeks: number): Promise<number> {
  const begins = await sampleBegins(to.store)
  const newest = await newestSampleDay(to.store)
  const today = dayOf(to.clock.at)
  if (begins === null || newest === null || newest >= today) return 0
  const oldest = addDays(today, -REACH_BACK_DAYS)
  const from = newest > oldest ? newest : oldest
  const devices = await sampleDevices(to.store)
  const world = { campaigns: to.campaigns, begins, weeks }
  await reportAll(to, world, { agencies: agencies.map(sampleAgency), devices }, from)
  return daysBetween(newest, today)
}

async function codesFor(
  to: Seeding,
  agencies: readonly SampleAgency[],
): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>()
  for (const { id, joining, units } of agencies) {
    for (const unit of units) {
      const row = { agency_id: id, unit_id: unit.id, name_vi: unit.name, name_en: unit.name }
      await putUnit(to.store, row)
    }
    for (const unitId of [...units.map(unit => unit.id), null]) {
      const seats = units.find(unit => unit.id === unitId)?.seats
      const rest = joining - units.reduce((sum, unit) => sum + unit.seats, 0)
      const lasts = { uses: seats ?? Math.max(0, rest), expiresAt: to.clock.at + CODE_LASTS_MS }
      const invitation = { agencyId: id, role: 'member', scope: id, unitId, ...lasts } as const
      codes.set(codeKey(id, unitId), await invite(to.store, invitation, to.random, to.clock.at))
    }
  }
  return codes
}

const codeKey = (agency: string, unit: string | null): string => `${agency} ${unit ?? ''}`

/** The people who join in a week enrol on its Monday. */
async function joinInWeek(
  to: Seeding,
  world: World,
  { codes, people }: { readonly codes: ReadonlyMap<string, string>; readonly people: readonly Person[] },
  week: number,
): Promise<readonly KeptDevice[]> {
  to.clock.at = startOfDay(addDays(world.begins, week * 7)) + 8 * HOUR_MS
  const joining = people.filter(person => joinsInWeek(person, world) === week)
  return concurrently(joining, async ({ agency, number }) => {
    const key: DeviceKey = await newDeviceKey()
    const code = codes.get(codeKey(agency.id, unitOf(agency, number)))
    const joined = await enrol(lineTo(to), code ?? '', key)
    if (!joined.ok) throw new Error(`enrolment in ${agency.id} was refused: ${joined.why}: ${joined.detail}`)
    return { agencyId: agency.id, person: number, deviceId: joined.value.deviceId, key }
  })
}

/** Every device reports its days from `from` to the clock's today, in one report. */
async function reportAll(
  to: Seeding,
  world: World,
  {
    agencies,
    devices,
  }: { readonly agencies: readonly SampleAgency[]; readonly devices: readonly KeptDevice[] },
  from: DayKey,
): Promise<void> {
  const byId = new Map(agencies.map(agency => [agency.id, agency]))
  await concurrently(devices, async device => {
    const agency = byId.get(device.agencyId)
    const days = agency ? daysOf({ agency, number: device.person }, from, to.clock.at, world) : []
    if (days.length === 0) return
    const { agencyId, deviceId, key } = device
    const signing = { agencyId, deviceId, key: await signingKey(key) }
    const sent = await sendReport(lineTo(to), signing, { seq: to.clock.at, days })
    if (!sent.ok) throw new Error(`a report to ${agencyId} was refused: ${sent.why}: ${sent.detail}`)
  })
}

/** What a person did up to a moment; of that day itself only where they are in already. */
function daysOf(person: Person, from: DayKey, now: Millis, world: World): ReportRow[] {
  const today = dayOf(now)
  const joined = addDays(world.begins, joinsInWeek(person, world) * 7)
  const first = joined > from ? joined : from
  const whole = Array.from({ length: Math.max(0, daysBetween(first, today)) }, (_, i) => addDays(first, i))
  const rows = whole.flatMap(day => dayOfPerson(person, day, world))
  return isInAlready(person, now) ? [...rows, ...dayOfPerson(person, today, world)] : rows
}

/** Nobody is in before the day has lasted a while. */
const isInAlready = ({ agency, number }: Person, now: Millis): boolean =>
  now - startOfDay(dayOf(now)) > 450 * MINUTE_MS && chance('in', agency.id, number, dayOf(now))() < IN_ALREADY

const lineTo = ({ publicUrl, fetch, clock }: Seeding): HubConnection => ({
  hub: publicUrl,
  post: fetch,
  now: () => clock.at,
})
