// Where scenes are played: a real windowed Chromium with the extension on a desktop of its own, enrolled at a real hub.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Command } from '../../shared/wire/messages.ts'
import { chromiumPath } from '../browsers.ts'
import { campaignsIn } from '../journey/campaigns.ts'
import {
  allowUnpacked,
  CHROME_EXTENSION,
  dumpDatabase,
  extensionOrigin,
  extensionPage,
} from '../journey/chromium.ts'
import { freePort, HubProcess, operate } from '../journey/hub-process.ts'
import { Web } from '../journey/web.ts'
import { agree, join as enrol, joined } from '../journey/welcome.ts'
import { Desktop } from './desktop.ts'
import type { Scene } from './scenes.ts'
import { Truth } from './truth.ts'

/** The shortest limit that a campaign may set: scenes need not wait two minutes. */
const IDLE_AFTER_MS = 60_000

/** A file of the extension that runs nothing. */
const KEEPER = 'managed-schema.json'

const sleep = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

export class Stage {
  readonly truth = new Truth()
  readonly desktop: Desktop
  readonly web: Web
  readonly #folder: string
  readonly #webPort: number
  readonly #hub: HubProcess
  readonly #hubUrl: string
  readonly #code: string
  /** Platform id → host. */
  readonly #hosts: ReadonlyMap<string, string>
  #context: BrowserContext | null = null
  #origin = ''

  private constructor(parts: {
    desktop: Desktop
    web: Web
    webPort: number
    hub: HubProcess
    hubUrl: string
    code: string
    folder: string
    hosts: readonly string[]
  }) {
    this.desktop = parts.desktop
    this.web = parts.web
    this.#webPort = parts.webPort
    this.#hub = parts.hub
    this.#hubUrl = parts.hubUrl
    this.#code = parts.code
    this.#folder = parts.folder
    this.#hosts = new Map(parts.hosts.map(host => [platformId(host), host]))
  }

  /** Builds the stage in an empty folder; `hosts` become tracked platforms of the campaign. */
  static async build(folder: string, hosts: readonly string[]): Promise<Stage> {
    mkdirSync(folder, { recursive: true })
    const campaigns = campaignsIn(join(folder, 'campaigns'), {
      platforms: file => {
        file.platforms.push(...hosts.map(scenePlatform))
      },
      campaign: file => {
        file.score.idleAfterMs = IDLE_AFTER_MS
      },
    })
    const port = await freePort()
    const hubUrl = `http://127.0.0.1:${port}`
    const env = {
      PORT: String(port),
      PUBLIC_URL: hubUrl,
      DATABASE_URL: `sqlite:${join(folder, 'hub.db')}`,
      CAMPAIGNS_DIR: campaigns,
      LOG_LEVEL: 'error',
    }
    const { code } = await operate<{ code: string }>(env, 'codes', 'new', '--agency', 'so-noi-vu')
    const hub = new HubProcess(env)
    await hub.ready(port)
    const web = new Web()
    const stage = new Stage({
      desktop: await Desktop.start(),
      web,
      webPort: await web.listen(),
      hub,
      hubUrl,
      code,
      folder,
      hosts,
    })
    await stage.openBrowser()
    await stage.#enrol()
    return stage
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('no browser is open')
    return this.#context
  }

