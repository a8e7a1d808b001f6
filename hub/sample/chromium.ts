// A newcomer's browser: an installed Chromium with the extension, where the platforms' names lead to sample pages.
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Platform } from '../../shared/wire/campaign.ts'
import { candidates, NAMES } from './browser-places.ts'
import { OUTSIDE_HOST, withPage } from './pages.ts'

export const NO_CHROMIUM = `--browser: no Chromium found (looked for ${NAMES}); install it, or load the extension's folder in your own browser`

export interface Opening {
  readonly platforms: readonly Platform[]
  /** Port of the sample pages. */
  readonly pagesPort: number
  /** Folder of the built extension. */
  readonly extension: string
  readonly open: readonly string[]
  /** Further arguments for Chromium. */
  readonly extra: readonly string[]
}

/** The first browser that is there. @param path the PATH of the environment */
export function findChromium(path: string): string | null {
  return (
    candidates({ platform: process.platform, env: { ...process.env, PATH: path } }).find(isExecutable) ?? null
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** An open browser: `gone` resolves when it has ended and its profile is thrown away. */
export interface Browser {
  readonly end: () => void
  readonly gone: Promise<void>
}

/** Its processes go on writing for a moment after the first one has ended. */
const SETTLES_MS = 500

/** Opens it with a profile of its own. */
export function openChromium(command: string, opening: Opening): Browser {
  const profile = mkdtempSync(join(tmpdir(), 'nhipso-'))
  const child = spawn(command, argumentsOf(opening, profile), { stdio: 'ignore' })
  child.once('error', error => console.error(`Chromium could not be started: ${error.message}`))
  const ended = new Promise<void>(done => {
    child.once('error', () => done())
    child.once('exit', code => {
      if (code) console.error(`Chromium ended by itself (code ${code})`)
      done()
    })
  })
  const gone = ended
    .then(() => setTimeout(SETTLES_MS))
    .then(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))
    .catch(error => console.error(`the browser's profile is left behind: ${String(error)}`))
  return { end: () => void child.kill(), gone }
}

const argumentsOf = (opening: Opening, profile: string): readonly string[] => [
  `--user-data-dir=${profile}`,
  `--disable-extensions-except=${opening.extension}`,
  `--load-extension=${opening.extension}`,
  // the sample pages speak plain http, on this machine, under public names
  '--disable-features=DisableLoadExtensionCommandLineSwitch,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LocalNetworkAccessChecks',
  `--host-resolver-rules=${mapping(opening)}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...opening.extra,
  ...(isHeadless(opening.extra) ? opening.open.slice(0, 1) : opening.open),
]

/** Without a screen Chromium takes one page only, and refuses to start with two. */
const isHeadless = (extra: readonly string[]): boolean => extra.some(one => one.startsWith('--headless'))

const mapping = ({ platforms, pagesPort }: Opening): string =>
  [...new Set([...withPage(platforms).map(p => p.host), OUTSIDE_HOST])]
    .map(host => `MAP ${host}:80 127.0.0.1:${pagesPort}`)
    .join(', ')
