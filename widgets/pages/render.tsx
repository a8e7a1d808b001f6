// The door of the pages: a page and its frame → a whole HTML document. Built to one plain module that the hub loads.
import { renderToString } from 'preact-render-to-string'
import { LanguageContext } from '../../shared/ui/language-context.ts'
import type { BuiltPages, Page, PageFrame } from '../../shared/wire/page.ts'
import { Agency } from './agency/Agency.tsx'
import { Scoreboard } from './board/Scoreboard.tsx'
import { Builder } from './builder/Builder.tsx'
import { EmbedBoard, EmbedTicker } from './embed/EmbedBoard.tsx'
import { EmbedScore } from './embed/EmbedScore.tsx'
import { EmbedTargets } from './embed/EmbedTargets.tsx'
import { EmbedTrend } from './embed/EmbedTrend.tsx'
import { How } from './how/How.tsx'
import { FRAME_STYLE, PAGE_STYLE } from './styles.ts'
import { Webmasters } from './Webmasters.tsx'

export const styles: BuiltPages['styles'] = [PAGE_STYLE, FRAME_STYLE]

export const render: BuiltPages['render'] = (page, frame) =>
  `<!doctype html>\n${renderToString(<LanguageContext.Provider value={frame.lang}>{draw(page, frame)}</LanguageContext.Provider>)}\n`

function draw(page: Page, frame: PageFrame) {
  switch (page.page) {
    case 'scoreboard':
      return <Scoreboard frame={frame} wish={page} />
    case 'agency':
      return <Agency frame={frame} agency={page.agency} />
    case 'how':
      return <How frame={frame} />
    case 'builder':
      return <Builder frame={frame} wish={page} />
    case 'webmasters':
      return <Webmasters frame={frame} />
    case 'embed':
      return embed(page, frame)
  }
}

function embed(page: Extract<Page, { page: 'embed' }>, frame: PageFrame) {
  switch (page.embed) {
    case 'score':
      return <EmbedScore frame={frame} agency={page.agency} theme={page.theme} />
    case 'trend':
      return <EmbedTrend frame={frame} agency={page.agency} theme={page.theme} />
    case 'targets':
      return <EmbedTargets frame={frame} agency={page.agency} theme={page.theme} />
    case 'board':
      return <EmbedBoard frame={frame} level={page.level} block={page.block} theme={page.theme} />
    case 'ticker':
      return <EmbedTicker frame={frame} level={page.level} block={page.block} theme={page.theme} />
  }
}
