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
    ...lines(agency.name[lang]).map((line, i) => text(72, 230 + i * 66, 52, line, INK, 700)),
    agency.score === null
      ? text(72, 460, 64, state, SOFT)
      : text(72, 490, 150, points(agency.score, lang), ACCENT, 700),
    text(520, 430, 52, tier, INK, 700),
    text(520, 492, 44, rank, SOFT),
  ])
}

/** The picture of another page; the scoreboard's names the first of each block. */
export function pagePoster(poster: Poster, snapshot: Snapshot, lang: Language): string {
  const first = poster === 'board' ? snapshot.agencies.filter(one => one.rank === 1).slice(0, 4) : []
  return sheet(snapshot, lang, [
    text(72, 250, 72, socialCardWords(lang)[poster], INK, 700),
    ...first.map((one, i) =>
      text(72, 335 + i * 54, 38, `1. ${one.name[lang]}  ${points(one.score ?? 0, lang)}`, SOFT),
    ),
  ])
}

const [INK, SOFT, ACCENT] = ['#14262b', '#4a5d63', '#0b6470'] as const

function sheet(snapshot: Snapshot, lang: Language, parts: readonly string[]): string {
  const words = socialCardWords(lang)
  const day = snapshot.day.split('-').reverse().join('/')
  const said = snapshot.sample ? `${words.product} · ${words.sample}` : words.product
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="#fff"/><rect width="1200" height="14" fill="${ACCENT}"/><rect x="72" y="62" width="64" height="64" rx="14" fill="${ACCENT}"/><path d="M80 96h12l6-16 10 30 8-22 4 8h8" fill="none" stroke="#fff" stroke-width="5"/>${text(160, 110, 44, said, INK, 700)}${parts.join('')}${text(72, 572, 28, words.movement, SOFT)}${text(72, 606, 24, `${words.asOf} ${day}`, SOFT)}</svg>`
}

const text = (x: number, y: number, size: number, said: string, fill: string, weight = 400): string =>
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
