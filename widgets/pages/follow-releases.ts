// A page of ours in the browser: it asks for itself again, gently, and puts what a release changed in its place.
import { paced } from '../poll.ts'
import { postHeight } from './embed/report-height.ts'
import { showInvitation } from './invitation-notice.ts'
import { isFinal, LIVE, lookOld, renew } from './patch-live-parts.ts'

const ANSWER_WITHIN_MS = 10_000

/** A state of this page. */
interface Newer {
  readonly final: boolean
  readonly page: Document
}

/** The page as it came is the first answer: nothing is asked twice at the start. */
async function ask(first: boolean): Promise<Newer | 'offline'> {
  if (first) return { final: isFinal(document), page: document }
  try {
    const answer = await fetch(location.href, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    // A login page of the network is a page too, but not this one.
    const ours = answer.ok && page.querySelector(LIVE)
    return ours ? { final: isFinal(page), page } : 'offline'
  } catch {
    return 'offline'
  }
}

function follow(): void {
  let leaving = false
  let seen = true
  const source = paced(ask, false, heard => {
    if (heard === 'offline') lookOld(document)
    else if (heard.page !== document) renew(document, heard.page)
  })
  const wake = (): void => source.wake(seen && !leaving && document.visibilityState === 'visible')
  for (const turn of ['pagehide', 'pageshow'])
    addEventListener(turn, () => {
      leaving = turn === 'pagehide'
      wake()
    })
  document.addEventListener('visibilitychange', wake)
  // A frame that is scrolled away sleeps.
  new IntersectionObserver(([entry]) => {
    seen = entry?.isIntersecting ?? true
    wake()
  }).observe(document.documentElement)
  wake()
}

/** The script may come before the page is whole. */
function start(): void {
  follow()
  postHeight()
  showInvitation(document, location.hash)
  addEventListener('hashchange', () => showInvitation(document, location.hash))
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()
