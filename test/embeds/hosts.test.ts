// The snippet that the builder offers, pasted into pages that were never made for it: the number is there, and it is itself.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { badgeSvg } from '../../hub/badge.ts'
import { cell, OFFICIAL, snapshotOf } from '../fixtures/snapshot.ts'
import { type Answers, json, openStand, type Stand, script } from '../fixtures/stand.ts'
import { buildScript } from '../widgets/build.ts'
import { AGENCY, HOSTS } from './hosts.ts'
import { READERS, type Reader, type Sheet } from './readers.ts'

/** One line about what can be seen, made without anything that a host page may have replaced. */
const SEEN = `(() => {
  const element = document.querySelector('nhipso-score, nhipso-targets')
  const shadow = element && element.shadowRoot
  const score = shadow && shadow.querySelector('.score')
  const shown = score || document.querySelector('img')
  if (!shown) return 'nothing'
  const box = (score ? element : shown).getBoundingClientRect()
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  const visible = at === element || element.contains(at) ? 'visible' : 'covered'
  const size = Math.round(box.width) + 'x' + Math.round(box.height)
  if (!score) return 'image ' + (shown.complete && shown.naturalWidth) + ' ' + size + ' ' + visible
  const look = getComputedStyle(shadow.querySelector('.name'))
  const style = [look.color, look.opacity, look.visibility, look.direction, look.fontStyle, look.letterSpacing]
  const room = element.localName === 'nhipso-score' ? size : 'wide'
  return 'live ' + score.textContent + ' ' + room + ' ' + visible + ' ' + style.join(' ')
})()`

const LOOK = 'visible rgb(20, 38, 43) 1 visible ltr normal normal'
const IMAGE = 'image 240 240x96 visible'
const SIGHTS = {
  score: { live: `live 87,4/100 240x96 ${LOOK}`, image: IMAGE },
  targets: { live: `live 98,53% wide ${LOOK}`, image: IMAGE },
} as const

const snapshot = () =>
  snapshotOf([cell({ id: AGENCY, at: Date.now() })], { at: Date.now(), official: [...OFFICIAL] })
const badge = () => badgeSvg(cell({ id: AGENCY }), snapshot(), { lang: 'vi', theme: 'light', style: 'card' })

const hubOf =
  (js: string): Answers =>
  path => {
    if (path === '/w/1/nhipso.js') return script(js)
    if (path === `/api/v1/scores/${AGENCY}`) return json(snapshot())
    return path === `/badge/${AGENCY}.svg` ? { type: 'image/svg+xml', body: badge() } : null
  }

let hub: Stand
const hosts = new Map<string, Stand>()
beforeAll(async () => {
  hub = await openStand(hubOf(await buildScript()))
  for (const host of HOSTS)
    hosts.set(
      host.name,
      await openStand(path =>
        path === '/' || path === '/targets' ? host.answer(hub.url, path === '/' ? 'score' : 'targets') : null,
      ),
    )
})
afterAll(async () => {
  await Promise.all([hub, ...hosts.values()].map(stand => stand?.close()))
})

it('there are numbered pages, and each number is one page', () => {
  const numbers = HOSTS.map(host => Number(host.name.slice(0, 2)))
  expect(numbers).toEqual(HOSTS.map((_, i) => i + 1))
  expect(numbers.length).toBeGreaterThanOrEqual(17)
})

describe.each(READERS)(
  'in $name, the number is visible, right, and of the right size on',
  ({ there, start }) => {
    let reader: Reader
    let sheet: Sheet | null = null
    beforeAll(async () => {
      if (there) reader = await start()
    })
    afterAll(() => reader?.close())
    afterEach(() => sheet?.close())

    const both = HOSTS.flatMap(host => [
      { ...host, show: 'score' as const, path: '' },
      { ...host, show: 'targets' as const, path: '/targets' },
    ])
    it.skipIf(!there).each(both)('$name ($show)', async ({ name, sight, show, path }) => {
      const url = hosts.get(name)?.url.replace('127.0.0.1', `h${name.slice(0, 2)}.localhost`) ?? ''
      const open = await reader.open(`${url}${path}`, !name.includes('no-script'))
      sheet = open
      await expect.poll(() => open.ask(SEEN), { timeout: 10_000 }).toBe(SIGHTS[show][sight])
      await new Promise(done => setTimeout(done, 300)) // and it stays
      expect(await open.ask(SEEN)).toBe(SIGHTS[show][sight])
      expect(open.errors).toEqual([])
    })
  },
)
