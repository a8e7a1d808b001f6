// digest: the weekly digest of every agency, as files, and by mail to the offices that the operator lists.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf, isWeekKey } from '../../shared/core/day.ts'
import { languageOf } from '../../shared/core/language.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import type { Team } from '../../shared/wire/team.ts'
import { inOrder } from '../campaigns.ts'
import type { ServeConfig } from '../config.ts'
import { teamTable } from '../published/team-table.ts'
import { newId, random } from '../random.ts'
import { digestOf } from '../render/digest.ts'
import { agenciesOn } from '../store/agencies.ts'
import { hasHad, keepMail } from '../store/mails.ts'
import type { Store } from '../store/schema.ts'
import { addView } from '../store/team.ts'
import { type Command, flag, given, misused, option, refused } from './command.ts'
import { faultList, readTable, readText } from './csv.ts'
import { type Mailer, openMailer } from './mail.ts'
import { withStore } from './with-store.ts'

const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/

export const digest: Command = {
  name: 'digest',
  does: 'writes the weekly digest of each agency (HTML, text); with --to (agency, email) sends it by SMTP_URL, to whoever has not had it; --again: to all',
  words: [],
  options: {
    out: given('DIR', 'the folder that receives the files', 'digest'),
    week: given('YYYY-Www', 'the week; the newest released one where it is not told'),
    lang: given('vi|en', 'the language', 'vi'),
    to: given('FILE.csv', 'the offices (agency, email) that it is sent to'),
    again: flag('also to those who have had it'),
  },
  run: async call => {
    const { config, now } = call
    const week = option(call, 'week') || null
    if (week !== null && !isWeekKey(week)) return misused('--week must be a week that exists, as YYYY-Www')
    const file = option(call, 'to')
    if (file && !config.mail)
      return refused('--to needs SMTP_URL and SMTP_FROM; without --to files are written')
    return withStore(config, async (store, campaigns) => {
      const [campaign] = inOrder(campaigns.campaigns, dayOf(now))
      if (!campaign) return refused('there is no campaign')
      const agencies = await agenciesOn(store, dayOf(now))
      const offices = readOffices(file, new Set(agencies.map(agency => agency.id)))
      if (!offices.ok) return refused(offices.detail)
      const tables = await tablesOf({ store, config }, campaign, agencies, week)
      if (tables.length === 0) return refused('no such week has been released; see: release list')
      const mailer = file && config.mail ? openMailer(config.mail) : null
      const again = call.options.again === true
      const job: Job = {
        ...{ out: option(call, 'out'), language: languageOf(option(call, 'lang')) },
        ...{ mailer, store, again, now },
      }
      const tally: Tally = { sent: 0, before: 0, failed: [], stopped: false }
      for (const team of tables) await mailOne(team, offices.value.get(team.agency.id) ?? [], job, tally)
      mailer?.close()
      if (tally.failed.length > 0)
        return refused(
          `${tally.sent} sent, ${tally.failed.length} not:\n${faultList(tally.failed)}\n${RESUME}`,
        )
      const had = tally.before > 0 ? `, ${tally.before} had it before` : ''
      const line = `${tables.length} digests of ${tables[0]?.week} in ${job.out}, ${tally.sent} sent${had}`
      return ok({
        lines: [line],
        json: { digests: tables.length, sent: tally.sent, before: tally.before, out: job.out },
      })
    })
  },
}

const RESUME = 'run the same command again: whoever has had it is left out'

async function tablesOf(
  from: { readonly store: Store; readonly config: ServeConfig },
  campaign: Campaign,
  agencies: Awaited<ReturnType<typeof agenciesOn>>,
  week: string | null,
): Promise<readonly Team[]> {
  const tables: Team[] = []
  for (const agency of agencies) {
    const table = await teamTable(from, campaign, agency, week)
    if (table && (week === null || table.week === week)) tables.push(table)
  }
  const newest = tables
    .map(table => table.week)
    .sort()
    .at(-1)
  return tables.filter(table => table.week === newest)
}

interface Job {
  readonly out: string
  readonly language: 'vi' | 'en'
  readonly mailer: Mailer | null
  readonly store: Store
  /** Also to those who have had it. */
  readonly again: boolean
  readonly now: number
}

interface Tally {
  sent: number
  /** Who had it from an earlier run. */
  before: number
  readonly failed: string[]
  /** The server itself is out of reach: nobody else is tried. */
  stopped: boolean
}

/** Writes an agency's files, and sends them to its offices; one that fails keeps nobody else from theirs. */
async function mailOne(team: Team, offices: readonly string[], job: Job, tally: Tally): Promise<void> {
  const { out, language, mailer, store, again, now } = job
  const { agency, week } = team
  const made = digestOf(team, language)
  mkdirSync(out, { recursive: true })
  for (const type of ['html', 'text'] as const)
    writeFileSync(join(out, `${agency.id}-${week}.${type === 'text' ? 'txt' : 'html'}`), made[type])
  const before = tally.sent
  for (const office of mailer ? offices : []) {
    if (tally.stopped) break
    if (!again && (await hasHad(store, agency.id, week, office))) {
      tally.before += 1
      continue
    }
    const done = await mailer?.send(office, made, `${agency.id} ${week}`)
    if (done?.ok) await keepMail(store, { agency: agency.id, week }, office, now)
    if (done?.ok) tally.sent += 1
    else if (done) tally.failed.push(`${agency.id}, ${office}: ${done.detail}`)
    tally.stopped = done?.ok === false && done.why === 'unreachable'
  }
  if (tally.sent > before) await recordAccess(store, team, now)
}

/** Who works there reads that the figures left the hub. */
const recordAccess = (store: Store, { agency, week }: Team, now: number): Promise<unknown> =>
  addView(store, {
    agency_id: agency.id,
    view_id: newId(random),
    at: now,
    role: 'manager',
    week,
    what: 'digest',
  })

/** Offices by agency; empty where no file is given. */
function readOffices(
  path: string,
  agencies: ReadonlySet<string>,
): Result<ReadonlyMap<string, readonly string[]>, 'invalid'> {
  if (!path) return ok(new Map())
  const csv = readText(path)
  if (!csv.ok) return csv
  const table = readTable(csv.value, ['agency', 'email'], [], { 'đơn vị': 'agency', 'thư điện tử': 'email' })
  if (!table.ok) return table
  const offices = new Map<string, string[]>()
  const faults = [...table.value.faults]
  for (const { number, cell } of table.value.lines) {
    const [agency, email] = [cell('agency'), cell('email')]
    if (!agencies.has(agency)) faults.push(`line ${number}, column agency: there is no agency "${agency}"`)
    if (!ADDRESS.test(email)) faults.push(`line ${number}, column email: "${email}" is no address`)
    offices.set(agency, [...(offices.get(agency) ?? []), email])
  }
  return faults.length > 0 ? fail('invalid', faultList(faults)) : ok(offices)
}
