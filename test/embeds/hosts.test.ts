// The snippet that the builder offers, pasted into pages that were never made for it: the number is there, and it is itself.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { badgeSvg } from '../../hub/render/badge-svg.ts'
import { type AnswerServer, type Answers, json, openAnswerServer, script } from '../fixtures/answer-server.ts'
import { cell, OFFICIAL, snapshotOf } from '../fixtures/snapshot.ts'
import { buildScript } from '../widgets/build.ts'
import { AGENCY, HOSTS, type Host } from './hosts.ts'
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
/** What a reader must see. */
const sightOf = ({ sight, size }: Host, show: 'score' | 'targets'): string => {
  if (sight === 'image') return IMAGE
  return show === 'score' ? `live 87,4/100 ${size} ${LOOK}` : `live 98,53% wide ${LOOK}`
}

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

let hub: AnswerServer
const hosts = new Map<string, AnswerServer>()
beforeAll(async () => {
  hub = await openAnswerServer(hubOf(await buildScript()))
  for (const host of HOSTS) hosts.set(host.name, await openAnswerServer(path => host.answer(path, hub.url)))
})
afterAll(async () => {
  await Promise.all([hub, ...hosts.values()].map(stand => stand?.close()))
})

it('there are numbered pages, and each number is one page', () => {
  const numbers = HOSTS.map(host => Number(host.name.slice(0, 2)))
  expect(numbers).toEqual(HOSTS.map((_, i) => i + 1))
  expect(numbers.length).toBeGreaterThanOrEqual(34)
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

    const SHOWS = ['score', 'targets'] as const
    const both = HOSTS.flatMap(host => SHOWS.map(show => ({ host, name: host.name, show })))
    it.for(both)('$name ($show)', async ({ host, name, show }, { skip }) => {
      skip(!there || host.missing)
      const url = hosts.get(name)?.url.replace('127.0.0.1', `h${name.slice(0, 2)}.localhost`) ?? ''
      const open = await reader.open(`${url}/${show}`, !name.includes('no-script'))
      sheet = open
      const look = () => (host.framed ? open.askFrame(SEEN) : open.ask(SEEN))
      await expect.poll(look, { timeout: 10_000 }).toBe(sightOf(host, show))
      await new Promise(done => setTimeout(done, 300)) // and it stays
      expect(await look()).toBe(sightOf(host, show))
      expect(open.errors).toEqual([])
    })
  },
)
