// The style sheets inside the pages: each document carries the one of its kind, and the hub's policy names both.
import themeCss from '../../shared/ui/theme.css?inline'
import embedCss from './embed.css?inline'
import pagesCss from './pages.css?inline'

/** Of whole pages. */
export const PAGE_STYLE = themeCss + pagesCss
/** Of iframe pages. */
export const FRAME_STYLE = themeCss + embedCss
