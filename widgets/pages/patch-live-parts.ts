// New figures in an open page: only the marked parts change, and whoever stands on a link or has a table open stays there.

import { languageOf } from '../../shared/core/language.ts'
import { freshnessText } from '../../shared/ui/freshness-text.ts'

/** What wears the mark. */
export const LIVE = '[data-live]'

/** Nothing of the page will change any more. */
export const isFinal = (page: Document): boolean => page.querySelector('[data-live=final]') !== null

/** Takes the marked parts of a newer state of the same page. */
export function renew(page: Document, newer: Document): void {
  const fresh = newer.querySelectorAll(LIVE)
  for (const [i, part] of page.querySelectorAll(LIVE).entries()) {
    const next = fresh[i]
    if (next) replace(part, next)
  }
}

function replace(part: Element, next: Element): void {
  const opened = next.querySelectorAll('details')
  for (const [i, { open }] of part.querySelectorAll('details').entries())
    opened[i]?.toggleAttribute('open', open)
  if (part.isEqualNode(next)) return
  const goBack = placeIn(part)
  exchange(part, next)
  goBack()
}

/** What stayed the same is left alone, also for whoever listens to it right now. */
function exchange(part: Element, next: Element): void {
  const news = [...next.children]
  if (part.childElementCount !== news.length) part.replaceChildren(...news)
  else
    for (const [i, child] of [...part.children].entries()) {
      const other = news[i]
      if (other && !child.isEqualNode(other)) child.replaceWith(other)
    }
}

/** Where the reader's focus stands: on the n-th of the links with that address, or the n-th summary. */
function placeIn(part: Element): () => void {
  const at = part.ownerDocument.activeElement
  if (!(at instanceof HTMLElement) || at === part || !part.contains(at)) return () => {}
  const like = (): HTMLElement[] =>
    [...part.querySelectorAll<HTMLElement>('a, summary')].filter(
      one => one.getAttribute('href') === at.getAttribute('href'),
    )
  const nth = like().indexOf(at)
  return () => like()[nth]?.focus({ preventScroll: true })
}

/** The hub is silent: the figures must not look current. */
export function lookOld(page: Document): void {
  const lang = languageOf(page.documentElement.lang)
  for (const time of page.querySelectorAll<HTMLTimeElement>(`${LIVE} time.freshness`)) {
    time.className = 'freshness offline'
    time.textContent = freshnessText('offline', Date.parse(time.dateTime), lang)
  }
}
