// An agency's released cell → the image badge, as SVG text. Pure; no script, no outside file, no `#` in an address.
import { CAMPAIGN_UTC_OFFSET_MIN, dayOf, MINUTE_MS } from '../../shared/core/day.ts'
import type { Language } from '../../shared/core/language.ts'
import { badgeWords } from '../../shared/text/badge.ts'
import type { AgencyScore, Snapshot } from '../../shared/wire/snapshot.ts'

export const BADGE_STYLES = ['card', 'flat'] as const
export type BadgeStyle = (typeof BADGE_STYLES)[number]
/** The style of a query’s `style`; `card` where it names none that exists. */
export const styleOf = (value: string | null): BadgeStyle => BADGE_STYLES.find(s => s === value) ?? 'card'

export interface BadgeLook {
  readonly lang: Language
  readonly theme: 'light' | 'dark'
  readonly style: BadgeStyle
  /** The hub's clock: old figures are called old. Left out, they are as fresh as their release. */
  readonly now?: number
}

/** The same colours as the element that takes the image's place. */
const COLOURS = {
  light: {
    ...{ paper: '#fff', ink: '#14262b', soft: '#4a5d63', accent: '#0b6470', edge: '#c3d2d5' },
    ...{ markInk: '#5c3d00', markPaper: '#fff0c2' },
  },
  dark: {
    ...{ paper: '#10191c', ink: '#e6eff1', soft: '#a9bac0', accent: '#6fd0dc', edge: '#3a4d53' },
    ...{ markInk: '#ffdf8a', markPaper: '#3d2f08' },
  },
} as const

/** The badge of one agency of a snapshot. */
export function badgeSvg(agency: AgencyScore, snapshot: Snapshot, look: BadgeLook): string {
  return look.style === 'flat' ? flat(agency, snapshot, look) : card(agency, snapshot, look)
}

/** As the element draws it: nothing jumps when that takes the image's place. */
function card(agency: AgencyScore, snapshot: Snapshot, look: BadgeLook): string {
  const c = COLOURS[look.theme]
  const words = badgeWords(look.lang)
  const text = badgeText(agency, snapshot, look)
  const name = shorten(agency.name[look.lang], 36)
  const side = (agency.score ?? 0) < 1000 ? 118 : 134
  const number = text.late ? c.soft : c.accent
  return svg(240, 96, text.title, [
    `<rect x=".5" y=".5" width="239" height="95" rx="8" fill="${c.paper}" stroke="${c.edge}"/>`,
    `<path d="M8 0h-1a8 8 0 0 0-7 8v80a8 8 0 0 0 7 8h1a8 8 0 0 1-4-7V7a8 8 0 0 1 4-7" fill="${c.accent}"/>`,
    `<g fill="${c.ink}" font-size="12" font-weight="600">`,
    `<text x="16" y="37" font-size="13"${squeeze(name, 27)}>${escaped(name)}</text>`,
    text.score
      ? `<text x="16" y="66" font-size="28" font-weight="700" fill="${number}">${text.score}<tspan font-size="12" font-weight="400">/100</tspan></text><text x="${side}" y="56">${escaped(text.tier)}</text><text x="${side}" y="71">${text.rank}</text>`
      : `<text x="16" y="61" font-weight="400">${text.hidden}</text>`,
    `</g><g fill="${c.soft}" font-size="11"><text x="16" y="16">${words.score}</text>`,
    `<text x="16" y="87"${text.late ? ' font-weight="700"' : ''}${squeeze(text.fresh, 35)}>${text.fresh}</text></g>`,
    snapshot.sample
      ? `<rect x="146" y="5" width="82" height="14" rx="3" fill="${c.markPaper}"/><text x="187" y="16" text-anchor="middle" font-size="10" font-weight="700" fill="${c.markInk}">${words.sample}</text>`
      : '',
  ])
}

