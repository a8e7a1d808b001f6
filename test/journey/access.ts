// What the rules of axe find on a page, in any browser's page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules that are broken, and where; none is what a page owes. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate<string[]>(
    'axe.run().then(r => r.violations.map(v => v.id + " " + v.nodes.map(n => n.target)))',
  )
}
