// The ranking of a level or a block as a table on any web page; a table for each block.
import { scoreText } from '../../shared/ui/format.ts'
import type { AgencyScore } from '../../shared/wire/snapshot.ts'
import { countAt, slugAt } from './attributes.ts'
import { tierName } from './card-text.ts'
import { el, figure, link, rowHead } from './el.ts'
import { type Drawing, LiveElement, type Routes, type Shown } from './element.ts'
import { foot, framed } from './frame.ts'
import { englishOnly } from './lang-param.ts'
import { blocksOf } from './rows.ts'

const LIMIT = 10

/** `<nhipso-board level="province|commune" block="" limit="10">`: `limit` rows of each block. */
export class NhipsoBoard extends LiveElement {
  protected address(at: Routes, campaign: string | undefined): string {
    return at.scores({ campaign, level: this.#level(), block: slugAt(this, 'block') })
  }

  protected draw(shown: Shown): Drawing | null {
    const level = this.#level()
    const blocks = blocksOf(shown.release, level, slugAt(this, 'block'))
    if (!blocks.length) return null
    const limit = countAt(this, 'limit', LIMIT, 200)
    const { at, words, lang } = shown
    const root = framed(shown, words[level], at.board({ level, lang: englishOnly(lang) }))
    for (const block of blocks) root.append(table(block.slice(0, limit), shown, words[level]))
    root.append(foot(shown))
    const first = blocks[0]?.[0]
    return { root, spoken: first ? `${words.rank} ${first.rank ?? '–'}: ${first.name[lang]}` : '' }
  }

  #level(): 'province' | 'commune' {
    return slugAt(this, 'level') === 'commune' ? 'commune' : 'province'
  }
}

function table(cells: readonly AgencyScore[], shown: Shown, caption: string): HTMLElement {
  const { words } = shown
  const heads = el('tr')
  for (const text of [words.rank, words.agency, words.points, words.tier]) {
    const cell = el('th', '', text)
    cell.setAttribute('scope', 'col')
    heads.append(cell)
  }
  const body = el('tbody')
  for (const cell of cells) body.append(row(cell, shown))
  return el('table', 'table', el('caption', 'unseen', caption), el('thead', '', heads), body)
}

function row(cell: AgencyScore, { release, lang, words, at }: Shown): HTMLElement {
  const name = rowHead(link('', at.agency(cell.id, englishOnly(lang)), cell.name[lang]))
  const score = cell.score === null ? '–' : scoreText(cell.score, lang)
  const tier = cell.state === 'ranked' ? tierName(release, cell, lang) : words[cell.state]
  return el(
    'tr',
    'row',
    figure('td', 'rank', `${cell.rank ?? '–'}`),
    name,
    figure('td', 'score', score),
    el('td', 'tier', tier),
  )
}
