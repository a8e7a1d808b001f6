// Browser event → what is in front now. Events only wake us: what they say is never believed, it is asked again.
import { browser } from 'wxt/browser'
import type { PlatformId, Presence } from '../../shared/core/activity.ts'
import { type PlatformPlace, platformAt } from '../../shared/core/platform.ts'
import type { Millis } from '../../shared/core/time.ts'

/** What is in front at one instant. The address was forgotten on the way here. */
export interface Glance {
  readonly platform: PlatformId | null
  readonly presence: Presence
}

/** Which window has the focus: as the last event told, as the last look saw, as the browser answers. `NO_WINDOW`: none. */
export interface Focus {
  readonly told: number
  readonly seen: number
  readonly real: number
}

/** As the browser writes it in events. */
const NO_WINDOW = -1

/** Where the last focus event is kept for as long as the browser runs. */
const TOLD = 'focusTold'

/** Focus is told wrongly for some milliseconds (bursts on minimising, a new window that is not focused yet). */
const LOOK_AGAIN_MS: readonly Millis[] = [250]

/**
 * The last word may be that no window has the focus, though a slow machine is about to give it to one, in silence.
 * Five more looks and then none: whoever went to another program leaves us at rest.
 */
const LOOK_FOR_FOCUS_MS: readonly Millis[] = [250, 1000, 2000, 4000, 8000]

/**
 * Calls `wake` at whatever may change what is in front. Registers at once: a worker that waits first misses
 * the event that woke it.
 */
export function watchBrowser(wake: () => void): void {
  const wakeAndAgain = (after: readonly Millis[]): void => {
    wake()
    for (const ms of after) setTimeout(wake, ms)
  }
  browser.tabs.onActivated.addListener(() => wakeAndAgain(LOOK_AGAIN_MS))
  browser.tabs.onUpdated.addListener(wake)
  browser.tabs.onRemoved.addListener(wake)
  browser.tabs.onReplaced.addListener(wake)
  browser.windows.onFocusChanged.addListener(id => {
    void browser.storage.session.set({ [TOLD]: id })
    wakeAndAgain(id === NO_WINDOW ? LOOK_FOR_FOCUS_MS : LOOK_AGAIN_MS)
  })
  browser.idle.onStateChanged.addListener(wake)
  browser.permissions.onAdded.addListener(wake)
  browser.permissions.onRemoved.addListener(wake)
}

/** Asks the browser what is in front and whether the person is there. */
export async function glance(places: readonly PlatformPlace[], idleAfterMs: Millis): Promise<Glance> {
  const seconds = idleAfterMs / 1000
  tellIdleAfter(seconds)
  const [platform, presence] = await Promise.all([inFront(places), browser.idle.queryState(seconds)])
  return { platform, presence }
}

let idleToldAfter = 0

/** Says when `idle` shall wake us. Once for each value: Firefox begins to wait anew whenever it is told. */
function tellIdleAfter(seconds: number): void {
  if (seconds === idleToldAfter) return
  browser.idle.setDetectionInterval(seconds)
  idleToldAfter = seconds
}

/** A worker that starts anew looks at once: nothing is lost with this. */
let seen = NO_WINDOW

/** What was told and seen of the focus, and what is true. A browser that has just started has told of no window yet. */
export async function focusNow(): Promise<Focus> {
  const [{ [TOLD]: told }, window] = await Promise.all([
    browser.storage.session.get(TOLD),
    browser.windows.getLastFocused().catch(() => null),
  ])
  return { told: typeof told === 'number' ? told : NO_WINDOW, seen, real: focused(window) }
}

const focused = (window: { readonly focused: boolean; readonly id?: number | undefined } | null): number =>
  (window?.focused && window.id) || NO_WINDOW

/** The platform in the active tab of the focused window; null where there is none, or no focus. */
async function inFront(places: readonly PlatformPlace[]): Promise<PlatformId | null> {
  const window = await browser.windows.getLastFocused().catch(() => null) // rejects when no window is open
  seen = focused(window)
  if (!window?.focused || window.id === undefined || window.state === 'minimized') return null
  const [tab] = await browser.tabs.query({ active: true, windowId: window.id })
  return tab?.url === undefined || tab.incognito ? null : platformOf(tab.url, places)
}

/** The privacy cut: from here on there is no address. */
function platformOf(address: string, places: readonly PlatformPlace[]): PlatformId | null {
  try {
    const { protocol, hostname, pathname } = new URL(address)
    return protocol === 'https:' || protocol === 'http:' ? platformAt(places, hostname, pathname) : null
  } catch {
    return null
  }
}
