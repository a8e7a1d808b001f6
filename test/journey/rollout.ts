// An IT department on this machine: packs the built extension, serves it, and lays the policy files where browsers look.
import { generateKeyPairSync } from 'node:crypto'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { pack } from '../../extension/packages/managed.ts'
import { chromiumPath, firefoxPath } from '../browsers.ts'
import { root } from '../rules/tree.ts'
import { FIREFOX_UUID, openExtensionPage } from './firefox.ts'

/** A policy of the machine is root's to set: elsewhere what needs one is named as skipped. */
export const mayRule = ((): boolean => {
  try {
    accessSync('/etc', constants.W_OK)
    return true
  } catch {
    return false
  }
})()

/** Where Debian's Chromium reads what the administrator set; only root may write there. */
const CHROMIUM_POLICIES = '/etc/chromium/policies/managed'

/** The policy of a run that was killed: it would rule every Chromium of this machine. */
const leftBehind = (file: string): boolean => {
  const pid = /^nhipso-journey-(\d+)\.json$/.exec(file)?.[1]
  return pid !== undefined && !existsSync(`/proc/${pid}`)
}

export class Rollout {
  readonly folder: string
  /** What browsers fetched. */
  readonly fetched: string[] = []
  chromiumId = ''
  readonly #server: Server
  readonly #key: string
  readonly #policy = join(CHROMIUM_POLICIES, `nhipso-journey-${process.pid}.json`)

  private constructor(folder: string) {
    this.folder = mkdtempSync(join(folder, 'rollout-'))
    this.#key = join(this.folder, 'rollout.pem')
    this.#server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://rollout').pathname
      this.fetched.push(path)
      const file = join(this.folder, path)
      if (existsSync(file) && file !== this.#key)
        response.writeHead(200, { 'content-type': typeOf(file) }).end(readFileSync(file))
      else response.writeHead(404).end()
    })
  }

  /** Everything packed with a new key, and served. */
  static async of(folder: string, settings: Readonly<Record<string, string>>): Promise<Rollout> {
    const rollout = new Rollout(folder)
    await new Promise<void>(done => rollout.#server.listen(0, '127.0.0.1', done))
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(rollout.#key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    await rollout.#pack(join(root, '.output'), settings)
    return rollout
  }

  /** The next version, signed with the same key, takes the place of this one on the server. */
  async offer(version: string): Promise<void> {
    const next = join(this.folder, `built-${version}`)
    for (const name of ['chrome-mv3', 'firefox-mv3']) {
      cpSync(join(root, '.output', name), join(next, name), { recursive: true })
      const path = join(next, name, 'manifest.json')
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as object
      writeFileSync(path, JSON.stringify({ ...manifest, version }))
    }
    await this.#pack(next, {})
  }

  async #pack(built: string, settings: Readonly<Record<string, string>>): Promise<void> {
    const url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    const packed = await pack({ built, target: this.folder, key: this.#key, url, settings })
    if (!packed.ok) throw new Error(packed.detail)
    this.chromiumId = packed.value
    this.#signLikeMozilla()
  }

  /** A browser that asks for no signature takes the file under the name that the signed one will have. */
  #signLikeMozilla(): void {
    for (const name of readdirSync(this.folder).filter(file => file.endsWith('-to-be-signed.xpi')))
      renameSync(join(this.folder, name), join(this.folder, name.replace('-to-be-signed', '')))
  }

  /** The policy file as an administrator lays it; `close` takes it away again. */
  forChromium(): void {
    mkdirSync(CHROMIUM_POLICIES, { recursive: true })
    for (const left of readdirSync(CHROMIUM_POLICIES).filter(leftBehind))
      rmSync(join(CHROMIUM_POLICIES, left))
    const shipped = JSON.parse(readFileSync(join(this.folder, 'policies/chromium.json'), 'utf8')) as object
    // a driver may not look into what an administrator installed, unless the administrator says so
    writeFileSync(this.#policy, JSON.stringify({ ...shipped, DeveloperToolsAvailability: 1 }))
  }

  /** A Firefox of our own with the policy beside it: links to the installed one, so that no other Firefox sees it. */
  private firefoxWithPolicy(): string {
    const installed = realpathSync(firefoxPath() ?? '')
    const own = join(this.folder, 'firefox')
    mkdirSync(join(own, 'distribution'), { recursive: true })
    for (const name of readdirSync(dirname(installed)).filter(file => file !== 'distribution'))
      symlinkSync(join(dirname(installed), name), join(own, name))
    const program = join(own, 'firefox-esr')
    rmSync(program, { force: true })
    cpSync(installed, program)
    cpSync(join(this.folder, 'policies/firefox/policies.json'), join(own, 'distribution/policies.json'))
    return program
  }

  /** A Chromium of an administrator's machine: it fetches what the policy names. */
  openChromium(profile: string, webPort: number): Promise<BrowserContext> {
    return chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath() ?? '',
      headless: true,
      // these three keep a driven browser from fetching extensions
      ignoreDefaultArgs: [
        '--disable-extensions',
        '--disable-background-networking',
        '--disable-component-extensions-with-background-pages',
      ],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
        `--host-resolver-rules=MAP * 127.0.0.1:${webPort}, EXCLUDE 127.0.0.1`,
      ],
    })
  }

  openFirefox(preferences: Readonly<Record<string, unknown>> = {}): Promise<Browser> {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath: this.firefoxWithPolicy(),
      headless: true,
      args: ['-remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ 'nhipso@tayninh.gov.vn': FIREFOX_UUID }),
        // instead of Mozilla's signature and of https, which a real rollout has
        'xpinstall.signatures.required': false,
        'extensions.checkUpdateSecurity': false,
        ...preferences,
      },
    })
  }

  async close(): Promise<void> {
    rmSync(this.#policy, { force: true })
    this.#server.closeAllConnections()
    await new Promise(done => this.#server.close(done))
  }
}

const typeOf = (file: string): string => {
  if (file.endsWith('.crx')) return 'application/x-chrome-extension'
  if (file.endsWith('.xpi')) return 'application/x-xpinstall'
  return file.endsWith('.xml') ? 'application/xml' : 'application/json'
}

/** Fetched is not yet installed: the page is asked for until it is there. */
export async function openWhenInstalled(browser: Browser, path: string): Promise<Page> {
  for (let tries = 0; tries < 8; tries += 1) {
    const page = await openExtensionPage(browser, path).catch(() => null)
    if (page) return page
  }
  throw new Error('Firefox did not install the extension')
}
