// A hub that has an agency for each state of a score; its id is the state.
import type { AgencyScore, Snapshot } from '../../shared/wire/snapshot.ts'
import { cell, hidden, OFFICIAL, provinceOf, snapshotOf } from '../fixtures/snapshot.ts'
import { type Answers, image, json, script } from '../fixtures/stand.ts'

const LONG = {
  vi: 'Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh Tây Ninh',
  en: 'Management Board of Economic Zones and Industrial Parks of Tây Ninh Province',
}
const DAY_MS = 86_400_000

/** The release of each state's agency at an instant; a text is an answer that is no release. */
function releases(now: number): Readonly<Record<string, Snapshot | string>> {
  const at = now - 60_000
  const one = (score: AgencyScore, over: Partial<Snapshot> = {}): Snapshot =>
    snapshotOf([{ ...score, at: score.at === null ? null : (over.at ?? at) }], { at, ...over })
  return {
    ranked: one(cell({ id: 'ranked' }), { official: [...OFFICIAL] }),
    provisional: one(cell({ id: 'provisional', state: 'provisional', rank: null, of: null })),
    suppressed: one(hidden('suppressed', { id: 'suppressed' })),
    'no-data': one(hidden('no-data', { id: 'no-data' })),
    stale: one(cell({ id: 'stale' }), { at: now - 3 * DAY_MS, ttl: 86_400, official: [...OFFICIAL] }),
    final: one(cell({ id: 'final' }), { at: now - 300 * DAY_MS, final: true, sample: false }),
    long: one(cell({ id: 'long', name: LONG, score: 1000, tier: 'trung-binh', rank: 82, of: 82 })),
    broken: '{"version": 1, "agencies": [{"id": "broken"',
    'other-shape': '{"version": 1, "agencies": "many", "tiers": []}',
    future: JSON.stringify({ ...one(cell({ id: 'future' })), version: 2 }),
  }
}

/** The whole release, or the level and block that are asked for. */
function province(now: number, asked: URLSearchParams): Snapshot {
  const whole = provinceOf()
  const fits = (cell: AgencyScore): boolean =>
    (['level', 'block'] as const).every(one => !asked.get(one) || asked.get(one) === cell[one])
  return { ...whole, at: now - 60_000, agencies: whole.agencies.filter(fits) }
}

/** Answers as a hub would. */
export const hubOf =
  (js: string, now: () => number): Answers =>
  (path, search) => {
    if (path === '/w/1/nhipso.js') return script(js)
    if (path.startsWith('/badge/')) return image('87,4')
    if (path === '/api/v1/scores') return json(province(now(), search))
    const agency = /^\/api\/v1\/scores\/([a-z-]+)$/.exec(path)?.[1]
    const found = agency && releases(now())[agency]
    return found ? json(found) : null
  }
