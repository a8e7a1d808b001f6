// A hub that has an agency, or a campaign, for each state that a story shows; its id is the state. Its figures are invented.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { badgeSvg } from '../../hub/render/badge-svg.ts'
import { createPngCache } from '../../hub/render/png.ts'
import type { AgencyScore, Snapshot } from '../../shared/wire/snapshot.ts'
import { sheetPage, storyPage } from '../../widgets/stories/host.ts'
import { STORIES } from '../../widgets/stories/stories.ts'
import { type Answer, type Answers, html, json, script } from '../fixtures/answer-server.ts'
import { cell, hidden, OFFICIAL, provinceOf, snapshotOf } from '../fixtures/snapshot.ts'

const LONG = {
  vi: 'Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh Tây Ninh',
  en: 'Management Board of Economic Zones and Industrial Parks of Tây Ninh Province',
}
const DAY_MS = 86_400_000
const FONTS = '@expo-google-fonts/be-vietnam-pro'

const corrected = (): AgencyScore['trend'] =>
  cell().trend.map((week, i) => (i === 8 ? { ...week, corrected: 'Biên chế được giao ghi sai' } : week))

/** The release of each state's agency at an instant; a text is an answer that is no release. */
function releases(now: number): Readonly<Record<string, Snapshot | string>> {
  const at = now - 60_000
  const one = (score: AgencyScore, over: Partial<Snapshot> = {}): Snapshot =>
    snapshotOf([{ ...score, at: score.at === null ? null : (over.at ?? at) }], { at, ...over })
  const old = { at: now - 3 * DAY_MS, ttl: 86_400 }
  const official = [...OFFICIAL]
  return {
    ranked: one(cell({ id: 'ranked' }), { official }),
    provisional: one(cell({ id: 'provisional', state: 'provisional', rank: null, of: null })),
    suppressed: one(hidden('suppressed', { id: 'suppressed' })),
    'no-data': one(hidden('no-data', { id: 'no-data' })),
    stale: one(cell({ id: 'stale' }), { ...old, official }),
    final: one(cell({ id: 'final' }), { at: now - 300 * DAY_MS, final: true, sample: false, official }),
    long: one(cell({ id: 'long', name: LONG, score: 1000, tier: 'trung-binh', rank: 82, of: 82 })),
    corrected: one(cell({ id: 'corrected', trend: corrected() })),
    'first-week': one(cell({ id: 'first-week', trend: cell().trend.slice(-1) })),
    broken: '{"version": 1, "agencies": [{"id": "broken"',
    'other-shape': '{"version": 1, "agencies": "many", "tiers": []}',
    future: JSON.stringify({ ...one(cell({ id: 'future' })), version: 2 }),
  }
}

/** The whole release, or the level and block that are asked for; the campaign's id may be a state. */
function province(now: number, asked: URLSearchParams): Snapshot | string {
  const campaign = asked.get('campaign')
  if (campaign === 'broken') return '{"version": 1'
  const fits = (cell: AgencyScore): boolean =>
    (['level', 'block'] as const).every(one => !asked.get(one) || asked.get(one) === cell[one])
  const whole = { ...provinceOf(), at: now - 60_000 }
  const agencies = whole.agencies.filter(fits)
  if (campaign === 'hidden') return { ...whole, agencies: agencies.map(one => hidden('no-data', named(one))) }
  if (campaign === 'stale') return { ...whole, agencies, at: now - 3 * DAY_MS }
  if (campaign === 'final') return { ...whole, agencies, at: now - 300 * DAY_MS, final: true }
  return { ...whole, agencies }
}

const named = ({ id, name, level, block }: AgencyScore) => ({ id, name, level, block })

/** Answers as a hub would. */
export const hubOf =
  (js: string, now: () => number): Answers =>
  (path, search) => {
    if (path === '/w/1/nhipso.js') return script(js)
    if (path.startsWith('/badge/')) return badge(now())
    const weight = /^\/font\/(\d+)\.ttf$/.exec(path)?.[1]
    if (weight) return font(weight)
    if (path === '/api/v1/scores') return json(province(now(), search))
    const agency = /^\/api\/v1\/scores\/([a-z-]+)$/.exec(path)?.[1]
    const found = agency && releases(now())[agency]
    return found ? json(found) : null
  }

/** Every story as a page, all of them at `/`, and the hub that they ask; what lies under `/losing` it answers once for each page. */
export function storyHub(js: () => Promise<string> | string, now: () => number): Answers {
  const told = new Set<string>()
  return async (path, search) => {
    const one = STORIES.find(({ name }) => path === `/${name}`)
    if (one || path === '/') told.clear()
    if (one) return html(storyPage(one, ''))
    if (path === '/') return html(sheetPage(STORIES, ''))
    const lost = path.startsWith('/losing/') && told.has(path)
    told.add(path)
    if (lost) return json({ type: 'urn:nhipso:problem:store-unavailable' }, 503)
    return hubOf(await js(), now)(path.replace(/^\/losing/, ''), search)
  }
}

const pictures = createPngCache()

/** As PNG: drawn with our own font, the same on every machine. */
async function badge(now: number): Promise<Answer> {
  const one = cell({ at: now - 60_000 })
  const svg = badgeSvg(one, snapshotOf([one]), { lang: 'vi', theme: 'light', style: 'card' })
  return { type: 'image/png', body: await pictures.png(svg, 1) }
}

const FACES: Readonly<Record<string, string>> = { 400: '400Regular', 700: '700Bold', 900: '900Black_Italic' }

function font(weight: string): Answer | null {
  const face = FACES[weight]
  if (!face) return null
  const file = createRequire(import.meta.url).resolve(`${FONTS}/${face}/BeVietnamPro_${face}.ttf`)
  return { type: 'font/ttf', body: readFileSync(file) }
}
