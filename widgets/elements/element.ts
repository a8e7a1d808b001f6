// What all elements share: they wait for data, keep what stands between their tags until then, and tell each release.

import type { Language } from '../../shared/core/language.ts'
import type { Millis } from '../../shared/core/time.ts'
import { liveWords } from '../../shared/text/live.ts'
import type { LiveWords } from '../../shared/text/live.vi.ts'
import { freshnessOf } from '../../shared/ui/freshness.ts'
import { freshnessText } from '../../shared/ui/freshness-text.ts'
import { elementRoutes } from '../../shared/wire/element-routes.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import { type Subscription, sharedFeed } from '../feed.ts'
import { bare } from '../null-proto.ts'
import type { Heard } from '../poll.ts'
import { dress } from './adopt-styles.ts'
import { hubAt, languageAt, liveAt, slugAt, themeAt } from './attributes.ts'
import { el } from './el.ts'
import css from './elements.css?inline'

export type Routes = ReturnType<typeof elementRoutes>

/** What an element draws from. */
export interface Shown {
  readonly release: Snapshot
  readonly lang: Language
  readonly words: LiveWords
  readonly at: Routes
  /** The class that its outermost part wears, after its own name: theme and lateness. */
  readonly mood: string
  /** How current figures of an instant are, in a sentence. */
  readonly freshness: (at: Millis) => string
}

/** A drawing, and what a screen reader says of it where the page wants changes announced. */
export interface Drawing {
  readonly root: HTMLElement
  readonly spoken: string
}

/** Starts loading a little before the element scrolls into view. */
const NEAR = '200px'
const ANNOUNCE_EVERY_MS = 60_000

/** Fires `nhipso:update` with `detail.snapshot` at each release. */
export abstract class LiveElement extends HTMLElement {
  static readonly observedAttributes = [
    ...['lang', 'theme', 'limit', 'weeks'],
    ...['agency', 'campaign', 'hub', 'live', 'level', 'block'],
  ]
  #at: Routes | null = null
  #line: Subscription | null = null
  #sight: IntersectionObserver | null = null
  #release: Snapshot | null = null
  #trouble: Exclude<Heard, Snapshot> | null = null
  #drawn = ''
  #status: HTMLElement | null = null
  #said = ''
  #saidAt = 0

  /** The address to ask again and again; null where the attributes name nothing. */
  protected abstract address(at: Routes, campaign: string | undefined): string | null
  /** Null where the release holds nothing of what the attributes name. */
  protected abstract draw(shown: Shown): Drawing | null

  connectedCallback(): void {
    const hub = hubAt(this)
    const campaign = slugAt(this, 'campaign') || undefined
    this.#at = hub ? elementRoutes(hub) : null
    const url = this.#at && this.address(this.#at, campaign)
    if (this.#at && url)
      this.#line = sharedFeed()({ url, stream: this.#at.stream(campaign), live: liveAt(this) }, heard =>
        this.#hear(heard),
      )
    else this.#hear('unknown-agency')
    this.#watch()
  }

  disconnectedCallback(): void {
    this.#sight?.disconnect()
    this.#line?.hangUp()
    this.#line = null
  }

  attributeChangedCallback(name: string): void {
    this.#drawn = ''
    if (/^(lang|theme|limit|weeks)$/.test(name) || !this.isConnected) this.#draw()
    else if (this.#line || this.#trouble) this.#restart()
  }

  #restart(): void {
    this.disconnectedCallback()
    this.#release = null
    this.#trouble = null
    this.connectedCallback()
  }

  /** Asks only while the element is near the part of the page that is seen. */
  #watch(): void {
    this.#sight = new IntersectionObserver(
      seen => this.#line?.show(seen[seen.length - 1]?.isIntersecting ?? false),
      bare({ rootMargin: NEAR }),
    )
    this.#sight.observe(this)
  }

  #hear(heard: Heard): void {
    const before = this.#release
    this.#trouble = typeof heard === 'object' ? null : heard
    if (typeof heard === 'object') this.#release = heard
    if (!this.#draw()) {
      // The release is whole, but not about what is named here: what was shown before is the best there is.
      this.#release = before
      this.#trouble = 'unknown-agency'
      this.#draw()
    } else if (!this.#trouble)
      this.dispatchEvent(
        new CustomEvent(
          'nhipso:update',
          bare({ bubbles: true, composed: true, detail: { snapshot: heard } }),
        ),
      )
  }

  /** False where the release holds nothing of what the attributes name. */
  #draw(): boolean {
    const release = this.#release
    const lang = languageAt(this)
    const words = liveWords(lang)
    if (!release || !this.#at) {
      if (this.#trouble && this.childElementCount === 0) this.#put(this.#note(words), lang)
      return true
    }
    const fresh = this.#trouble && !release.final ? 'offline' : freshnessOf(release, Date.now())
    let drawn = `${release.release} ${release.at} ${fresh} ${lang} ${themeAt(this)}`
    // Official results come without a release.
    for (const one of release.official ?? []) drawn += one.target + one.value + one.source + one.day
    if (drawn === this.#drawn) return true
    const late = fresh === 'stale' || fresh === 'offline'
    const drawing = this.draw({
      ...{ release, lang, words, at: this.#at },
      mood: ` ${themeAt(this)}${late ? ' late' : ''}`,
      freshness: at => freshnessText(fresh, at, lang),
    })
    if (!drawing) return false
    this.#drawn = drawn
    this.#put(drawing.root, lang)
    this.#announce(drawing.spoken)
    return true
  }

  /** Where nothing stands between the tags, an empty place would be a riddle. */
  #note(words: LiveWords): HTMLElement {
    const unknown = this.#trouble === 'unknown-agency'
    const note = unknown
      ? `${words['unknown-agency']}: ${this.getAttribute('agency') ?? '?'}`
      : words.unreachable
    const card = el('div', 'card', el('span', 'note', note))
    card.className += ` ${themeAt(this)} late`
    return card
  }

  /** Shows a part; whoever stands on a link of the old one stands on the same link of the new one. */
  #put(part: HTMLElement, lang: Language): void {
    part.lang = lang
    const root = this.shadowRoot ?? this.attachShadow(bare({ mode: 'open' }))
    if (part.parentNode === root) return
    const stood = root.activeElement?.getAttribute('href')
    dress(root, css, part)
    root.replaceChildren(part)
    if (this.#status) root.append(this.#status)
    for (const link of stood ? part.querySelectorAll('a') : [])
      if (link.getAttribute('href') === stood) link.focus()
  }

  /** Only where the page asks for it, and not more than once a minute. The first drawing is no change. */
  #announce(text: string): void {
    const news = this.#said !== '' && text !== this.#said && Date.now() - this.#saidAt >= ANNOUNCE_EVERY_MS
    if (!this.hasAttribute('announce')) return
    this.#status ??= this.#listen()
    if (news || this.#said === '') this.#said = text
    if (!news) return
    this.#saidAt = Date.now()
    this.#status.textContent = text
  }

  #listen(): HTMLElement {
    const status = el('p', 'unseen')
    status.setAttribute('role', 'status')
    this.shadowRoot?.append(status)
    return status
  }
}
