// The stage in a real windowed Chromium, with the extension on a desktop of its own, enrolled at a real hub.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core'
import type { Command } from '../../shared/wire/messages.ts'
import { chromiumPath } from '../browsers.ts'
import {
  allowUnpacked,
  CHROME_EXTENSION,
  dumpDatabase,
  extensionOrigin,
  extensionPage,
} from '../journey/chromium.ts'
import type { RecordedRequest } from '../journey/recording-proxy.ts'
import { agree, join as enrol, joined } from '../journey/welcome.ts'
import type { Desktop, Manager } from './desktop.ts'
import type { SceneStage, Signal, Tab } from './scene-stage.ts'
import { buildStageWorld, type StageWorld } from './stage-world.ts'
import type { XWitness } from './x-witness.ts'

const sleep = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

/** A file of the extension that runs nothing. */
const KEEPER = 'managed-schema.json'

export class Stage implements SceneStage {
  readonly #ground: StageWorld
  readonly #others: readonly string[]
  #context: BrowserContext | null = null
  #second: { readonly browser: BrowserContext; readonly origin: string } | null = null
  /** What a second browser held when it was closed. */
  #left: Record<string, unknown[]> = {}
  #origin = ''

  private constructor(ground: StageWorld, others: readonly string[]) {
    this.#ground = ground
    this.#others = others
  }

