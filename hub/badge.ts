// An agency's released cell → the image badge, as SVG text. Pure; no script, no outside file, no `#` in an address.
import { dayOf } from '../shared/core/day.ts'
import type { Language } from '../shared/wire/page.ts'
import type { AgencyScore, Snapshot } from '../shared/wire/snapshot.ts'

export const BADGE_STYLES = ['card', 'flat'] as const
export type BadgeStyle = (typeof BADGE_STYLES)[number]
export const styleOf = (value: string | null): BadgeStyle => BADGE_STYLES.find(s => s === value) ?? 'card'

export interface BadgeLook {
  readonly lang: Language
  readonly theme: 'light' | 'dark'
  readonly style: BadgeStyle
}

const WORDS = {
  vi: {
    brand: 'Nhịp Số',
    sample: 'DỮ LIỆU MẪU',
    updated: 'Cập nhật',
    hidden: { suppressed: 'Chưa đủ số liệu', none: 'Chưa có số liệu' },
    rank: 'hạng',
    early: 'tạm tính',
    corrected: 'đã đính chính',
  },
  en: {
    brand: 'Nhịp Số',
    sample: 'SAMPLE DATA',
    updated: 'Updated',
    hidden: { suppressed: 'Too few people', none: 'No data yet' },
    rank: 'rank',
    early: 'provisional',
    corrected: 'corrected',
  },
} as const

const COLOURS = {
  light: { paper: '#fff', ink: '#17252b', soft: '#52646b', accent: '#0b6475', edge: '#c9d5d9' },
  dark: { paper: '#12191c', ink: '#eef4f6', soft: '#a9bac0', accent: '#5cc3d6', edge: '#3a494f' },
} as const

/** The badge of one agency of a snapshot. */
export function badgeSvg(agency: AgencyScore, snapshot: Snapshot, look: BadgeLook): string {
  return look.style === 'flat' ? flat(agency, snapshot, look) : card(agency, snapshot, look)
}

function card(agency: AgencyScore, snapshot: Snapshot, { lang, theme }: BadgeLook): string {
  const c = COLOURS[theme]
  const words = WORDS[lang]
  const told = tell(agency, snapshot, lang)
  const name = shorten(agency.name[lang], 34)
  const value = told.score ?? told.hidden
  const size = told.score ? 30 : 17
  return svg(240, 96, told.title, [
    `<rect x=".5" y=".5" width="239" height="95" rx="8" fill="${c.paper}" stroke="${c.edge}"/>`,
    `<g fill="${c.soft}" font-size="11">`,
    `<text x="12" y="20"${squeeze(name, 34, 216)}>${escaped(name)}</text>`,
    `<text x="12" y="85">${told.fresh}</text>`,
    `<text x="228" y="85" text-anchor="end" fill="${c.accent}" font-weight="700">`,
    `${snapshot.sample ? words.sample : words.brand}</text></g>`,
    `<text x="12" y="57" font-size="${size}" font-weight="700" fill="${c.ink}">${value}</text>`,
    told.score
      ? `<text x="228" y="48" text-anchor="end" font-size="13" fill="${c.accent}">${escaped(told.tier)}</text>`
      : '',
    told.rank
      ? `<text x="228" y="64" text-anchor="end" font-size="11" fill="${c.soft}">${told.rank}</text>`
      : '',
  ])
}

function flat(agency: AgencyScore, snapshot: Snapshot, { lang, theme }: BadgeLook): string {
  const c = COLOURS[theme]
  const words = WORDS[lang]
  const told = tell(agency, snapshot, lang)
  const value = told.score ? `${told.score} · ${told.tier}` : told.hidden
  const label = snapshot.sample ? words.sample : words.brand
  return svg(260, 24, told.title, [
    `<rect width="260" height="24" rx="4" fill="${c.paper}"/>`,
    `<path d="M4 0h96v24H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4" fill="${c.accent}"/>`,
    `<g font-size="12"><text x="50" y="16" text-anchor="middle" fill="${c.paper}">${label}</text>`,
    `<text x="110" y="16" font-weight="700" fill="${c.ink}">${escaped(value)}</text>`,
    `<text x="254" y="16" font-size="9" text-anchor="end" fill="${c.soft}">${told.fresh.split(' ').at(-1)}</text></g>`,
  ])
}

interface Told {
  /** `87,4`, or null where nothing may be told. */
  readonly score: string | null
  /** What stands in its place. */
  readonly hidden: string
  readonly tier: string
  /** `hạng 3/14`; `tạm tính` where there is a score and no rank yet. */
  readonly rank: string
  readonly fresh: string
  /** What a screen reader says. */
  readonly title: string
}

function tell(agency: AgencyScore, snapshot: Snapshot, lang: Language): Told {
  const words = WORDS[lang]
  const score = agency.score === null ? null : tenths(agency.score, lang)
  const tier = snapshot.tiers.find(t => t.id === agency.tier)?.name[lang] ?? ''
  const early = agency.state === 'provisional' ? words.early : ''
  const rank = agency.rank === null ? early : `${words.rank} ${agency.rank}/${agency.of ?? agency.rank}`
  const fresh = agency.at === null ? '' : `${words.updated} ${date(agency.at)}`
  const hidden = agency.state === 'suppressed' ? words.hidden.suppressed : words.hidden.none
  const last = agency.trend.at(-1)
  const corrected =
    last?.corrected && last.score === agency.score ? `${words.corrected}: ${last.corrected}` : ''
  const parts = [score ?? hidden, tier, rank, fresh, corrected, snapshot.sample ? words.sample : '']
  return {
    score,
    hidden,
    tier,
    rank,
    fresh,
    title: `${agency.name[lang]}: ${parts.filter(Boolean).join(', ')}`,
  }
}

const tenths = (score: number, lang: Language): string =>
  `${Math.floor(score / 10)}${lang === 'vi' ? ',' : '.'}${score % 10}`

/** `23/11/2026`, in the campaign's zone. */
const date = (at: number): string => dayOf(at).split('-').reverse().join('/')

const svg = (width: number, height: number, title: string, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui,'Segoe UI','Noto Sans',Arial,sans-serif"><title>${escaped(title)}</title>${parts.join('')}</svg>`

const shorten = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name

/** A long name is squeezed rather than cut off by the edge. */
const squeeze = (name: string, most: number, width: number): string =>
  name.length > most - 2 ? ` textLength="${width}" lengthAdjust="spacingAndGlyphs"` : ''

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
