// Browser event → what is in front now. Events only wake us: what they say is never believed, it is queried again.
import { browser } from 'wxt/browser'
import type { PlatformId, Presence } from '../../shared/core/activity.ts'
import { type PlatformPlace, platformAt } from '../../shared/core/platform.ts'
import type { Millis } from '../../shared/core/time.ts'

/** What is in front at one instant. The address was forgotten on the way here. */
export interface Glance {
  readonly platform: PlatformId | null
  readonly presence: Presence
}

/** Which window has the focus: as the last event reported it, as the last observation saw it, as the browser answers. `NO_WINDOW`: none. */
export interface Focus {
  readonly reported: number
  readonly observed: number
  readonly actual: number
}

/** As the browser writes it in events. */
const NO_WINDOW = -1

/** Where the last focus event is kept for as long as the browser runs. */
const FOCUS_REPORTED = 'focusTold'

/** Focus is reported wrongly for some milliseconds (bursts on minimising, a new window that is not focused yet). */
const OBSERVE_AGAIN_MS: readonly Millis[] = [250]

/**
 * The last event may be that no window has the focus, though a slow machine is about to give it to one, in silence.
 * Five more observations and then none: whoever went to another program leaves us at rest.
 */
const OBSERVE_FOR_FOCUS_MS: readonly Millis[] = [250, 1000, 2000, 4000, 8000]

/**
 * Calls `wake` at whatever may change what is in front. Registers at once: a worker that waits first misses
 * the event that woke it.
 */
export function watchBrowser(wake: () => void): void {
  const wakeRepeatedly = (after: readonly Millis[]): void => {
    wake()
    for (const ms of after) setTimeout(wake, ms)
  }
  browser.tabs.onActivated.addListener(() => wakeRepeatedly(OBSERVE_AGAIN_MS))
  browser.tabs.onUpdated.addListener(wake)
  browser.tabs.onRemoved.addListener(wake)
  browser.tabs.onReplaced.addListener(wake)
  browser.windows.onFocusChanged.addListener(id => {
    void browser.storage.session.set({ [FOCUS_REPORTED]: id })
    wakeRepeatedly(id === NO_WINDOW ? OBSERVE_FOR_FOCUS_MS : OBSERVE_AGAIN_MS)
  })
  browser.idle.onStateChanged.addListener(wake)
  browser.permissions.onAdded.addListener(wake)
  browser.permissions.onRemoved.addListener(wake)
}

/** Queries what is in front, and whether the person is there (`idle`). */
export async function glance(places: readonly PlatformPlace[], idleAfterMs: Millis): Promise<Glance> {
  const seconds = idleAfterMs / 1000
  setIdleAfter(seconds)
  const [platform, presence] = await Promise.all([inFront(places), browser.idle.queryState(seconds)])
  return { platform, presence }
}

let idleSetAfter = 0

/** Says when `idle` shall wake us. Once for each value: Firefox begins to wait anew whenever it is set. */
function setIdleAfter(seconds: number): void {
  if (seconds === idleSetAfter) return
  browser.idle.setDetectionInterval(seconds)
  idleSetAfter = seconds
}

/** A worker that starts anew observes at once: nothing is lost with this. */
let observed = NO_WINDOW

/** The focus as it was reported and observed, and as it is. A browser that has just started has reported no window yet. */
export async function focusNow(): Promise<Focus> {
  const [{ [FOCUS_REPORTED]: reported }, window] = await Promise.all([
    browser.storage.session.get(FOCUS_REPORTED),
    browser.windows.getLastFocused().catch(() => null),
  ])
  return {
    reported: typeof reported === 'number' ? reported : NO_WINDOW,
    observed,
    actual: focused(window),
  }
}

const focused = (window: { readonly focused: boolean; readonly id?: number | undefined } | null): number =>
  (window?.focused && window.id) || NO_WINDOW

/** The platform in the active tab of the focused window; null where there is none, or no focus. */
async function inFront(places: readonly PlatformPlace[]): Promise<PlatformId | null> {
  const window = await browser.windows.getLastFocused().catch(() => null) // rejects when no window is open
  observed = focused(window)
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
