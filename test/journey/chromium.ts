// A real Chromium with the built extension, and the whole web mapped to this machine.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '../browsers.ts'
import { root } from '../rules/tree.ts'

export const CHROME_EXTENSION = join(root, '.output/chrome-mv3')

/** Quiet: nothing of the browser's own goes to the network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LocalNetworkAccessChecks',
]

export interface Options {
  /** Folder of the browser's profile: the same one again is the same person. */
  readonly profile: string
  /** Port that answers for every host but 127.0.0.1. */
  readonly webPort: number
  /** File for Chromium's own log of every request. */
  readonly netLog?: string
  readonly extension?: string
  /** More of Chromium's own switches. */
  readonly switches?: readonly string[]
}

/** How long something on a page is waited for: ten browsers share the machine. */
const PATIENCE_MS = 90_000

export async function openChromium({
  profile,
  webPort,
  netLog,
  extension = CHROME_EXTENSION,
  switches = [],
}: Options): Promise<BrowserContext> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('Chromium is missing: apt-get install chromium')
  allowUnpacked(profile)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1000, height: 720 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...QUIET,
      ...switches,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${webPort}, EXCLUDE 127.0.0.1`,
      ...(netLog ? [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'] : []),
    ],
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return context
}

/** Developer mode, as a person switches it on to load an unpacked folder: without it a reload switches the extension off. */
export function allowUnpacked(profile: string): void {
  const folder = join(profile, 'Default')
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }))
}

/** `chrome-extension://…` of the loaded extension. */
export async function extensionOrigin(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  return `chrome-extension://${new URL(worker.url()).hostname}`
}

/** The extension page that opens by itself. A new tab is blank at first: what counts is where it ends. */
export async function extensionPage(context: BrowserContext, path: string): Promise<Page> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = context.pages().find(page => new URL(page.url()).pathname === path)
    // not by its event: on a busy machine that may have passed before anybody listens
    const state = await found?.evaluate(() => document.readyState).catch(() => '')
    if (found && state === 'complete') return found
    await new Promise(done => setTimeout(done, 100))
  }
  throw new Error(`${path} did not open`)
}

/** Everything in every store of the extension's database, from inside one of its pages. */
export const dump = (page: Page): Promise<Record<string, unknown[]>> => page.evaluate(dumpDatabase)

/** Runs inside an extension page of any browser. */
export async function dumpDatabase(): Promise<Record<string, unknown[]>> {
  const wait = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error)
    })
  const db = await wait(indexedDB.open('nhipso'))
  const stores: Record<string, unknown[]> = {}
  for (const name of db.objectStoreNames)
    stores[name] = await wait(db.transaction(name).objectStore(name).getAll())
  db.close()
  return stores
}
