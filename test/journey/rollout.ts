// An IT department on this machine: packs the built extension, serves it, and lays the policy files where browsers look.
import { generateKeyPairSync } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
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
import { pack } from '../../extension/packages/managed.ts'
import { firefoxPath } from '../browsers.ts'
import { root } from '../rules/tree.ts'

/** Where Debian's Chromium reads what the administrator set; only root may write there. */
const CHROMIUM_POLICIES = '/etc/chromium/policies/managed'

export class Rollout {
  readonly folder: string
  /** What browsers fetched. */
  readonly fetched: string[] = []
  chromiumId = ''
  readonly #server: Server
  readonly #policy = join(CHROMIUM_POLICIES, `nhipso-journey-${process.pid}.json`)

  private constructor(folder: string) {
    this.folder = join(folder, 'rollout')
    this.#server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://rollout').pathname
      this.fetched.push(path)
      const file = join(this.folder, path)
      if (existsSync(file)) response.writeHead(200, { 'content-type': typeOf(file) }).end(readFileSync(file))
      else response.writeHead(404).end()
    })
  }

  /** Everything packed with a new key, and served. */
  static async of(folder: string, settings: Readonly<Record<string, string>>): Promise<Rollout> {
    const rollout = new Rollout(folder)
    mkdirSync(rollout.folder)
    await new Promise<void>(done => rollout.#server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(rollout.#server.address() as AddressInfo).port}`
    const key = join(folder, 'rollout.pem')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const packed = await pack({ built: join(root, '.output'), target: rollout.folder, key, url, settings })
    if (!packed.ok) throw new Error(packed.detail)
    rollout.chromiumId = packed.value
    rollout.#signLikeMozilla()
    return rollout
  }

  /** A browser that asks for no signature takes the file under the name that the signed one will have. */
  #signLikeMozilla(): void {
    for (const name of readdirSync(this.folder).filter(file => file.endsWith('-to-be-signed.xpi')))
      renameSync(join(this.folder, name), join(this.folder, name.replace('-to-be-signed', '')))
  }

  /** The policy file as an administrator lays it; `close` takes it away again. */
  forChromium(): void {
    mkdirSync(CHROMIUM_POLICIES, { recursive: true })
    const shipped = JSON.parse(readFileSync(join(this.folder, 'policies/chromium.json'), 'utf8')) as object
    // a driver may not look into what an administrator installed, unless the administrator says so
    writeFileSync(this.#policy, JSON.stringify({ ...shipped, DeveloperToolsAvailability: 1 }))
  }

  /** A Firefox of our own with the policy beside it: links to the installed one, so that no other Firefox sees it. */
  firefoxWithPolicy(): string {
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