function flat(agency: AgencyScore, snapshot: Snapshot, look: BadgeLook): string {
  const c = COLOURS[look.theme]
  const words = badgeWords(look.lang)
  const text = badgeText(agency, snapshot, look)
  const value = text.score ? `${text.score} · ${text.tier}` : text.hidden
  const label = snapshot.sample ? words.sample : words.product
  return svg(260, 24, text.title, [
    `<rect width="260" height="24" rx="4" fill="${c.paper}"/>`,
    `<path d="M4 0h96v24H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4" fill="${c.accent}"/>`,
    `<g font-size="12"><text x="50" y="16" text-anchor="middle" fill="${c.paper}">${label}</text>`,
    `<text x="110" y="16" font-weight="700" fill="${text.late ? c.soft : c.ink}">${escaped(value)}</text>`,
    `<text x="254" y="16" font-size="9" text-anchor="end" fill="${c.soft}">${text.fresh.split(' ').at(-1)}</text></g>`,
  ])
}

interface BadgeText {
  /** `87,4`, or null where nothing may be text. */
  readonly score: string | null
  /** What stands in its place. */
  readonly hidden: string
  readonly tier: string
  /** `Hạng 3/14`; `Tạm tính` where there is a score and no rank yet. */
  readonly rank: string
  /** `Cập nhật lúc 20:01 ngày 23/11/2026`, or that it is old or final. */
  readonly fresh: string
  /** Must not look current. */
  readonly late: boolean
  /** What a screen reader says. */
  readonly title: string
}

/** The hub's word on a release and a reader's clock may differ by so much. */
const TOLERANCE_MS = 120_000

function badgeText(agency: AgencyScore, snapshot: Snapshot, { lang, now }: BadgeLook): BadgeText {
  const words = badgeWords(lang)
  const score = agency.score === null ? null : tenths(agency.score, lang)
  const tier = snapshot.tiers.find(t => t.id === agency.tier)?.name[lang] ?? ''
  const early = agency.state === 'provisional' ? words.provisional : ''
  const rank = agency.rank === null ? early : `${words.rank} ${agency.rank}/${agency.of ?? agency.rank}`
  const hidden = agency.state === 'suppressed' ? words.suppressed : words.noData
  const late = !snapshot.final && now !== undefined && now - snapshot.at > snapshot.ttl * 1000 + TOLERANCE_MS
  const at = agency.at ?? snapshot.at
  const day = `${words.on} ${date(at)}`
  const fresh = snapshot.final
    ? `${words.final} ${day}`
    : `${late ? words.staleSince : words.updatedAt} ${time(at)} ${day}`
  const last = agency.trend.at(-1)
  const corrected =
    last?.corrected && last.score === agency.score ? `${words.corrected}: ${last.corrected}` : ''
  const parts = [score ?? hidden, tier, rank, fresh, corrected, snapshot.sample ? words.sample : '']
  const title = `${agency.name[lang]}: ${parts.filter(Boolean).join(', ')}`
  return { score, hidden, tier, rank, fresh, late, title }
}

const tenths = (score: number, lang: Language): string =>
  `${Math.floor(score / 10)}${lang === 'vi' ? ',' : '.'}${score % 10}`

/** `20:01`, in the campaign's zone. */
const time = (at: number): string =>
  new Date(at + CAMPAIGN_UTC_OFFSET_MIN * MINUTE_MS).toISOString().slice(11, 16)

/** `23/11/2026`, in the campaign's zone. */
const date = (at: number): string => dayOf(at).split('-').reverse().join('/')

const svg = (width: number, height: number, title: string, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui,'Segoe UI','Noto Sans',Arial,sans-serif"><title>${escaped(title)}</title>${parts.join('')}</svg>`

const shorten = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name

/** A long text is squeezed rather than cut off by the edge. */
const squeeze = (text: string, most: number): string =>
  text.length > most ? ' textLength="212" lengthAdjust="spacingAndGlyphs"' : ''

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
