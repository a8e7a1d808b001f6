// Last station of the journey: a number that moves on an agency's own web page.
import { liveWords } from '../../shared/ui/text/live.ts'
import { elementRoutes } from '../../shared/wire/routes.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import { bare } from '../bare.ts'
import { type Line, sharedFeed, type Wish } from '../live.ts'
import type { Heard } from '../poll.ts'
import { cellOf } from '../reading.ts'
import { languageAt, themeAt, wishOf } from './attributes.ts'
import { type Card, makeCard } from './card.ts'
import css from './nhipso-score.css?inline'
import { dress } from './sheet.ts'
import { EMPTY_VIEW, type View, viewOf } from './view.ts'

/** Starts loading a little before the element scrolls into view. */
const NEAR = '200px'

/** Where style sheets cannot be adopted: enough to read it. */
const PLAIN = { display: 'block', padding: '12px 16px', border: '1px solid', color: 'inherit' }

/**
 * `<nhipso-score agency="…">`: the live score of one agency. What stands between its tags (an image badge) is
 * shown until data has arrived, and stays when none does. Fires `nhipso:update` with `detail.snapshot`.
 */
export class NhipsoScore extends HTMLElement {
  static readonly observedAttributes = ['agency', 'campaign', 'hub', 'live', 'lang', 'theme']
  #wish: Wish | null = null
  #line: Line | null = null
  #sight: IntersectionObserver | null = null
  #release: Snapshot | null = null
  #trouble: Exclude<Heard, Snapshot> | null = null
  #card: Card | null = null

  connectedCallback(): void {
    this.#wish = wishOf(this)
    if (this.#wish) this.#line = sharedFeed()(this.#wish, heard => this.#hear(heard))
    else this.#hear('unknown-agency')
    this.#watch()
  }

  disconnectedCallback(): void {
    this.#sight?.disconnect()
    this.#line?.hangUp()
    this.#line = null
    this.#wish = null
  }

  attributeChangedCallback(name: string): void {
    if (name === 'lang' || name === 'theme' || !this.isConnected) this.#draw()
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
    if (!('IntersectionObserver' in window)) this.#line?.show(true)
    else this.#observe()
  }

  #observe(): void {
    this.#sight = new IntersectionObserver(
      seen => this.#line?.show(seen[seen.length - 1]?.isIntersecting ?? false),
      bare({ rootMargin: NEAR }),
    )
    this.#sight.observe(this)
  }

  #hear(heard: Heard): void {
    const known = typeof heard === 'object' && this.#wish && cellOf(heard, this.#wish.agency)
    this.#trouble = known ? null : typeof heard === 'object' ? 'unknown-agency' : heard
    if (known && typeof heard === 'object') this.#release = heard
    this.#draw()
    if (known)
      this.dispatchEvent(
        new CustomEvent(
          'nhipso:update',
          bare({ bubbles: true, composed: true, detail: { snapshot: heard } }),
        ),
      )
  }

  #draw(): void {
    const view = this.#view()
    if (!view) return
    const lang = languageAt(this)
    const href = this.#wish
      ? elementRoutes(this.#wish.hub).agency(this.#wish.agency, lang === 'en' ? lang : undefined)
      : ''
    this.#card ??= this.#unfold()
    this.#card.show(view, liveWords(lang), themeAt(this), href)
    this.#card.root.lang = lang
  }

  /** What to show; null keeps what stands between the tags. */
  #view(): View | null {
    const lang = languageAt(this)
    const cell = this.#release && this.#wish && cellOf(this.#release, this.#wish.agency)
    if (this.#release && cell) return viewOf(this.#release, cell, lang, Date.now(), this.#trouble !== null)
    if (!this.#trouble || this.childElementCount > 0) return null
    const words = liveWords(lang)
    const unknown = this.#trouble === 'unknown-agency'
    const note = unknown
      ? `${words['unknown-agency']}: ${this.getAttribute('agency') ?? '?'}`
      : words.unreachable
    return { ...EMPTY_VIEW, note, late: true }
  }

  #unfold(): Card {
    const card = makeCard()
    const root = this.shadowRoot ?? this.attachShadow(bare({ mode: 'open' }))
    dress(root, css, card.root, PLAIN)
    root.append(card.root)
    return card
  }
}