  /**
   * Builds the stage in an empty folder; `hosts` become tracked platforms of the campaign.
   * @param others folders of unpacked extensions to load beside ours
   * @param manager the window manager of the desktop
   */
  static async build(
    folder: string,
    hosts: readonly string[],
    { others = [], manager }: { readonly others?: readonly string[]; readonly manager?: Manager } = {},
  ): Promise<Stage> {
    const stage = new Stage(await buildStageWorld(folder, hosts, manager), others)
    try {
      await stage.openBrowser()
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

  get context(): BrowserContext {
    if (!this.#context) throw new Error('no browser is open')
    return this.#context
  }

  async openBrowser(): Promise<void> {
    const executablePath = chromiumPath()
    if (!executablePath) throw new Error('Chromium is missing: apt-get install chromium')
    await this.#context?.close().catch(() => {}) // its driver still holds a folder, though the browser was killed
    this.#context = await this.#launch('profile', executablePath)
  }

  /** Another browser of the same person on the same desktop, where the extension has joined as well; opens a host in it. */
  async openSecondBrowser(host: string): Promise<void> {
    const browser = await this.#launch('second', chromiumPath() ?? '')
    const welcome = await extensionPage(browser, '/welcome.html')
    await agree(welcome)
    await enrol(welcome, this.#ground.hubUrl, this.#ground.code)
    await joined(welcome)
    this.#second = { browser, origin: await extensionOrigin(browser) }
    await welcome.goto(`http://${host}/`)
  }

  /** Closes it; what it had counted stays in every later dump. */
  async closeSecondBrowser(): Promise<void> {
    if (!this.#second) return
    const page = await this.#second.browser.newPage()
    await page.goto(`${this.#second.origin}/${KEEPER}`)
    this.#left = await page.evaluate(dumpDatabase, null)
    await this.#second.browser.close()
    this.#second = null
  }

  #launch(name: string, executablePath: string): Promise<BrowserContext> {
    const profile = join(this.#ground.folder, name)
    const temporary = join(this.#ground.folder, 'tmp')
    mkdirSync(temporary, { recursive: true }) // what a killed browser leaves goes with the stage
    allowUnpacked(profile)
    const loaded = [CHROME_EXTENSION, ...this.#others].join(',')
    return chromium.launchPersistentContext(profile, {
      executablePath,
      headless: false,
      viewport: null,
      env: { ...this.desktop.env, TMPDIR: temporary },
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
        `--disable-extensions-except=${loaded}`,
        `--load-extension=${loaded}`,
        `--host-resolver-rules=MAP * 127.0.0.1:${this.#ground.webPort}, EXCLUDE 127.0.0.1`,
      ],
    })
  }

  /** All processes of the browser. */
  processes(): readonly number[] {
    const profile = `user-data-dir=${join(this.#ground.folder, 'profile')}`
    const found = execFileSync('pgrep', ['-f', profile], { encoding: 'utf8' })
    return found.split('\n').filter(Boolean).map(Number)
  }

  /** Requests that reached the hub. */
  get sent(): readonly RecordedRequest[] {
    return this.#ground.tap.fromExtension()
  }

  /** The id of the extension. */
  get id(): string {
    return new URL(this.#origin).hostname
  }

  signal(name: Signal): void {
    for (const pid of this.processes()) {
      try {
        process.kill(pid, name)
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
    return page
  }

  /** Goes to a host in the tab that is in front; over TLS where the host says so. */
  async go(tab: Tab, host: string, path = '/'): Promise<void> {
    const address = new URL(path, host.includes('://') ? host : `http://${host}`)
    await (tab as Page).goto(address.href, { waitUntil: 'commit' })
  }

  /** A page on a host, in a window of its own, in front. */
  async openWindow(host: string): Promise<Page> {
    const opened = this.context.waitForEvent('page')
    const session = await this.#session()
    await session.send('Target.createTarget', { url: `http://${host}/`, newWindow: true })
    return opened
  }

  async openBehind(host: string): Promise<void> {
    const session = await this.#session()
    await session.send('Target.createTarget', { url: `http://${host}/`, background: true })
  }

  async back(tab: Tab): Promise<void> {
    await (tab as Page).goBack({ waitUntil: 'commit' })
  }

  async forward(tab: Tab): Promise<void> {
    await (tab as Page).goForward({ waitUntil: 'commit' })
  }

  async show(tab: Tab): Promise<void> {
    await (tab as Page).bringToFront()
    await this.desktop.focusTop()
  }

  async minimise(tab: Tab): Promise<() => Promise<void>> {
    const session = await this.context.newCDPSession(tab as Page)
    const { windowId } = await session.send('Browser.getWindowForTarget')
    const become = async (windowState: 'minimized' | 'normal'): Promise<void> => {
      await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
    }
    await become('minimized')
    return () => become('normal')
  }

  async alert(tab: Tab, text: string): Promise<() => Promise<void>> {
    const opened = (tab as Page).waitForEvent('dialog')
    await this.run(tab, said => void setTimeout(() => alert(said), 0), text)
    const dialog = await opened
    return () => dialog.dismiss()
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

  /** Runs a function where `chrome` is, without waking the extension or changing what is in front. */
  async inExtension<A, R>(task: (argument: A) => Promise<R>, argument: A): Promise<R> {
    const keeper = await this.#behind(`${this.#origin}/${KEEPER}`)
    return (await keeper.evaluate(task as never, argument as never)) as R
  }

  /** The same in another extension, by its id. */
  async inOther<R>(id: string, task: () => Promise<R>): Promise<R> {
    const page = await this.#behind(`chrome-extension://${id}/manifest.json`)
    return (await page.evaluate(task)) as R
  }

  /** Sets the clock that the extension reads, `ms` beside the real one. A worker that starts anew reads the real one. */
  async setClock(ms: number): Promise<void> {
    await this.inWorker(
      this.id,
      offset => {
        const clock = globalThis as { realNow?: () => number }
        clock.realNow ??= Date.now
        const real = clock.realNow
        Date.now = () => real() + offset
      },
      ms,
    )
  }

  /** Opens the browser once more on the profile that is in use: as a second click on its icon does. */
  openAgain(host: string): void {
    const executable = chromiumPath()
    if (!executable) throw new Error('Chromium is missing: apt-get install chromium')
    const profile = `--user-data-dir=${join(this.#ground.folder, 'profile')}`
    execFileSync(executable, ['--no-sandbox', profile, `http://${host}/`], {
      env: this.desktop.env,
      stdio: 'ignore',
      timeout: 20_000,
    })
  }

  /** A command as a page of the extension sends it. */
  async says(command: Command): Promise<void> {
    await this.inExtension(async message => {
      await chrome.runtime.sendMessage(message)
    }, command)
  }

  async stopBackground(tab: Tab): Promise<void> {
    const session = await this.context.newCDPSession(tab as Page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
  }

  /** What the extension holds, all stores; of a second browser that was closed as well. */
  async dump(): Promise<Record<string, unknown[]>> {
    const own = await this.inExtension(dumpDatabase, null)
    const both = Object.entries(own).map(([store, rows]) => [store, [...rows, ...(this.#left[store] ?? [])]])
    return Object.fromEntries(both)
  }

  /** Whom to ask for what concerns the whole browser. */
  async #session(): Promise<CDPSession> {
    return this.context.newCDPSession(this.context.pages()[0] ?? (await this.context.newPage()))
  }

  /** Runs a function inside the worker of an extension, which it wakes. */
  async inWorker<A, R>(id: string, task: (argument: A) => R, argument: A): Promise<R> {
    const own = (): Worker | undefined =>
      this.context.serviceWorkers().find(one => new URL(one.url()).hostname === id)
    const worker = own() ?? (await this.context.waitForEvent('serviceworker', () => own() !== undefined))
    return (await worker.evaluate(task as never, argument as never)) as R
  }

  /** Bytes in use on the heap of an extension's worker. */
  async heapOf(id: string): Promise<number> {
    const session = await this.#session()
    const { targetInfos } = await session.send('Target.getTargets')
    const target = targetInfos.find(one => one.type === 'service_worker' && one.url.includes(id))
    if (!target) throw new Error('the worker does not run')
    const { sessionId } = await session.send('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: false,
    })
    const answered = new Promise<{ result: { usedSize: number } }>(done =>
      session.on('Target.receivedMessageFromTarget', event => {
        const message = JSON.parse(event.message)
        if (event.sessionId === sessionId && message.id === 1) done(message)
      }),
    )
    const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' })
    await session.send('Target.sendMessageToTarget', { sessionId, message })
    const { result } = await answered
    return result.usedSize
  }

  /** A file of an extension without any script, open in the background: a window into its stores. */
  async #behind(url: string): Promise<Page> {
    const open = this.context.pages().find(page => page.url() === url)
    if (open) return open
    const session = await this.#session()
    const opened = this.context.waitForEvent('page')
    await session.send('Target.createTarget', { url, background: true })
    const page = await opened
    await page.waitForURL(url)
    return page
  }

  async clear(): Promise<void> {
    const empty = await this.context.newPage()
    const open = this.context.pages().filter(page => page !== empty && !isBehind(page))
    for (const page of open) await page.close().catch(() => {})
    await sleep(800)
  }

  async close(): Promise<void> {
    await this.#second?.browser.close().catch(() => {})
    await this.#context?.close().catch(() => {})
    await this.#ground.leave()
  }

  async #enrol(): Promise<void> {
    this.#origin = await extensionOrigin(this.context)
    const welcome = await extensionPage(this.context, '/welcome.html')
    await agree(welcome)
    await enrol(welcome, this.#ground.hubUrl, this.#ground.code)
    await joined(welcome)
  }
}

const isBehind = (page: Page): boolean => /^chrome-extension:.*\.json$/.test(page.url())
