// What does a widget cost its host page? Every contestant by turns, on a slow line, on a quick and on a slow machine.
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '../browsers.ts'
import { type AnswerServer, html, openAnswerServer } from '../fixtures/answer-server.ts'
import { answersAt, CONTESTANTS, type Contestant, UMAMI } from './contestants.ts'
import { openSlowNetwork, type SlowNetwork } from './slow-network.ts'
import { median, table } from './table.ts'
import { umamiTracker } from './umami.ts'

/** One opening of a host page with an empty cache. Milliseconds, but for the first two and the shift. */
interface Opening {
  readonly requests: number
  readonly bytes: number
  readonly first: number
  readonly live: number
  readonly shift: number
  readonly script: number
}

/** After the last answer: what a widget does with it, at a quarter of the speed as well. */
const SETTLED_MS = 1000

/** The middle half of fewer openings is no spread. */
const ROUNDS_TO_JUDGE = 5
const SPEEDS = [1, 4] as const
type Speed = (typeof SPEEDS)[number]
type Results = ReadonlyMap<string, Opening[]>

const keyOf = (name: string, speed: Speed): string => `${name} ×${speed}`

export async function widgets(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '7' } } })
  const path = chromiumPath()
  if (path === null) throw new Error('widgets: no Chromium here; install one (apt-get install chromium)')
  const umami = await umamiTracker()
  if (umami === null) console.error(`widgets: ${UMAMI} is not run: its npm package cannot be had here`)
  const contestants = CONTESTANTS.filter(one => one.name !== UMAMI || umami !== null)
  const answers = await answersAt(() => line.url, umami)
  const line = await openSlowNetwork(path => answers(path))
  const pages = new Map(contestants.map((one, i) => [`/${i}`, pageOf(one, line.url)]))
  const host = await openAnswerServer(path => (pages.has(path) ? html(pages.get(path) ?? '') : null))
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
  const results = new Map<string, Opening[]>()
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const speed of SPEEDS)
      for (const [i, one] of contestants.entries()) {
        const opening = await measure({ browser, host, line, speed }, one, i)
        const key = keyOf(one.name, speed)
        results.set(key, [...(results.get(key) ?? []), opening])
      }
    console.error(`widgets: round ${round} of ${values.rounds} done`)
  }
  await browser.close()
  await Promise.all([host.close(), line.close()])
  print(contestants, results)
}

