// What the builder works with, on the server and in the browser: agencies, blocks, published scripts, and the hub's address.
import type { Page, PageFrame } from '../../shared/wire/page.ts'
import type { Addressed } from './links.ts'

export type Wish = Extract<Page, { page: 'builder' }>

/** Every page's frame is one; the browser gets only this much of it. */
export interface Bench extends Addressed, Pick<PageFrame, 'scripts'> {
  readonly bundle: Addressed['bundle'] & {
    readonly agencies: readonly Pick<
      PageFrame['bundle']['agencies'][number],
      'id' | 'name' | 'level' | 'block'
    >[]
    readonly blocks: PageFrame['bundle']['blocks']
  }
}

/** A choice was made: only in the browser. */
export type Choose = (change: Readonly<Record<string, string>>) => void

/** As text that stands inside a page: a `<` in a name ends no script. */
export function benchText({ hub, lang, usual, bundle, scripts }: Bench, wish: Wish): string {
  const agencies = bundle.agencies.map(({ id, name, level, block }) => ({ id, name, level, block }))
  const bench = {
    hub,
    lang,
    usual,
    scripts,
    bundle: { campaign: { id: bundle.campaign.id }, blocks: bundle.blocks, agencies },
  }
  return JSON.stringify({ bench, wish }).replaceAll('<', '\\u003c')
}
