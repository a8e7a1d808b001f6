import './fake-browser.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NO_WINDOW, queryFront, watchBrowser } from '../../extension/watch/browser-events.ts'
import { heartbeatMs } from '../../extension/watch/heartbeat.ts'
import { browserSession } from '../../extension/watch/session.ts'
import { fakeBrowser, freshMachine } from './fake-browser.ts'

const PLACES = [
  { id: 'vbdh', host: 'vbdh.tayninh.gov.vn', use: 'track' },
  { id: 'hop', host: 'hop.tayninh.gov.vn', use: 'track', listening: {} },
  { id: 'cong', host: 'www.tayninh.gov.vn', use: 'widget-host' },
] as const

type Listener = (argument?: unknown) => void
const listening = new Map<string, Listener>()
const event = (name: string) => ({ addListener: (listener: Listener) => listening.set(name, listener) })

/** What the browser would answer; null: no window at all. */
let front: { focused: boolean; state?: string; url?: string | undefined; audible?: boolean } | null
let idle: string
const intervals: number[] = []

beforeEach(() => {
  freshMachine()
  listening.clear()
  idle = 'active'
  front = null
  Object.assign(fakeBrowser, {
    tabs: {
      onActivated: event('activated'),
      onUpdated: event('updated'),
      onRemoved: event('removed'),
      onReplaced: event('replaced'),
      query: async () => (front ? [{ url: front.url, incognito: false, audible: front.audible }] : []),
    },
    windows: {
      onFocusChanged: event('focus'),
      getAll: async () => [
        { id: 2, state: 'normal', focused: false },
        ...(front ? [{ id: 1, state: 'normal', ...front }] : []),
      ],
    },
    idle: {
      onStateChanged: event('idle'),
      setDetectionInterval: (seconds: number) => intervals.push(seconds),
      queryState: async () => idle,
    },
    permissions: { onAdded: event('granted'), onRemoved: event('revoked') },
  })
})

describe('what is in front', () => {
  it('tells the platform and forgets the address', async () => {
    front = { focused: true, url: 'https://vbdh.tayninh.gov.vn/van-ban/4711?so=12' }
    expect(await queryFront(PLACES, 120_000)).toEqual({
      window: 1,
      platform: 'vbdh',
      presence: 'active',
      listening: false,
    })
    expect(intervals.at(-1)).toBe(120)
  })

  it.each([
    ['another application has the focus', { focused: false, url: 'https://vbdh.tayninh.gov.vn/' }],
    ['the window is minimised', { focused: true, state: 'minimized', url: 'https://vbdh.tayninh.gov.vn/' }],
    ['the browser withholds the address', { focused: true, url: undefined }],
    ['the site is outside the catalogue', { focused: true, url: 'https://example.com/' }],
    ['the site only shows scores', { focused: true, url: 'https://www.tayninh.gov.vn/' }],
    ['the address is not of the web', { focused: true, url: 'ftp://vbdh.tayninh.gov.vn/' }],
    ['the address is not readable', { focused: true, url: 'about:' }],
    ['no window is open', null],
  ])('sees nothing when %s', async (_, state) => {
    front = state
    expect(await queryFront(PLACES, 120_000)).toMatchObject({ platform: null, presence: 'active' })
  })

  it.each([
    ['another application', { focused: false }],
    ['a minimised window', { focused: true, state: 'minimized' }],
  ])('no window has the focus beside %s', async (_, state) => {
    front = state
    expect(await queryFront(PLACES, 120_000)).toMatchObject({ window: NO_WINDOW })
  })

  it.each([
    ['a meeting that is heard', 'hop.tayninh.gov.vn', true, true],
    ['a silent one', 'hop.tayninh.gov.vn', false, false],
    ['sound of a platform that is no meeting', 'vbdh.tayninh.gov.vn', true, false],
  ])('hears %s only where people listen', async (_, host, audible, listening) => {
    front = { focused: true, url: `https://${host}/`, audible }
    expect(await queryFront(PLACES, 120_000)).toMatchObject({ listening })
  })

  it('tells that nobody is there', async () => {
    idle = 'locked'
    expect(await queryFront(PLACES, 120_000)).toMatchObject({ presence: 'locked' })
  })
})

describe('the browser’s events', () => {
  const wake = vi.fn()
  const onFocus = vi.fn()
  beforeEach(() => {
    vi.useFakeTimers()
    wake.mockClear()
    onFocus.mockClear()
    watchBrowser({ wake, onFocus })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('each wake us, at once', () => {
    expect([...listening.keys()].sort()).toEqual(
      ['activated', 'focus', 'granted', 'idle', 'removed', 'replaced', 'revoked', 'updated'].sort(),
    )
    for (const listener of listening.values()) listener()
    expect(wake.mock.calls).toEqual(Array(8).fill(['event']))
    expect(onFocus).toHaveBeenCalledTimes(1)
  })

  it('about a tab behind tell nothing of the one in front', () => {
    const updated = listening.get('updated') as (id: number, change: object, tab: object) => void
    updated(3, {}, { active: false })
    updated(4, {}, { active: true })
    expect(wake.mock.calls).toEqual([['poll'], ['event']])
  })

  it('about an active tab come before the browser answers so: it is asked again a quarter of a second later', () => {
    listening.get('activated')?.()
    vi.advanceTimersByTime(250)
    expect(wake.mock.calls).toEqual([['event'], ['poll']])
  })
})

it('the session is the same for every worker of one run of the browser, and new in the next', async () => {
  const first = await browserSession()
  expect(await browserSession()).toBe(first)
  await fakeBrowser.storage.session.clear()
  expect(await browserSession()).not.toBe(first)
})

it('the heartbeat is the browser’s shortest alarm', () => {
  const agent = (version: string) => `Mozilla/5.0 (Windows NT 6.1) Chrome/${version}.0.0.0 Safari/537.36`
  expect(heartbeatMs(agent('109'))).toBe(60_000)
  expect(heartbeatMs(agent('119'))).toBe(60_000)
  expect(heartbeatMs(agent('120'))).toBe(30_000)
  expect(heartbeatMs('Mozilla/5.0 (X11; Linux; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(30_000)
})
