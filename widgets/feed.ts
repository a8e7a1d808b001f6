// Hub URL → releases, shared by all elements of a page, also of two copies of the script; asleep while nobody looks.
import { bare } from './null-proto.ts'
import { ask, type Heard, paced, type Source } from './poll.ts'
import { streamed } from './stream.ts'

/** How an element wants to be told: again and again, by stream, or once. */
export type Live = 'poll' | 'sse' | 'off'

/** What an element wants to hear about. */
interface Wish {
  /** The address of the release, or of the part of it that is wanted. */
  readonly url: string
  /** The address of the stream of whole releases. */
  readonly stream: string
  readonly live: Live
}

/** An element's place at the feed. */
export interface Subscription {
  /** Is the element where a reader can see it? */
  show(on: boolean): void
  hangUp(): void
}

/** Tells an element what is heard, at once where something was heard before. */
export type Feed = (wish: Wish, notify: (heard: Heard) => void) => Subscription

interface Follower {
  readonly wish: Wish
  readonly notify: (heard: Heard) => void
  shown: boolean
}

interface Channel {
  readonly source: Source
  readonly followers: Set<Follower>
  last: Heard | null
}

const KEY = Symbol.for('nhipso.widgets.v1')

/** The page's one feed. A second copy of the script finds the first one's. */
export function sharedFeed(): Feed {
  const there: Feed | undefined = Reflect.get(window, KEY)
  if (there) return there
  const feed = makeFeed()
  Object.defineProperty(window, KEY, bare({ value: feed }))
  return feed
}

/** What the elements of one page share. */
interface Page {
  readonly channels: Map<string, Channel>
  readonly wakeAll: () => void
}

function makeFeed(): Feed {
  const channels = new Map<string, Channel>()
  let leaving = false
  const wakeAll = (): void => {
    for (const channel of channels.values()) wake(channel, leaving)
  }
  // An open stream keeps pages out of Firefox's back-forward cache: close on pagehide, open on pageshow.
  for (const turn of ['pagehide', 'pageshow']) {
    addEventListener(turn, () => {
      leaving = turn === 'pagehide'
      wakeAll()
    })
  }
  document.addEventListener('visibilitychange', wakeAll)
  return (wish, notify) => follow({ channels, wakeAll }, { wish, notify, shown: false })
}

function follow(page: Page, follower: Follower): Subscription {
  join(page, follower, follower.wish.live)
  return {
    show(on) {
      follower.shown = on
      page.wakeAll()
    },
    hangUp() {
      for (const channel of page.channels.values()) channel.followers.delete(follower)
      page.wakeAll()
    },
  }
}

function join(page: Page, follower: Follower, live: Live): void {
  const url = live === 'sse' ? follower.wish.stream : follower.wish.url
  const key = `${live} ${url}`
  const channel = page.channels.get(key) ?? openChannel(url, live, () => retreat(page, key))
  page.channels.set(key, channel)
  channel.followers.add(follower)
  if (channel.last) follower.notify(channel.last)
}

function openChannel(url: string, live: Live, giveUp: () => void): Channel {
  const followers = new Set<Follower>()
  const hear = (heard: Heard): void => {
    channel.last = heard
    for (const { notify } of [...followers]) notify(heard)
  }
  const source =
    live === 'sse' ? streamed(url, hear, giveUp) : paced(first => ask(url, first), live === 'off', hear)
  const channel: Channel = { source, followers, last: null }
  return channel
}

/** The stream does not work here: everybody on it asks again and again instead. */
function retreat(page: Page, key: string): void {
  const followers = page.channels.get(key)?.followers ?? []
  page.channels.delete(key)
  for (const follower of followers) join(page, follower, 'poll')
  page.wakeAll()
}

function wake(channel: Channel, leaving: boolean): void {
  let watched = false
  for (const follower of channel.followers) watched ||= follower.shown
  channel.source.wake(watched && !leaving && document.visibilityState === 'visible')
}
