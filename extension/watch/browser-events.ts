// Browser event → what is in front now. Events only wake us: what they say is never believed, it is queried again.
import { browser } from 'wxt/browser'
import type { Cause, PlatformId, Presence } from '../../shared/core/activity.ts'
import { type PlatformPlace, placeAt } from '../../shared/core/platform.ts'
import type { Millis } from '../../shared/core/time.ts'

/** What is in front at one instant. The address was forgotten on the way here. */
export interface InFront {
  /** The focused window; `NO_WINDOW`: none has the focus. */
  readonly window: number
  readonly platform: PlatformId | null
  readonly presence: Presence
  /** People listen on this platform, and it is heard now. */
  readonly listening: boolean
}

/** As the browser writes it in events. */
export const NO_WINDOW = -1

/** A tab is told to be active some milliseconds before the browser answers so. */
const SETTLED_AFTER_MS: Millis = 250

export interface BrowserListener {
  /** Something may have changed: an event told so, or (`poll`) it concerns a tab that nobody looks at. */
  readonly wake: (cause: Cause) => void
  /** An event told of the focus. */
  readonly onFocus: () => void
}

/**
 * Calls `wake` at whatever may change what is in front. Registers at once: a worker that waits first misses
 * the event that woke it.
 */
export function watchBrowser({ wake, onFocus }: BrowserListener): void {
  const told = (): void => wake('event')
  browser.tabs.onActivated.addListener(() => {
    told()
    setTimeout(() => wake('poll'), SETTLED_AFTER_MS)
  })
  browser.tabs.onUpdated.addListener((_id, _change, tab) => wake(tab?.active === false ? 'poll' : 'event'))
  browser.tabs.onRemoved.addListener(told)
  browser.tabs.onReplaced.addListener(told)
  browser.windows.onFocusChanged.addListener(() => {
    onFocus()
    told()
  })
  browser.idle.onStateChanged.addListener(told)
  browser.permissions.onAdded.addListener(told)
  browser.permissions.onRemoved.addListener(told)
}

/** Queries what is in front, and whether the person is there (`idle`). */
export async function queryFront(places: readonly PlatformPlace[], idleAfterMs: Millis): Promise<InFront> {
  const seconds = idleAfterMs / 1000
  setIdleAfter(seconds)
  const [window, presence] = await Promise.all([focusedWindow(), browser.idle.queryState(seconds)])
  const there = window === NO_WINDOW ? NOWHERE : await platformIn(window, places)
  return { window, presence, ...there }
}

let idleSetAfter = 0

/** Says when `idle` shall wake us. Once for each value: Firefox begins to wait anew whenever it is set. */
function setIdleAfter(seconds: number): void {
  if (seconds === idleSetAfter) return
  browser.idle.setDetectionInterval(seconds)
  idleSetAfter = seconds
}

/**
 * The window that has the focus. All windows are asked: after Alt+Tab between two of them `getLastFocused` still names
 * the other one in Chromium.
 */
export async function focusedWindow(): Promise<number> {
  const windows = await browser.windows.getAll()
  return windows.find(one => one.focused && one.state !== 'minimized')?.id ?? NO_WINDOW
}

const NOWHERE = { platform: null, listening: false }

/** The platform in a window's active tab; null for anything else. */
async function platformIn(
  windowId: number,
  places: readonly PlatformPlace[],
): Promise<Pick<InFront, 'platform' | 'listening'>> {
  const [tab] = await browser.tabs.query({ active: true, windowId })
  const place = tab?.url === undefined || tab.incognito ? null : placeOf(tab.url, places)
  return place ? { platform: place.id, listening: Boolean(place.listening && tab?.audible) } : NOWHERE
}

/** The privacy cut: from here on there is no address. */
function placeOf(address: string, places: readonly PlatformPlace[]): PlatformPlace | null {
  try {
    const { protocol, hostname, pathname } = new URL(address)
    return protocol === 'https:' || protocol === 'http:' ? placeAt(places, hostname, pathname) : null
  } catch {
    return null
  }
}
