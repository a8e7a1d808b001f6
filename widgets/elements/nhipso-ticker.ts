// The best of each block in a line on any web page. It does not run: nothing moves by itself, and what has no room goes on below.
import { scoreText } from '../../shared/ui/format.ts'
import { countAt, slugAt } from './attributes.ts'
import { el, figure, link } from './el.ts'
import { type Drawing, LiveElement, type Routes, type Shown } from './element.ts'
import { foot, framed } from './frame.ts'
import { englishOnly } from './lang-param.ts'
import { blocksOf } from './rows.ts'

const LIMIT = 3

/** `<nhipso-ticker>`: the first `limit` (3) of each block; `level` and `block` narrow it down. */
export class NhipsoTicker extends LiveElement {
  protected address(at: Routes, campaign: string | undefined): string {
    return at.scores({ campaign, level: slugAt(this, 'level'), block: slugAt(this, 'block') })
  }

  protected draw(shown: Shown): Drawing | null {
    const blocks = blocksOf(shown.release, slugAt(this, 'level'), slugAt(this, 'block'))
    if (!blocks.length) return null
    const { at, words, lang } = shown
    const list = el('ul', 'list')
    let spoken = ''
    for (const block of blocks)
      for (const cell of block.slice(0, countAt(this, 'limit', LIMIT, 20)))
        if (cell.rank !== null && cell.score !== null) {
          const score = scoreText(cell.score, lang)
          spoken ||= `${cell.name[lang]}: ${score}`
          const rank = figure('span', 'rank', `${words.rank} ${cell.rank}/${cell.of}`)
          const item = link(
            '',
            at.agency(cell.id, englishOnly(lang)),
            rank,
            ' ',
            el('span', 'name', cell.name[lang]),
            ' ',
            figure('b', 'score', score),
          )
          list.append(el('li', 'row', item))
        }
    if (!spoken) list.append(el('li', 'note', words['no-data']))
    const root = framed(shown, words.score, at.board({ lang: englishOnly(lang) }))
    root.append(list, foot(shown))
    return { root, spoken }
  }
}
