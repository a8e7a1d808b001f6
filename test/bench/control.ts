// The control: the tracker that anybody writes first. It shows what the scenes cost whoever believes the browser's events.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MANIFEST = {
  manifest_version: 3,
  name: 'control',
  version: '1',
  permissions: ['tabs', 'storage', 'idle', 'alarms'],
  background: { service_worker: 'background.js' },
}

/** Runs in the control's worker, as its text: the time between two events goes to the host of the active tab. */
function track(): void {
  interface Running {
    readonly host: string | null
    readonly since: number
  }
  const turn = async (): Promise<void> => {
    const { running, tabs = [] } = (await chrome.storage.local.get(['running', 'tabs'])) as {
      running?: Running
      tabs?: { url: string; summaryTime: number }[]
    }
    const now = Date.now()
    if (running?.host) {
      const row = tabs.find(tab => tab.url === running.host) ?? { url: running.host, summaryTime: 0 }
      row.summaryTime += (now - running.since) / 1000
      if (!tabs.includes(row)) tabs.push(row)
    }
    const idle = (await chrome.idle.queryState(60)) !== 'active'
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    const window = tab && (await chrome.windows.get(tab.windowId))
    const host = !idle && window?.focused && tab?.url ? new URL(tab.url).hostname : null
    await chrome.storage.local.set({ running: { host, since: now }, tabs })
  }
  let last = Promise.resolve()
  const wake = (): void => {
    last = last.then(turn, turn)
  }
  chrome.idle.setDetectionInterval(60)
  chrome.alarms.create('beat', { periodInMinutes: 0.5 })
  for (const event of [
    chrome.tabs.onActivated,
    chrome.tabs.onUpdated,
    chrome.tabs.onRemoved,
    chrome.windows.onFocusChanged,
    chrome.idle.onStateChanged,
    chrome.alarms.onAlarm,
  ] as { addListener(listener: () => void): void }[])
    event.addListener(wake)
}

/** Writes it as an unpacked extension, and returns its folder. */
export function buildControl(folder: string): string {
  const own = join(folder, 'control')
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'manifest.json'), JSON.stringify(MANIFEST))
  writeFileSync(join(own, 'background.js'), `${track.toString()}\ntrack()\n`)
  return own
}
