// The newcomer's door: `npm start` serves the sample province, and keeps its people at work.
import { fileURLToPath } from 'node:url'
import { dayOf } from '../../shared/core/day.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { routes } from '../../shared/wire/routes.ts'
import { inOrder, loadCampaigns } from '../campaigns.ts'
import { readConfig, type ServeConfig } from '../config.ts'
import { type Serving, serve, stopOnSignal } from '../main.ts'
import { random } from '../random.ts'
import { sampleBegins } from '../store/sample-mark.ts'
import { browse } from './browse.ts'
import { wave } from './live.ts'
import { isFree } from './port.ts'
import { prepare } from './prepare.ts'
import { sampleAgency } from './province.ts'
import { sampleDevices } from './sample-tables.ts'
import { keepGoing } from './schedule.ts'
import { SAMPLE_WEEKS } from './seed-history.ts'
import { hostOf, welcome } from './welcome.ts'

const USAGE = 'usage: npm start [-- --browser [arguments for Chromium]]'
const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url))
/** Sample scores are released quickly, so that a visitor sees them move; the log keeps to what is wrong. */
const SAMPLE_DEFAULTS = { RELEASE_MIN_INTERVAL: '20', LOG_LEVEL: 'warn' }

type Stop = () => Promise<void>

async function main([first, ...extra]: readonly string[]): Promise<Result<null, 'usage' | 'cannot-start'>> {
  if (first !== undefined && first !== '--browser')
    return fail('usage', `unknown argument ${first}\n${USAGE}`)
  const config = readConfig({ ...SAMPLE_DEFAULTS, ...process.env })
  if (!config.ok) return fail('cannot-start', config.detail)
  const serving = await open({ ...config.value, sample: true })
  if (!serving.ok) return serving
  const stops: Stop[] = [await work(serving.value, config.value)]
  stopOnSignal(async () => {
    await Promise.all(stops.map(stop => stop()))
    await serving.value.stop()
  })
  if (first !== undefined) stops.push(await show(serving.value, config.value, extra))
  return ok(null)
}

async function open(config: ServeConfig): Promise<Result<Serving, 'cannot-start'>> {
  const campaigns = loadCampaigns(config.campaignsDir)
  if (!campaigns.ok) return fail('cannot-start', `CAMPAIGNS_DIR: ${campaigns.detail}`)
  if (!(await isFree(config))) {
    return fail(
      'cannot-start',
      `PORT: ${config.port} on ${config.host} is in use; stop that program or set PORT`,
    )
  }
  console.log('DỮ LIỆU MẪU · preparing the sample data (the first time about half a minute)')
  const say = (line: string) => console.log(`  ${line}`)
  const { databaseUrl } = config
  const prepared = await prepare({
    databaseUrl,
    config,
    campaigns: campaigns.value,
    now: Date.now,
    random,
    weeks: SAMPLE_WEEKS,
    say,
  })
  if (!prepared.ok) return fail('cannot-start', prepared.detail)
  const serving = await serve(config)
  if (serving.ok) {
    const { store } = serving.value
    const hosting = { store, campaigns: campaigns.value, random, now: Date.now }
    console.log(await welcome(hosting, config.publicUrl, EXTENSION))
  }
  return serving
}

/** The sample's people go on working while it runs. */
async function work(serving: Serving, { publicUrl, minGroup }: ServeConfig): Promise<Stop> {
  const { store, campaigns, hub } = serving
  const devices = await sampleDevices(store)
  const begins = (await sampleBegins(store)) ?? dayOf(Date.now())
  const agencies = campaigns.agencies.map(sampleAgency)
  const line = { hub: publicUrl, post: hub.fetch, now: Date.now }
  const world = { campaigns, begins, weeks: SAMPLE_WEEKS }
  return keepGoing(async turn => {
    const [campaign] = inOrder(campaigns.campaigns, dayOf(Date.now()))
    if (!campaign) return
    await wave({ store, line, world, campaign, agencies, devices, minGroup }, turn, hostOf(campaigns))
  })
}

async function show({ campaigns }: Serving, config: ServeConfig, extra: readonly string[]): Promise<Stop> {
  const scoreboard = routes(config.publicUrl).board()
  const { platforms } = campaigns
  const path = process.env.PATH ?? ''
  const opened = await browse({ platforms, scoreboard, extension: EXTENSION, extra, path })
  console.log(opened.ok ? `  Các nền tảng mẫu · sample platforms  ${opened.value.list}\n` : opened.detail)
  return opened.ok ? opened.value.close : async () => {}
}

const started = await main(process.argv.slice(2))
if (!started.ok) {
  console.error(started.detail)
  process.exitCode = started.why === 'usage' ? 2 : 1
}