  async openBrowser(): Promise<void> {
    const executablePath = chromiumPath()
    if (!executablePath) throw new Error('Chromium is missing: apt-get install chromium')
    const profile = join(this.#folder, 'profile')
    allowUnpacked(profile)
    this.#context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: false,
      viewport: null,
      env: this.desktop.env,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--hide-crash-restore-bubble',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--ignore-certificate-errors',
        '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LocalNetworkAccessChecks',
        '--window-size=900,700',
        `--disable-extensions-except=${CHROME_EXTENSION}`,
        `--load-extension=${CHROME_EXTENSION}`,
        `--host-resolver-rules=MAP * 127.0.0.1:${this.#webPort}, EXCLUDE 127.0.0.1`,
      ],
    })
  }

  /** The whole browser, for signals that stop or kill it. */
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    const found = execFileSync('pgrep', ['-f', `user-data-dir=${join(this.#folder, 'profile')}`], {
      encoding: 'utf8',
    })
    for (const pid of found.split('\n').filter(Boolean)) {
      try {
        process.kill(Number(pid), name)
      } catch {
        // a child that went with its parent
      }
    }
  }

  /** Opens a host in a new tab in front. */
  async open(host: string, path = '/'): Promise<Page> {
    const page = await this.context.newPage()
    await this.go(page, host, path)
    return page
  }

  /** Opens a page of the extension in a new tab in front. */
  async openOwn(path: string): Promise<Page> {
    const page = await this.context.newPage()
    await page.goto(`${this.#origin}/${path}`)
    this.truth.front(null)
    return page
  }

  /** Goes to a host in the tab that is in front; over TLS where the host says so. */
  async go(page: Page, host: string, path = '/'): Promise<void> {
    const address = new URL(path, host.includes('://') ? host : `http://${host}`)
    await page.goto(address.href, { waitUntil: 'commit' })
    this.truth.front(address.hostname)
  }

  /** A page on a host, in a window of its own, in front. */
  async openWindow(host: string): Promise<Page> {
    const opened = this.context.waitForEvent('page')
    const page = this.context.pages()[0]
    if (!page) throw new Error('no page is open')
    const session = await this.context.newCDPSession(page)
    await session.send('Target.createTarget', { url: `http://${host}/`, newWindow: true })
    this.truth.front(host)
    return opened
  }

  /** Brings a page's tab and window to the front. */
  async show(page: Page): Promise<void> {
    await page.bringToFront()
    const { hostname, protocol } = new URL(page.url())
    this.truth.front(protocol.startsWith('http') ? hostname : null)
  }

  /** Works for a while: a touch every few seconds. */
  async work(seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000
    while (Date.now() < until) {
      await this.desktop.touch()
      await sleep(Math.min(4000, Math.max(0, until - Date.now())))
    }
  }

  /** Lets time pass without input. */
  wait(seconds: number): Promise<void> {
    return sleep(seconds * 1000)
  }

  /** Runs a function where `chrome` is, without waking the extension or changing what is in front. */
  async inExtension<A, R>(task: (argument: A) => Promise<R>, argument: A): Promise<R> {
    const keeper = await this.#keeper()
    return (await keeper.evaluate(task as never, argument as never)) as R
  }

  /** Sets the clock that the extension reads, `ms` beside the real one. A worker that starts anew reads the real one. */
  async setClock(ms: number): Promise<void> {
    await this.#worker(offset => {
      const clock = globalThis as { realNow?: () => number }
      clock.realNow ??= Date.now
      const real = clock.realNow
      Date.now = () => real() + offset
    }, ms)
  }

  /** Opens the browser once more on the profile that is in use: as a second click on its icon does. */
  openAgain(host: string): void {
    const executable = chromiumPath()
    if (!executable) throw new Error('Chromium is missing: apt-get install chromium')
    const profile = `--user-data-dir=${join(this.#folder, 'profile')}`
    execFileSync(executable, ['--no-sandbox', profile, `http://${host}/`], {
      env: this.desktop.env,
      stdio: 'ignore',
      timeout: 20_000,
    })
    this.truth.front(host)
  }

  /** A command as a page of the extension sends it. */
  async says(command: Command): Promise<void> {
    await this.inExtension(async message => {
      await chrome.runtime.sendMessage(message)
    }, command)
  }

  /** Stops the extension's worker as the browser does when it has been quiet. */
  async stopWorker(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
  }

  /** What the extension holds, all stores. */
  dump(): Promise<Record<string, unknown[]>> {
    return this.inExtension(dumpDatabase, null)
  }

  /** Runs a function inside the extension's worker, which it wakes. */
  async #worker<A>(task: (argument: A) => void, argument: A): Promise<void> {
    const worker =
      this.context.serviceWorkers().find(one => one.url().startsWith(this.#origin)) ??
      (await this.context.waitForEvent('serviceworker'))
    await worker.evaluate(task as never, argument as never)
  }

  /** A file of the extension without any script, open in the background: a window into its stores. */
  async #keeper(): Promise<Page> {
    const url = `${this.#origin}/${KEEPER}`
    const open = this.context.pages().find(page => page.url() === url)
    if (open) return open
    const page = this.context.pages()[0] ?? (await this.context.newPage())
    const session = await this.context.newCDPSession(page)
    const opened = this.context.waitForEvent('page')
    await session.send('Target.createTarget', { url, background: true })
    const keeper = await opened
    await keeper.waitForURL(url)
    return keeper
  }

  /** Milliseconds that the extension counted so far, by host. */
  async counted(): Promise<ReadonlyMap<string, number>> {
    const { days = [] } = await this.dump()
    const counted = new Map<string, number>()
    for (const { platform, ms } of days as { platform: string; ms: number }[]) {
      const host = this.#hosts.get(platform) ?? platform
      counted.set(host, (counted.get(host) ?? 0) + ms)
    }
    return counted
  }

  /** Milliseconds of one host, day by day. */
  async daysOf(host: string): Promise<readonly number[]> {
    const { days = [] } = await this.dump()
    const own = (days as { platform: string; ms: number }[]).filter(day => day.platform === platformId(host))
    return own.map(day => day.ms)
  }

  /** The segments since `began` by host, as seconds after it. */
  async stretches(began: number): Promise<ReadonlyMap<string, string>> {
    const { segments = [] } = await this.dump()
    const found = new Map<string, string>()
    for (const { platform, start, end } of segments as { platform: string; start: number; end: number }[]) {
      if (end <= began) continue
      const said = `${((start - began) / 1000).toFixed(1)}–${((end - began) / 1000).toFixed(1)}`
      const host = this.#hosts.get(platform) ?? platform
      found.set(host, [found.get(host), said].filter(Boolean).join(', '))
    }
    return found
  }

  /** Ends a scene: one empty page in front, everything else closed, and a moment for the extension to see it. */
  async clear(): Promise<void> {
    const empty = await this.context.newPage()
    this.truth.front(null)
    const open = this.context.pages().filter(page => page !== empty && !page.url().endsWith(KEEPER))
    for (const page of open) await page.close().catch(() => {})
    await sleep(800)
  }

  async close(): Promise<void> {
    await this.#context?.close().catch(() => {})
    await this.#hub.stop()
    await this.web.close()
    await this.desktop.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #enrol(): Promise<void> {
    this.#origin = await extensionOrigin(this.context)
    const welcome = await extensionPage(this.context, '/welcome.html')
    await agree(welcome)
    await enrol(welcome, this.#hubUrl, this.#code)
    await joined(welcome)
  }
}

