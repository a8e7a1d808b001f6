// What a link to a page of ours looks like in Zalo, Facebook or a chat: 1200 × 630, as SVG text. Pure.
import type { Language } from '../../shared/core/language.ts'
import { socialCardWords } from '../../shared/text/social-card.ts'
import type { AgencyScore, Snapshot } from '../../shared/wire/snapshot.ts'

/** Pages with a picture of their own; an agency has one as well. */
export const POSTERS = ['board', 'how', 'builder'] as const
export type Poster = (typeof POSTERS)[number]

const LONGEST_LINE = 34
const LINES = 2

/** The picture of an agency's page: its released score, never more. */
export function agencyPoster(agency: AgencyScore, snapshot: Snapshot, lang: Language): string {
  const words = socialCardWords(lang)
  const tier = snapshot.tiers.find(one => one.id === agency.tier)?.name[lang] ?? ''
  const rank = agency.rank === null ? '' : `${words.rank} ${agency.rank}/${agency.of ?? agency.rank}`
  const state = agency.state === 'suppressed' ? words.suppressed : words.noData
  return sheet(snapshot, lang, [
    ...lines(agency.name[lang]).map((line, i) =>
      text({ x: 72, y: 230 + i * 66, size: 52, weight: 700 }, line, INK),
    ),
    agency.score === null
      ? text({ x: 72, y: 460, size: 64 }, state, SOFT)
      : text({ x: 72, y: 490, size: 150, weight: 700 }, points(agency.score, lang), ACCENT),
    text({ x: 520, y: 430, size: 52, weight: 700 }, tier, INK),
    text({ x: 520, y: 492, size: 44 }, rank, SOFT),
  ])
}

/** The picture of another page; the scoreboard's names the first of each block. */
export function pagePoster(poster: Poster, snapshot: Snapshot, lang: Language): string {
  const first = poster === 'board' ? snapshot.agencies.filter(one => one.rank === 1).slice(0, 4) : []
  return sheet(snapshot, lang, [
    text({ x: 72, y: 250, size: 72, weight: 700 }, socialCardWords(lang)[poster], INK),
    ...first.map((one, i) =>
      text(
        { x: 72, y: 335 + i * 54, size: 38 },
        `1. ${one.name[lang]}  ${points(one.score ?? 0, lang)}`,
        SOFT,
      ),
    ),
  ])
}

const [INK, SOFT, ACCENT] = ['#14262b', '#4a5d63', '#0b6470'] as const

function sheet(snapshot: Snapshot, lang: Language, parts: readonly string[]): string {
  const words = socialCardWords(lang)
  const day = snapshot.day.split('-').reverse().join('/')
  const said = snapshot.sample ? `${words.product} · ${words.sample}` : words.product
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="#fff"/><rect width="1200" height="14" fill="${ACCENT}"/><rect x="72" y="62" width="64" height="64" rx="14" fill="${ACCENT}"/><path d="M80 96h12l6-16 10 30 8-22 4 8h8" fill="none" stroke="#fff" stroke-width="5"/>${text({ x: 160, y: 110, size: 44, weight: 700 }, said, INK)}${parts.join('')}${text({ x: 72, y: 572, size: 28 }, words.movement, SOFT)}${text({ x: 72, y: 606, size: 24 }, `${words.asOf} ${day}`, SOFT)}</svg>`
}

/** Where a line of text stands, and how large and heavy it is. Pixels. */
interface TextLine {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight?: 400 | 700
}

const text = ({ x, y, size, weight = 400 }: TextLine, said: string, fill: string): string =>
  said &&
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(said)}</text>`

/** A long name on two lines; what does not fit there either ends in an ellipsis. */
function lines(name: string): readonly string[] {
  const all: string[] = ['']
  for (const word of name.split(' ')) {
    const last = all.length - 1
    const longer = `${all[last] ?? ''} ${word}`.trim()
    if (longer.length <= LONGEST_LINE) all[last] = longer
    else all.push(word)
  }
  if (all.length <= LINES) return all
  return [...all.slice(0, LINES - 1), `${all[LINES - 1] ?? ''}…`]
}

const points = (score: number, lang: Language): string =>
  `${Math.floor(score / 10)}${lang === 'vi' ? ',' : '.'}${score % 10}`

const escaped = (said: string): string =>
  said.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
