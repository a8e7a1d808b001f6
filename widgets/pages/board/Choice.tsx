// Which scoreboard: the level as tabs, the block as chips.
import { words } from '../../../shared/text/ui.ts'
import { LEVELS } from '../../../shared/wire/campaign.ts'
import type { Page, PageFrame } from '../../../shared/wire/page.ts'
import { linksOf } from '../links.ts'

export interface ChoiceProps {
  readonly frame: PageFrame
  readonly wish: Extract<Page, { page: 'scoreboard' }>
}

/** Levels and blocks to choose from, as links. */
export function Choice({ frame, wish }: ChoiceProps) {
  const { level, block } = wish
  const said = words(frame.lang)
  const links = linksOf(frame)
  const blocks = frame.bundle.blocks.filter(one => one.level === level)
  const current = (is: boolean) => (is ? 'true' : undefined)
  return (
    <div class="choice">
      <nav class="tabs" aria-label={said.level}>
        {LEVELS.map(one => (
          <a key={one} href={links.board(one, null, wish)} aria-current={current(one === level)}>
            {said.levels[one]}
          </a>
        ))}
      </nav>
      {blocks.length > 1 && (
        <nav class="chips" aria-label={said.block}>
          <a href={links.board(level, null, wish)} aria-current={current(block === null)}>
            {said.allBlocks}
          </a>
          {blocks.map(one => (
            <a key={one.id} href={links.board(level, one.id, wish)} aria-current={current(one.id === block)}>
              {one.name[frame.lang]}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}