/** A platform's id is its host without dots. */
const platformId = (host: string): string => host.replaceAll('.', '-')

const scenePlatform = (host: string): object => ({
  id: platformId(host),
  name: { vi: host, en: host },
  host,
  category: 'van-ban',
  scope: 'province',
  use: 'track',
  evidence: 'scene',
})

/** What one scene showed for one of its platforms. */
export interface Showing {
  readonly host: string
  readonly truthMs: number
  readonly countedMs: number
  /** The stretches that were counted, for whoever must find out why a sentence does not hold. */
  readonly stretches: string
}

/** The hosts of a scene: its own, below the province's domain where the scene names no other. */
export const hostsOf = (scene: Scene): [string, ...string[]] => {
  const stem = [...scene.name].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_000, 7)
  const [first = '', ...more] = Array.from(
    { length: scene.hosts },
    (_, i) => `s${stem}-${i + 1}.${scene.domain ?? 'tayninh.gov.vn'}`,
  )
  return [first, ...more]
}

/** Plays a scene and leaves an empty page in front; truth beside what the extension counted, of this showing only. */
export async function play(stage: Stage, scene: Scene): Promise<readonly Showing[]> {
  const hosts = hostsOf(scene)
  const began = Date.now()
  const before = await stage.counted()
  const truthBefore = hosts.map(host => stage.truth.of(host))
  await scene.play(stage, hosts as never)
  await stage.clear()
  const after = await stage.counted()
  const stretches = await stage.stretches(began)
  return hosts.map((host, i) => ({
    host,
    truthMs: stage.truth.of(host) - (truthBefore[i] ?? 0),
    countedMs: (after.get(host) ?? 0) - (before.get(host) ?? 0),
    stretches: stretches.get(host) ?? 'none',
  }))
}
