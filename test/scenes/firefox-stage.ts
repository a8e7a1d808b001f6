// The stage in a real windowed Firefox, with the extension on a desktop of its own, enrolled at a real hub.
import { execFileSync } from 'node:child_process'
import type { Browser, Page } from 'puppeteer-core'
import type { Command } from '../../shared/wire/messages.ts'
import { dumpDatabase } from '../journey/chromium.ts'
import { enrolInFirefox, FIREFOX_ORIGIN, openFirefox } from '../journey/firefox.ts'
import type { Desktop } from './desktop.ts'
import type { SceneStage, Signal, Tab } from './scene-stage.ts'
import { buildStageWorld, type StageWorld } from './stage-world.ts'
import type { XWitness } from './x-witness.ts'

/** A quiet background is stopped after this, so that it happens within scenes: else 30 s. */
const QUIET_MS = 3000

const sleep = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

export class FirefoxStage implements SceneStage {
  readonly #ground: StageWorld
  readonly #browser: Browser
  #keeper: Page | null = null

  private constructor(ground: StageWorld, browser: Browser) {
    this.#ground = ground
    this.#browser = browser
  }

  /** Builds the stage in an empty folder; `hosts` become tracked platforms of the campaign. */
  static async build(folder: string, hosts: readonly string[]): Promise<FirefoxStage> {
    const ground = await buildStageWorld(folder, hosts)
    const browser = await openFirefox({
      webPort: ground.webPort,
      extensionId: 'nhipso@tayninh.gov.vn',
      desktop: ground.desktop.env,
      preferences: {
        'extensions.background.idle.timeout': QUIET_MS,
        // a driver's Firefox takes every window for focused; here a desktop tells the truth
        'remote.prefs.recommended': false,
        'focusmanager.testmode': false,
      },
    })
    const stage = new FirefoxStage(ground, browser)
    try {
      await stage.#enrol()
      return stage
    } catch (error) {
      await stage.close()
      throw error
    }
  }

  get desktop(): Desktop {
    return this.#ground.desktop
  }

  get truth(): XWitness {
    return this.#ground.truth
  }

  async open(host: string, path = '/'): Promise<Tab> {
    const page = await this.#browser.newPage()
    await this.go(page, host, path)
    return page
  }

  async openBehind(host: string): Promise<void> {
    const page = await this.#browser.newPage({ background: true })
    await page.goto(`http://${host}/`)
  }

  async openWindow(host: string): Promise<Tab> {
    const page = await this.#browser.newPage({ type: 'window' })
    await this.go(page, host)
    return page
  }

  async go(tab: Tab, host: string, path = '/'): Promise<void> {
    await (tab as Page).goto(`http://${host}${path}`)
  }

  async back(tab: Tab, host: string): Promise<void> {
    await this.run(tab, () => history.back(), null)
    await this.#arrive(tab, host)
  }

  async forward(tab: Tab, host: string): Promise<void> {
    await this.run(tab, () => history.forward(), null)
    await this.#arrive(tab, host)
  }

  async show(tab: Tab): Promise<void> {
    await (tab as Page).bringToFront()
    await this.desktop.focusTop()
  }

  minimise(): Promise<() => Promise<void>> {
    return this.desktop.minimise()
  }

  async alert(tab: Tab, text: string): Promise<() => Promise<void>> {
    const page = tab as Page
    const opened = new Promise<void>(done => page.once('dialog', () => done()))
    await this.run(tab, said => void setTimeout(() => alert(said), 0), text)
    await opened
    return () => this.desktop.key('Return')
  }

  async run<A>(tab: Tab, task: (argument: A) => void, argument: A): Promise<void> {
    await (tab as Page).evaluate(task as never, argument as never)
  }

  work(seconds: number): Promise<void> {
    return this.desktop.work(seconds)
  }

  wait(seconds: number): Promise<void> {
    return sleep(seconds * 1000)
  }

  async inExtension<A, R>(task: (argument: A) => Promise<R>, argument: A): Promise<R> {
    const keeper = await this.#own()
    return (await keeper.evaluate(task as never, argument as never)) as R
  }

  async says(command: Command): Promise<void> {
    await this.inExtension(async message => {
      await chrome.runtime.sendMessage(message)
    }, command)
  }

  /** Nothing happens for longer than the background may be quiet. */
  stopBackground(): Promise<void> {
    return this.wait((2 * QUIET_MS) / 1000)
  }

  signal(name: Signal): void {
    for (const pid of family(this.#browser.process()?.pid ?? 0)) process.kill(pid, name)
  }

  dump(): Promise<Record<string, unknown[]>> {
    return this.inExtension(dumpDatabase, null)
  }

  async clear(): Promise<void> {
    const empty = await this.#browser.newPage()
    const open = (await this.#browser.pages()).filter(page => page !== empty && page !== this.#keeper)
    for (const page of open) await page.close().catch(() => {})
    await sleep(800)
  }

  async close(): Promise<void> {
    await this.#browser.close().catch(() => {})
    await this.#ground.leave()
  }

  /** A page that comes from the back-forward cache is there without loading. */
  async #arrive(tab: Tab, host: string): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const there = await (tab as Page).evaluate(() => location.hostname).catch(() => '')
      if (there === host) return
      await sleep(50)
    }
    throw new Error(`${host} did not come back`)
  }

  /** A page of the extension, open in the background: a window into its stores. */
  async #own(): Promise<Page> {
    // a reload of the extension takes its pages away, which the driver does not learn
    if (await this.#keeper?.evaluate(() => true).catch(() => false)) return this.#keeper as Page
    const page = await this.#browser.newPage({ background: true })
    page.goto(`${FIREFOX_ORIGIN}/icon/32.png`).catch(() => {})
    for (let tries = 0; tries < 100; tries += 1) {
      const there = await page.evaluate(() => location.protocol === 'moz-extension:').catch(() => false)
      if (there) break
      await sleep(100)
    }
    this.#keeper = page
    return page
  }

  async #enrol(): Promise<void> {
    await enrolInFirefox(this.#browser, this.#ground.hubUrl, this.#ground.code)
    await this.clear()
  }
}

/** A process and all that it started. */
function family(pid: number): readonly number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const pairs = rows.map(row => row.trim().split(/\s+/).map(Number))
  const found = [pid]
  for (const one of found) found.push(...pairs.filter(pair => pair[1] === one).map(pair => pair[0] ?? 0))
  return found
}
