// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import { type AnswerServer, openAnswerServer } from '../fixtures/answer-server.ts'
import { hubOf } from '../stories/hub.ts'

type Tell = (seen: readonly { readonly isIntersecting: boolean }[]) => void
/** Stands in for what Happy DOM does not have: a layout. */
class AlwaysInSight {
  readonly #tell: Tell
  constructor(tell: Tell) {
    this.#tell = tell
  }
  observe(): void {
    this.#tell([{ isIntersecting: true }])
  }
  disconnect(): void {}
}
const FALLBACK = '<a href="/x"><img src="data:," width="240" height="96" alt="Điểm"></a>'
let hub: AnswerServer

beforeAll(async () => {
  hub = await openAnswerServer(hubOf('', Date.now))
  Object.defineProperty(window, 'IntersectionObserver', { value: AlwaysInSight })
  await import('../../widgets/index.ts')
})
afterAll(() => hub.close())
beforeEach(() => {
  hub.asked.length = 0
})
afterEach(() => document.body.replaceChildren())

/** Puts an element on the page. */
function put(attributes: Readonly<Record<string, string>>, fallback = ''): HTMLElement {
  const element = document.createElement('nhipso-score')
  for (const [name, value] of Object.entries({ hub: hub.url, ...attributes }))
    element.setAttribute(name, value)
  element.innerHTML = fallback
  document.body.append(element)
  return element
}

const part = (element: HTMLElement, name: string): string =>
  element.shadowRoot?.querySelector(`[part~="${name}"]`)?.textContent ?? ''
const drawn = (element: HTMLElement) => vi.waitFor(() => expect(element.shadowRoot).not.toBeNull())
const asked = (path: string) => vi.waitFor(() => expect(hub.asked).toContain(path))
/** Lets an answer that is on its way arrive. */
const settled = () => new Promise(done => setTimeout(done, 50))

describe('a score on a page', () => {
  it('shows score, grade, rank, freshness and that it is a sample', async () => {
    const element = put({ agency: 'ranked' }, FALLBACK)
    await drawn(element)
    expect(part(element, 'score')).toBe('87,4/100')
    expect(part(element, 'tier')).toBe('Tốt')
    expect(part(element, 'rank')).toBe('Hạng 3/14')
    expect(part(element, 'freshness')).toMatch(/^Cập nhật lúc \d\d:\d\d ngày \d\d\/\d\d\/\d{4}$/)
    expect(part(element, 'sample')).toBe('DỮ LIỆU MẪU')
    expect(element.shadowRoot?.querySelector('.score')?.getAttribute('translate')).toBe('no')
    expect(element.shadowRoot?.querySelector('a')?.href).toBe(`${hub.url}/agency/ranked`)
  })

  it('speaks the language of the page, or its own', async () => {
    const english = put({ agency: 'ranked', lang: 'en-GB' })
    await drawn(english)
    expect(part(english, 'score')).toBe('87.4/100')
    expect(part(english, 'rank')).toBe('Rank 3/14')
    english.setAttribute('lang', 'vi')
    expect(part(english, 'rank')).toBe('Hạng 3/14')
  })

  it('forgives spaces and capital letters around the agency', async () => {
    const element = put({ agency: '  Ranked ' })
    await drawn(element)
    expect(part(element, 'score')).toBe('87,4/100')
  })

  it.each([
    ['provisional', '87,4/100', '', 'Tạm tính'],
    ['suppressed', '', '', 'Chưa đủ số liệu'],
    ['no-data', '', '', 'Chưa có số liệu'],
    ['final', '87,4/100', 'Hạng 3/14', ''],
  ])('tells what may be told: %s', async (agency, score, rank, note) => {
    const element = put({ agency })
    await drawn(element)
    const shown = element.shadowRoot?.querySelector<HTMLElement>('.score')
    expect(shown?.hidden ? '' : shown?.textContent).toBe(score)
    expect(part(element, 'rank')).toBe(rank)
    expect(part(element, 'note')).toBe(note)
  })

  it('says since when it is stale, and that a final result is final', async () => {
    const stale = put({ agency: 'stale' })
    const final = put({ agency: 'final' })
    await drawn(stale)
    await drawn(final)
    expect(part(stale, 'freshness')).toMatch(/^Chưa cập nhật từ/)
    expect(stale.shadowRoot?.querySelector('.card')?.className).toContain('late')
    expect(part(final, 'freshness')).toMatch(/^Kết quả cuối cùng, chốt lúc/)
    expect(part(final, 'sample')).toBe('')
  })

  it('tells the page about each release', async () => {
    const heard: Snapshot[] = []
    document.body.addEventListener('nhipso:update', event => {
      if (event instanceof CustomEvent) heard.push(event.detail.snapshot)
    })
    await drawn(put({ agency: 'ranked' }))
    expect(heard.map(snapshot => snapshot.agencies[0]?.id)).toEqual(['ranked'])
  })

  it('follows its attribute to another agency', async () => {
    const element = put({ agency: 'ranked' })
    await drawn(element)
    element.setAttribute('agency', 'provisional')
    await vi.waitFor(() => expect(part(element, 'note')).toBe('Tạm tính'))
  })
})

describe('when something is wrong', () => {
  it.each(['broken', 'other-shape', 'future', 'unknown'])('keeps the image: %s', async agency => {
    const element = put({ agency }, FALLBACK)
    await asked(`/api/v1/scores/${agency}`)
    await settled()
    expect(element.shadowRoot).toBeNull()
    expect(element.querySelector('img')).not.toBeNull()
  })

  it.each([
    ['unknown', 'Không tìm thấy cơ quan: unknown'],
    ['broken', 'Không tải được điểm số'],
    ['Sở Nội vụ', 'Không tìm thấy cơ quan: Sở Nội vụ'],
  ])('says the reason where there is no image: %s', async (agency, reason) => {
    const element = put({ agency })
    await drawn(element)
    expect(part(element, 'note')).toBe(reason)
  })

  it('asks nobody for what cannot be an agency, nor at an address that is none', async () => {
    put({ agency: '../../etc/passwd' }, FALLBACK)
    put({ agency: 'ranked', hub: 'javascript:alert(1)' }, FALLBACK)
    await settled()
    expect(hub.asked).toEqual([])
  })
})

describe('several on one page', () => {
  it('ask once for the same agency', async () => {
    const [one, other] = [put({ agency: 'long' }), put({ agency: 'long', lang: 'en' })]
    await drawn(one)
    await drawn(other)
    expect(hub.asked.filter(path => path === '/api/v1/scores/long')).toHaveLength(1)
  })

  it('are defined once, also when the script runs twice', async () => {
    vi.resetModules()
    await expect(import('../../widgets/index.ts')).resolves.toBeDefined()
  })

  it('survive being moved to another place of the page', async () => {
    const element = put({ agency: 'ranked' })
    await drawn(element)
    const home = document.body.appendChild(document.createElement('section'))
    home.append(element)
    await settled()
    expect(part(element, 'score')).toBe('87,4/100')
  })
})
