// What the X server says, asked many times a second: which window has the keyboard, its title, and how long no hand has touched anything.
import { type Client, createClient, type Display, type ScreenSaver } from 'x11'

/** What was so at one instant. */
export interface Sample {
  /** Epoch milliseconds. */
  readonly at: number
  /** The title of the window that has the keyboard; empty where none has, or where the screen saver has the screen. */
  readonly title: string
  /** False while the script says that nothing is to be counted. */
  readonly counts: boolean
  /** Milliseconds since the last input of any hand. */
  readonly idleMs: number
}

const EVERY_MS = 25
const ANSWER_WITHIN_MS = 1000
/** Until it has let us in: a display that has just come is busy. */
const CONNECTED_WITHIN_MS = 20_000
/** A longer gap between two samples is nobody's: the machine did not let the witness look. */
const GAP_MS = 1000
/** `GetInputFocus` answers with these where no window has the keyboard. */
const NO_WINDOW = 1
/** The property that holds a window's title on every display (X protocol, predefined atoms); hosts are plain ASCII in it. */
const WM_NAME = 39
/** Titles are read this far, in four bytes. */
const TITLE_LENGTH = 128
const SAVER_ON = 1

interface Tree {
  readonly parent: number
  readonly root: number
  readonly children: readonly number[]
}

/** The server's answer. A question about a window that has just been closed may stay without one. */
const asked = <T>(
  ask: (answer: (error: Error | null, value: T) => void) => void,
  withinMs = ANSWER_WITHIN_MS,
): Promise<T> =>
  new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error('the X server does not answer')), withinMs)
    ask((error, value) => {
      clearTimeout(late)
      if (error) failed(error)
      else done(value)
    })
  })

export class XWitness {
  readonly #display: Display
  readonly #saver: ScreenSaver
  readonly #samples: Sample[] = []
  #counts = true
  #ended = false
  readonly #running: Promise<void>

  private constructor(display: Display, saver: ScreenSaver) {
    this.#display = display
    this.#saver = saver
    this.#running = this.#watch()
  }

  /** Begins to watch a display (`:7`). */
  static async watch(name: string): Promise<XWitness> {
    const display = await asked<Display>(
      answer => createClient({ display: name }, answer),
      CONNECTED_WITHIN_MS,
    )
    const { client } = display
    client.on('error', () => {}) // a window that closed while it was asked about
    const saver = await asked<ScreenSaver>(
      answer => client.require('screen-saver', answer),
      CONNECTED_WITHIN_MS,
    )
    return new XWitness(display, saver)
  }

  /** What no X server knows, the script says: from now on nothing is to be counted (paused, suspended, not allowed). */
  stop(): void {
    this.#counts = false
  }

  /** From now on what has the keyboard is to be counted again. */
  go(): void {
    this.#counts = true
  }

  /** Waits until a window with this word in its title has the keyboard, or (`false`) until none has. */
  async until(word: string, has = true): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const last = this.#samples.at(-1)
      if (last && last.title.includes(word) === has) return
      await new Promise(done => setTimeout(done, EVERY_MS))
    }
    throw new Error(`${word}: the keyboard is at "${this.#samples.at(-1)?.title}"`)
  }

  /** Milliseconds since `from` in which a window whose title has `word` had the keyboard, and a person was there. */
  attendedMs(word: string, from: number, idleAfterMs: number): number {
    return attendedMs(
      this.#samples.filter(({ at }) => at >= from),
      word,
      idleAfterMs,
    )
  }

  /** When and how long, as seconds after `from`: for whoever must find out why a sentence does not hold. */
  stretches(word: string, from: number): string {
    const spans: [number, number][] = []
    for (const { at, title, counts } of this.#samples) {
      if (at < from || !counts || !title.includes(word)) continue
      const last = spans.at(-1)
      if (last && at - last[1] < GAP_MS) last[1] = at
      else spans.push([at, at])
    }
    const since = (at: number): string => ((at - from) / 1000).toFixed(1)
    return spans.map(([start, end]) => `${since(start)}–${since(end)}`).join(', ')
  }

  async close(): Promise<void> {
    this.#ended = true
    await this.#running
    this.#display.client.close()
  }

  async #watch(): Promise<void> {
    while (!this.#ended) {
      const sample = await this.#sample().catch(() => null)
      if (sample) this.#samples.push(sample)
      await new Promise(done => setTimeout(done, EVERY_MS))
    }
  }

  async #sample(): Promise<Sample> {
    const { client } = this.#display
    const root = this.#display.screen[0]?.root ?? 0
    const [{ focus }, { idle, state }] = await Promise.all([
      asked<{ focus: number }>(answer => client.GetInputFocus(answer)),
      asked<{ idle: number; state: number }>(answer => this.#saver.QueryInfo(root, answer)),
    ])
    const title = focus > NO_WINDOW && state !== SAVER_ON ? await this.#titleOf(client, focus) : ''
    return { at: Date.now(), title, idleMs: idle, counts: this.#counts }
  }

  /** The title of the nearest window that has one: toolkits hide the keyboard in a child, window managers may give it to a frame. */
  async #titleOf(client: Client, window: number): Promise<string> {
    for (let one = window; one > NO_WINDOW; ) {
      const title = await this.#read(client, one)
      if (title !== '') return title
      const { parent, root, children } = await asked<Tree>(answer => client.QueryTree(one, answer))
      for (const child of children) {
        const inner = await this.#read(client, child)
        if (inner !== '') return inner
      }
      one = parent === root ? 0 : parent
    }
    return ''
  }

  async #read(client: Client, window: number): Promise<string> {
    const asking = asked<{ data: Buffer }>(answer =>
      client.GetProperty(0, window, WM_NAME, 0, 0, TITLE_LENGTH, answer),
    )
    return asking.then(({ data }) => data.toString('utf8')).catch(() => '') // it has just been closed
  }
}

/**
 * The time between samples belongs to the later one where both fit, else half of it. A stretch without input that grew to
 * the idle limit earns nothing after its last input.
 */
function attendedMs(samples: readonly Sample[], word: string, idleAfterMs: number): number {
  let total = 0
  let idleUntil = Number.NEGATIVE_INFINITY
  let later: (Sample & { readonly here: boolean }) | null = null
  for (const sample of samples.toReversed()) {
    const lastInput = sample.at - sample.idleMs
    // nobody is idle while the machine is suspended
    if (!sample.counts) idleUntil = Number.NEGATIVE_INFINITY
    else if (sample.idleMs >= idleAfterMs) idleUntil = lastInput
    // seen from its end: all of a stretch lies after the input that it began with
    const away = idleUntil !== Number.NEGATIVE_INFINITY && sample.at > idleUntil
    if (!away) idleUntil = Number.NEGATIVE_INFINITY
    const here = !away && sample.counts && sample.title.includes(word)
    const gap = later ? later.at - sample.at : 0
    if (later && gap < GAP_MS) total += (gap * (Number(here) + Number(later.here))) / 2
    later = { ...sample, here }
  }
  return Math.round(total)
}
