// The real browsers, the desktop and the database that the tests drive: found on this machine, or installed from Debian when that is allowed.
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A part of the test set-up: names to look for, and the Debian packages that bring it. */
interface Part {
  readonly name: string
  readonly commands: readonly string[]
  /** Or a file, for what is no command. */
  readonly file?: string
  readonly packages: readonly string[]
}

const CHROMIUM: Part = {
  name: 'Chromium',
  commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
  packages: ['chromium'],
}
/** The same engine without a browser around it: pages that need no extension and no window open in a sixth of the time. */
const HEADLESS: Part = {
  name: 'Chromium’s headless shell',
  commands: ['chromium-headless-shell', 'chrome-headless-shell'],
  packages: ['chromium-headless-shell'],
}
const FIREFOX: Part = { name: 'Firefox', commands: ['firefox-esr', 'firefox'], packages: ['firefox-esr'] }
/** A desktop without a screen: focus, minimising and idleness are only real under a window manager. */
const DESKTOP: Part[] = [
  { name: 'Xvfb', commands: ['Xvfb'], packages: ['xvfb'] },
  { name: 'openbox', commands: ['openbox'], packages: ['openbox'] },
  { name: 'metacity', commands: ['metacity'], packages: ['metacity'] },
  { name: 'icewm', commands: ['icewm'], packages: ['icewm'] },
  { name: 'xdotool', commands: ['xdotool'], packages: ['xdotool'] },
  { name: 'xmessage', commands: ['xmessage'], packages: ['x11-utils'] },
  { name: 'xset', commands: ['xset'], packages: ['x11-xserver-utils'] },
  { name: 'pgrep', commands: ['pgrep'], packages: ['procps'] },
  { name: 'openssl', commands: ['openssl'], packages: ['openssl'] },
]
/** What an administrator puts before and around the hub. */
const NGINX: Part = { name: 'nginx', commands: ['nginx'], packages: ['nginx-light'] }
const SYSTEMD: Part = { name: 'systemd-analyze', commands: ['systemd-analyze'], packages: ['systemd'] }
/** Debian keeps the server's programs out of PATH: one folder for each version. */
const POSTGRES: Part = { name: 'PostgreSQL', commands: ['initdb'], packages: ['postgresql'] }
/** Where servers stand, outside the PATH of a user without rights. */
const SERVER_FOLDERS = ['/usr/sbin', '/usr/local/sbin']
const POSTGRES_VERSIONS = '/usr/lib/postgresql'
/** Libraries that old portals carry, as Debian keeps them for its own pages. */
const LIBRARIES = '/usr/share/javascript'
const PROTOTYPE: Part = {
  ...{ name: 'Prototype.js', commands: [], packages: ['libjs-prototype'] },
  file: join(LIBRARIES, 'prototype/prototype.js'),
}
const MOOTOOLS: Part = {
  ...{ name: 'MooTools', commands: [], packages: ['libjs-mootools'] },
  file: join(LIBRARIES, 'mootools/mootools-core-nc.js'),
}
const PARTS = [CHROMIUM, HEADLESS, FIREFOX, ...DESKTOP, NGINX, SYSTEMD, POSTGRES, PROTOTYPE, MOOTOOLS]

export const chromiumPath = (): string | null => find(CHROMIUM)
/** For pages alone; the whole Chromium where its shell is not there. */
export const headlessPath = (): string | null => find(HEADLESS) ?? find(CHROMIUM)
export const firefoxPath = (): string | null => find(FIREFOX)
/** `initdb`, beside which `postgres` stands. */
export const initdbPath = (): string | null => find(POSTGRES)
export const nginxPath = (): string | null => find(NGINX)
export const systemdAnalyzePath = (): string | null => find(SYSTEMD)

export const prototypePath = (): string | null => find(PROTOTYPE)
export const mootoolsPath = (): string | null => find(MOOTOOLS)

/** Installs what is missing, where root and apt are there; returns one line for each part still missing. */
export function installParts(): readonly string[] {
  const missing = PARTS.filter(part => find(part) === null)
  if (missing.length > 0 && mayInstall()) apt(missing.flatMap(part => part.packages))
  return PARTS.filter(part => find(part) === null).map(
    part =>
      `${part.name} is missing: install it with "apt-get install ${part.packages.join(' ')}" and run again`,
  )
}

function find(part: Part): string | null {
  if (part.file !== undefined) return existsSync(part.file) ? part.file : null
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...SERVER_FOLDERS, ...postgresFolders()]
  return (
    folders.flatMap(folder => part.commands.map(command => join(folder, command))).find(isExecutable) ?? null
  )
}

function postgresFolders(): readonly string[] {
  try {
    return readdirSync(POSTGRES_VERSIONS).map(version => join(POSTGRES_VERSIONS, version, 'bin'))
  } catch {
    return []
  }
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
