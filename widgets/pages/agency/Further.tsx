// Where an agency's page leads: how the score is counted, the embed codes, the scoreboard.
import { builderWords } from '../../../shared/text/builder.ts'
import { words } from '../../../shared/text/ui.ts'
import type { PageFrame } from '../../../shared/wire/page.ts'
import type { AgencyScore } from '../../../shared/wire/snapshot.ts'
import { linksOf } from '../links.ts'

export interface FurtherProps {
  readonly frame: PageFrame
  readonly cell: AgencyScore
}

/** The widgets of one agency. */
const SHOWN = ['score', 'trend', 'targets'] as const

/** Where to go from an agency’s page: snippets, data, how it is counted. */
export function Further({ frame, cell }: FurtherProps) {
  const said = words(frame.lang)
  const links = linksOf(frame)
  return (
    <section aria-labelledby="counted" class="panel">
      <h2 id="counted">{said.how}</h2>
      <p>{said.howShort}</p>
      <ul class="links">
        <li>
          <a href={links.how()}>{said.howLink}</a>
        </li>
        <li>
          {said.embedThis}:{' '}
          {SHOWN.map((show, i) => (
            <>
              {i > 0 && ' · '}
              <a key={show} href={links.builder(cell.id, show)}>
                {builderWords(frame.lang).shows[show]}
              </a>
            </>
          ))}
        </li>
        <li>
          <a href={links.board(cell.level, cell.block)}>{said.backToBoard}</a>
        </li>
      </ul>
    </section>
  )
}
