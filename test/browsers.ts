// The real browsers that the journeys drive: found on this machine, or installed from Debian when that is allowed.
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A browser of the test set-up: names to look for, and the Debian packages that bring it. */
interface Browser {
  readonly name: string
  readonly commands: readonly string[]
  readonly packages: readonly string[]
}

/** Fonts come along: without them Vietnamese text is boxes. */
const CHROMIUM: Browser = {
  name: 'Chromium',
  commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
  packages: ['chromium', 'fonts-noto-core'],
}
const FIREFOX: Browser = { name: 'Firefox', commands: ['firefox-esr', 'firefox'], packages: ['firefox-esr'] }
const BROWSERS = [CHROMIUM, FIREFOX]

export const chromiumPath = (): string | null => find(CHROMIUM)
export const firefoxPath = (): string | null => find(FIREFOX)

/** Installs what is missing, where root and apt are there; returns one line for each browser still missing. */
export function installBrowsers(): readonly string[] {
  const missing = BROWSERS.filter(browser => find(browser) === null)
  if (missing.length > 0 && mayInstall()) apt(missing.flatMap(browser => browser.packages))
  return BROWSERS.filter(browser => find(browser) === null).map(
    browser =>
      `${browser.name} is missing: install it with "apt-get install ${browser.packages.join(' ')}" and run again`,
  )
}

function find(browser: Browser): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return (
    folders.flatMap(folder => browser.commands.map(command => join(folder, command))).find(isExecutable) ??
    null
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

const mayInstall = (): boolean => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

function apt(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] as const }
  console.log(`installing ${packages.join(', ')} …`)
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: [...options.stdio] })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      stdio: [...options.stdio],
    })
  } catch {
    console.log('apt-get could not install them')
  }
}