/** The page marks the end of its own HTML; what comes after is the widget's doing. */
const pageOf = ({ snippet }: Contestant, hub: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><body><h1>Sở Nội vụ</h1><div id="place">${snippet(hub)}</div><p>${'Tin tức của cơ quan. '.repeat(80)}</p><script>window.began = performance.now()</script></body></html>`

/** Looks once a frame, and says when what it waits for has been painted. */
const watch = (first: string, live: string): string => `
  window.told = {}
  window.shift = 0
  new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value }).observe({ type: 'layout-shift', buffered: true })
  const painted = (name, is) => requestAnimationFrame(function look() {
    if (window.began !== undefined && is()) requestAnimationFrame(() => { window.told[name] = performance.now() - window.began })
    else requestAnimationFrame(look)
  })
  painted('first', () => ${first})
  painted('live', () => ${live})`

interface Place {
  readonly browser: Browser
  readonly host: AnswerServer
  readonly line: SlowNetwork
  readonly speed: Speed
}

/** Opened twice: once watched, for what is seen when; once in peace, for the script's own time. */
async function measure(place: Place, contestant: Contestant, i: number): Promise<Opening> {
  const seen = await watched(place, contestant, i)
  return { ...seen, script: await scriptTime(place, contestant, i) }
}

/** A new context with an empty cache, in which the page is opened. */
async function opened<T>(
  { browser, host, line, speed }: Place,
  i: number,
  init: string,
  look: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: speed })
  await page.addInitScript(init)
  line.reset()
  await page.goto(`${host.url.replace('127.0.0.1', 'localhost')}/${i}`, { waitUntil: 'networkidle' })
  const found = await look(page, cdp)
  await context.close()
  return found
}

const watched = (place: Place, { first, live }: Contestant, i: number): Promise<Omit<Opening, 'script'>> =>
  opened(place, i, watch(first, live), async page => {
    await page.waitForFunction('told.first !== undefined && told.live !== undefined')
    const { told, shift } = await page.evaluate<{
      told: { first: number; live: number }
      shift: number
    }>('({ told, shift })')
    return { ...place.line.sent(), ...told, shift }
  })

/** A look in each frame would be counted as the contestant's: here nobody looks before the clock is read. */
const scriptTime = (place: Place, { name, live }: Contestant, i: number): Promise<number> =>
  opened(place, i, '', async (page, cdp) => {
    await setTimeout(SETTLED_MS)
    const { metrics } = await cdp.send('Performance.getMetrics')
    if (!(await page.evaluate<boolean>(`Boolean(${live})`))) throw new Error(`${name}: shows nothing live`)
    return 1000 * (metrics.find(metric => metric.name === 'ScriptDuration')?.value ?? 0)
  })

/** The middle half of some numbers. */
interface Spread {
  readonly low: number
  readonly middle: number
  readonly high: number
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return {
    low: median(sorted.slice(0, Math.max(1, half))),
    middle: median(sorted),
    high: median(sorted.slice(-Math.max(1, half))),
  }
}

const told = ({ low, middle, high }: Spread): string =>
  `${middle.toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)})`

function print(contestants: readonly Contestant[], results: Results): void {
  const of = (name: string, speed: Speed, what: keyof Opening): Spread =>
    spreadOf((results.get(keyOf(name, speed)) ?? []).map(one => one[what]))
  const rows = contestants.map(({ name }) => [
    name,
    of(name, 1, 'bytes').middle.toFixed(0),
    of(name, 1, 'requests').middle.toFixed(0),
    ...SPEEDS.map(speed => told(of(name, speed, 'first'))),
    ...SPEEDS.map(speed => told(of(name, speed, 'live'))),
    of(name, 1, 'shift').middle.toFixed(4),
    ...SPEEDS.map(speed => told(of(name, speed, 'script'))),
  ])
  const heads = ['first ×1', 'first ×4', 'live ×1', 'live ×4', 'shift', 'script ×1', 'script ×4']
  console.log(
    '\nwidgets: milliseconds from the end of the host’s HTML, median (middle half); bytes of bodies, gzip\n',
  )
  console.log(table(['contestant', 'bytes', 'requests', ...heads], rows))
  const rounds = results.get(keyOf(contestants[0]?.name ?? '', 1))?.length ?? 0
  const judged =
    rounds < ROUNDS_TO_JUDGE ? [`no verdict from fewer than ${ROUNDS_TO_JUDGE} rounds`] : verdicts(of)
  console.log(`\n${judged.join('\n')}`)
}

/** What was promised, and whether these numbers show it: where middle halves overlap, nobody has won. */
function verdicts(of: (name: string, speed: Speed, what: keyof Opening) => Spread): readonly string[] {
  return SPEEDS.flatMap(speed => {
    const first = of('element (ours)', speed, 'first')
    const image = of('image (ours)', speed, 'first')
    const script = of('element (ours)', speed, 'script').middle - of('no widget', speed, 'script').middle
    return [
      `×${speed}: the element’s first number comes ${(100 * (first.middle / image.middle - 1)).toFixed(0)} % after the bare image’s (goal: within 10 %); the middle halves ${overlap(first, image)}`,
      `×${speed}: against github-buttons, first number ${compared(first, of('github-buttons, count', speed, 'first'))}, live number ${compared(of('element (ours)', speed, 'live'), of('github-buttons, count', speed, 'live'))}`,
      `×${speed}: script of the element over a page without it: ${script.toFixed(0)} ms${speed === 4 ? ' (goal: at most 60)' : ''}`,
    ]
  })
}

const apart = (a: Spread, b: Spread): boolean => a.high < b.low || b.high < a.low
const overlap = (a: Spread, b: Spread): string => (apart(a, b) ? 'do not overlap' : 'overlap')
const compared = (ours: Spread, theirs: Spread): string => {
  if (!apart(ours, theirs)) return 'no difference that shows'
  return `${Math.abs(ours.middle - theirs.middle).toFixed(0)} ms ${ours.middle < theirs.middle ? 'sooner' : 'later'}`
}
