// While the sample runs: its people go on working, a group of one agency at a time, so that scores move before a visitor's eyes.
import { isWorkingDay } from '../../shared/core/calendar.ts'
import { addDays, type DayKey, dayOf } from '../../shared/core/day.ts'
import { agencyScore, type PersonDay, personCredit } from '../../shared/core/score.ts'
import type { Campaign, Level } from '../../shared/wire/campaign.ts'
import { MAX_REPORT_ROWS, type ReportRow } from '../../shared/wire/report.ts'
import { windowStart } from '../ingest/credit.ts'
import type { Store } from '../store/schema.ts'
import { concurrently } from './concurrently.ts'
import { type Person, platformsOf, type World, workOn } from './person.ts'
import type { SampleAgency } from './province.ts'
import { agencyDeviceDays, type KeptDevice } from './sample-tables.ts'
import { between, chance, shuffled } from './seeded-random.ts'
import { type Device, type HubConnection, sendReport, signingKey } from './simulated-device.ts'

/** What the sample's people need to go on working. */
export interface Working {
  readonly store: Store
  readonly line: HubConnection
  readonly world: World
  /** The campaign that is running: its rules tell whose work moves a score. */
  readonly campaign: Campaign
  readonly agencies: readonly SampleAgency[]
  readonly devices: readonly KeptDevice[]
  readonly minGroup: number
}

/** One person's next report, and what it adds to their credit (basis points). */
interface Move {
  readonly device: KeptDevice
  readonly rows: readonly ReportRow[]
  readonly gain: number
}

/** A group that reported: how many people of which agency. */
export interface Wave {
  readonly agency: string
  readonly people: number
}

const MORE_THAN_THE_GROUP = 4
/** The agency whose codes are handed out has its turn this often. */
const HOST_EVERY = 3
/** A wave is worth its while when it adds so many tenths of a point; late in a long day, one must do. */
const WORTH = [2, 1] as const

/**
 * The next group: people of one agency, more than the minimum group, whose reports move its score. Works at any
 * hour and on any day: on Sundays too, somebody opens the page.
 * @param turn counts the waves
 * @returns null where nobody's work would move a score any more today
 */
export async function wave(working: Working, turn: number, host: string): Promise<Wave | null> {
  const today = dayOf(working.line.now())
  for (const worth of WORTH) {
    for (const agency of order(working, turn, host, today)) {
      const group = await groupOf(working, agency, today, worth)
      if (group.length === 0) continue
      await concurrently(group, move => send(working.line, move))
      return { agency: agency.id, people: group.length }
    }
  }
  return null
}

/** Agencies in the order of their turns: another order each day. */
function order(working: Working, turn: number, host: string, today: DayKey): readonly SampleAgency[] {
  const able = working.agencies.filter(a => a.joining >= working.minGroup && a.headcount >= working.minGroup)
  const all = shuffled(able, chance('order', today))
  const rotated = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]
  if (turn % HOST_EVERY !== 0) return rotated
  return [...all.filter(a => a.id === host), ...rotated.filter(a => a.id !== host)]
}

/** Enough people to be released, the ones whose work counts most first; none where it would add too little. */
async function groupOf(
  working: Working,
  agency: SampleAgency,
  today: DayKey,
  worth: number,
): Promise<readonly Move[]> {
  const size = working.minGroup + between(chance('size', agency.id, today), 1, MORE_THAN_THE_GROUP)
  const moves = (await movesOf(working, agency, today)).sort((a, b) => b.gain - a.gain).slice(0, size)
  const gain = moves.reduce((sum, move) => sum + move.gain, 0)
  const added = agencyScore(gain, agency.headcount, 0, working.campaign.score)
  return moves.length < working.minGroup || added < worth ? [] : moves
}

async function movesOf(working: Working, agency: SampleAgency, today: DayKey): Promise<Move[]> {
  const held = new Map<string, PersonDay[]>()
  for (const row of await agencyDeviceDays(working.store, agency.id, windowStart(today), today)) {
    held.set(row.device_id, [...(held.get(row.device_id) ?? []), row])
  }
  return working.devices
    .filter(device => device.agencyId === agency.id)
    .flatMap(device => moveOf(working, { agency, device }, held.get(device.deviceId) ?? [], today) ?? [])
}

/** The person's work of today; where that adds little, also a platform that is new to them, today and the workday before. */
function moveOf(
  working: Working,
  { agency, device }: { readonly agency: SampleAgency; readonly device: KeptDevice },
  held: readonly PersonDay[],
  today: DayKey,
): Move | null {
  const person = { agency, number: device.person }
  const fresh = (rows: readonly ReportRow[]) =>
    rows.filter(row => !held.some(h => h.day === row.day && h.platform === row.platform))
  const work = fresh(workOn(person, today, working.world))
  const wider = [...work, ...fresh(onAnother(person, held, today, working.world))]
  const gainOf = (rows: readonly ReportRow[]) =>
    credit([...held, ...rows], today, agency.level, working) - credit(held, today, agency.level, working)
  const rows = gainOf(work) > 0 ? work : wider
  return rows.length === 0 ? null : { device, rows: rows.slice(0, MAX_REPORT_ROWS), gain: gainOf(rows) }
}

const credit = (
  days: readonly PersonDay[],
  today: DayKey,
  level: Level,
  { campaign, world }: Working,
): number =>
  personCredit(days, today, campaign.score.expected[level].length, {
    rules: campaign.score,
    calendar: world.campaigns.workdays,
  }).total

/** A platform that the person has not used in the window, on the last workday and today. */
function onAnother(
  person: Person,
  held: readonly PersonDay[],
  today: DayKey,
  world: World,
): readonly ReportRow[] {
  const known = new Set([...platformsOf(person, world), ...held.map(row => row.platform)])
  const random = chance('another', person.agency.id, person.number, today)
  const [platform] = shuffled([...world.campaigns.tracked], random).filter(id => !known.has(id))
  if (platform === undefined) return []
  return [workdayBefore(today, world), today].map(day => ({
    day,
    platform,
    seconds: between(random, 200, 900),
  }))
}

function workdayBefore(today: DayKey, { campaigns }: World): DayKey {
  let day = addDays(today, -1)
  while (!isWorkingDay(day, campaigns.workdays)) day = addDays(day, -1)
  return day
}

async function send(line: HubConnection, { device, rows }: Move): Promise<void> {
  const { agencyId, deviceId, key } = device
  const signing: Device = { agencyId, deviceId, key: await signingKey(key) }
  const sent = await sendReport(line, signing, { seq: line.now(), days: [...rows] })
  if (!sent.ok) throw new Error(`a simulated device of ${agencyId} was refused: ${sent.why}: ${sent.detail}`)
}
