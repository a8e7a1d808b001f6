// What the builder works with, on the server and in the browser: agencies, blocks, published scripts, and the hub's address.
import { LEVELS, type Level } from '../../../shared/wire/campaign.ts'
import type { Page, PageFrame } from '../../../shared/wire/page.ts'
import type { Addressed } from '../links.ts'

export type Wish = Extract<Page, { page: 'builder' }>

/** Every page's frame is one; the browser gets only this much of it. */
export interface Bench extends Addressed, Pick<PageFrame, 'scripts' | 'campaigns'> {
  readonly bundle: Addressed['bundle'] & {
    readonly agencies: readonly Pick<
      PageFrame['bundle']['agencies'][number],
      'id' | 'name' | 'level' | 'block'
    >[]
    readonly blocks: PageFrame['bundle']['blocks']
  }
}

/** A choice was made: only in the browser. An empty text is no wish. */
export type Choose = (change: Readonly<Record<string, string>>) => void

export type Chosen = Bench['bundle']['agencies'][number]

/** What a ranking shows: a block, or a whole level where the block is empty. */
export function rankingOf(
  { bundle }: Bench,
  { ranking }: Wish,
  chosen: Chosen,
): { readonly level: Level; readonly block: string } {
  const level = LEVELS.find(one => one === ranking)
  if (level) return { level, block: '' }
  const block = bundle.blocks.find(one => one.id === (ranking || chosen.block))
  return block ? { level: block.level, block: block.id } : chosen
}

/** As text that stands inside a page: a `<` in a name ends no script. */
export function benchText({ hub, lang, usual, bundle, scripts, campaigns }: Bench, wish: Wish): string {
  const agencies = bundle.agencies.map(({ id, name, level, block }) => ({ id, name, level, block }))
  const bench = {
    hub,
    lang,
    usual,
    scripts,
    campaigns: campaigns?.map(({ id, number, name }) => ({ id, number, name })),
    bundle: { campaign: { id: bundle.campaign.id }, blocks: bundle.blocks, agencies },
  }
  return JSON.stringify({ bench, wish }).replaceAll('<', '\\u003c')
}
