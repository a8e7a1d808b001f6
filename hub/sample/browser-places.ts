// Where a Chromium, Chrome or Edge is installed, by platform. Tried on Linux; the places on Windows and macOS are the vendors' own, not tried here.
import { posix, win32 } from 'node:path'

/** The machine that is looked at. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Chromium first: newer Google Chrome ignores extensions named on its command line. */
const COMMANDS = [
  ...['chromium', 'chromium-browser', 'chrome', 'google-chrome', 'google-chrome-stable'],
  ...['microsoft-edge', 'microsoft-edge-stable'],
]

const WINDOWS_FOLDERS = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)']
const ON_WINDOWS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]
const ON_MACOS = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  name => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

/** For people: what is looked for. */
export const NAMES = 'Chromium, Google Chrome, Microsoft Edge'

/** Every place where a browser may be, the best browser first. */
export function candidates({ platform, env }: Machine): readonly string[] {
  if (platform === 'win32') return onWindows(env)
  const folders = (env.PATH ?? '').split(posix.delimiter).filter(Boolean)
  const onPath = COMMANDS.flatMap(command => folders.map(folder => posix.join(folder, command)))
  return platform === 'darwin' ? [...ON_MACOS, ...onPath] : onPath
}

function onWindows(env: Machine['env']): readonly string[] {
  const folders = WINDOWS_FOLDERS.flatMap(name => env[name] ?? [])
  return ON_WINDOWS.flatMap(file => folders.map(folder => win32.join(folder, file)))
}
