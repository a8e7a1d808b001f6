// The campaign files → what the hub counts by. They pass the same parsers as anything else that enters.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { WorkCalendar } from '../shared/core/calendar.ts'
import { campaignState, workCalendar } from '../shared/core/calendar.ts'
import type { DayKey } from '../shared/core/day.ts'
import { fail, ok, type Result } from '../shared/core/result.ts'
import {
  type Agency,
  type Block,
  type Calendar,
  type Campaign,
  type Platform,
  parseAgencies,
  parseCalendar,
  parseCampaign,
  parsePlatforms,
} from '../shared/wire/campaign.ts'
import { type Parse, parseJson } from '../shared/wire/parse.ts'

/** Everything that CAMPAIGNS_DIR holds, read and checked. */
export interface Campaigns {
  readonly campaigns: readonly Campaign[]
  readonly platforms: readonly Platform[]
  readonly blocks: readonly Block[]
  /** The agencies of the files; the database may hold more, and their headcounts. */
  readonly agencies: readonly Agency[]
  readonly calendar: Calendar
  readonly workdays: WorkCalendar
  /** Ids of platforms that earn time. */
  readonly tracked: ReadonlySet<string>
}

type CampaignFiles = Pick<Campaigns, 'campaigns' | 'platforms' | 'blocks' | 'agencies' | 'calendar'>

/** Puts parsed parts together; a campaign that expects an unknown platform is refused. */
export function campaignsOf(files: CampaignFiles): Result<Campaigns, 'invalid'> {
  const tracked = new Set(files.platforms.filter(p => p.use === 'track').map(p => p.id))
  for (const { id, score } of files.campaigns) {
    const unknown = [...score.expected.province, ...score.expected.commune].find(p => !tracked.has(p))
    if (unknown)
      return fail('invalid', `campaign ${id}: score.expected names ${unknown}, not a tracked platform`)
  }
  return ok({ ...files, tracked, workdays: workCalendar(files.calendar) })
}

/** Loads a folder: `campaigns/*.json`, `platforms.json`, `agencies.json`, `calendar.json`. */
export function loadCampaigns(dir: string): Result<Campaigns, 'invalid'> {
  const names = listed(join(dir, 'campaigns'))
  if (!names.ok) return names
  const campaigns: Campaign[] = []
  for (const path of names.value) {
    const read = file(path, parseCampaign)
    if (!read.ok) return read
    if (read.value.id !== basename(path, '.json')) {
      return fail('invalid', `${path}: campaign.id: must be the file's name, ${basename(path, '.json')}`)
    }
    campaigns.push(read.value)
  }
  const platforms = file(join(dir, 'platforms.json'), parsePlatforms)
  if (!platforms.ok) return platforms
  const agencies = file(join(dir, 'agencies.json'), parseAgencies)
  if (!agencies.ok) return agencies
  const calendar = file(join(dir, 'calendar.json'), parseCalendar)
  if (!calendar.ok) return calendar
  const { platforms: catalogue } = platforms.value
  const { agencies: all, blocks } = agencies.value
  return campaignsOf({ campaigns, platforms: catalogue, blocks, agencies: all, calendar: calendar.value })
}

/** The running campaigns first, the newest first; then those that ended, then those to come. */
export function inOrder(campaigns: readonly Campaign[], today: DayKey): readonly Campaign[] {
  const place = (c: Campaign) => ['running', 'ended', 'planned'].indexOf(campaignState(c, today))
  return [...campaigns].sort((a, b) => place(a) - place(b) || b.period.fromYear - a.period.fromYear)
}

/** The campaigns that count on a Vietnam day. */
export const running = (campaigns: readonly Campaign[], day: DayKey): readonly Campaign[] =>
  campaigns.filter(c => campaignState(c, day) === 'running')

function listed(dir: string): Result<readonly string[], 'invalid'> {
  try {
    const names = readdirSync(dir).filter(name => name.endsWith('.json'))
    if (names.length === 0) return fail('invalid', `${dir}: holds no campaign (*.json)`)
    return ok(names.sort().map(name => join(dir, name)))
  } catch (error) {
    return fail('invalid', `${dir}: cannot be read: ${said(error)}`)
  }
}

function file<T>(path: string, parse: Parse<T>): Result<T, 'invalid'> {
  try {
    const read = parseJson(readFileSync(path, 'utf8'), parse)
    return read.ok ? read : fail('invalid', `${path}: ${read.detail}`)
  } catch (error) {
    return fail('invalid', `${path}: cannot be read: ${said(error)}`)
  }
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error))
