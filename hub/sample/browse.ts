// `npm start -- --browser`: sample pages under the platforms' names, and a Chromium of its own that finds them.
import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import type { Platform } from '../../shared/wire/campaign.ts'
import { findChromium, NO_CHROMIUM, openChromium } from './chromium.ts'
import { portOf, servePages } from './pages.ts'

export interface Browsing {
  readonly platforms: readonly Platform[]
  readonly scoreboard: string
  /** Folder of the built extension. */
  readonly extension: string
  /** Further arguments for Chromium. */
  readonly extra: readonly string[]
  readonly path: string
}

/** An open browser. */
export interface Opened {
  /** The page that lists the sample platforms. */
  readonly list: string
  readonly close: () => Promise<void>
}

/**
 * Opens a Chromium with the extension and the sample’s platforms; `missing` says what has to be installed or
 * built first.
 */
export async function browse({ path, ...browsing }: Browsing): Promise<Result<Opened, 'missing'>> {
  const command = findChromium(path)
  if (command === null) return fail('missing', NO_CHROMIUM)
  if (!existsSync(browsing.extension))
    return fail('missing', '--browser: the extension is not built: npm start')
  const pages = await servePages(browsing.platforms, browsing.scoreboard)
  const pagesPort = portOf(pages)
  const list = `http://127.0.0.1:${pagesPort}/`
  const browser = openChromium(command, { ...browsing, pagesPort, open: [list, browsing.scoreboard] })
  const close = async () => {
    browser.end()
    await browser.gone
    pages.closeAllConnections()
    pages.close()
  }
  return ok({ list, close })
}
