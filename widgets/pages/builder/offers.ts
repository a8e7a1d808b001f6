// What is chosen → the snippets that the builder offers for it: for each system only those that live there.

import { builderWords } from '../../../shared/text/builder.ts'
import { words } from '../../../shared/text/ui.ts'
import type { Cms } from '../../../shared/wire/page.ts'
import {
  elementSnippet,
  frameSnippet,
  heightSnippet,
  imageSnippet,
  oembedAddress,
  pngSnippet,
  type SnippetWish,
} from '../snippets.ts'
import { type Bench, type Chosen, rankingOf, type Wish } from './builder-data.ts'

const MAKERS = {
  image: imageSnippet,
  png: pngSnippet,
  element: elementSnippet,
  frame: frameSnippet,
  height: ({ hub }: SnippetWish) => heightSnippet(hub),
  oembed: oembedAddress,
} as const
type OfferId = keyof typeof MAKERS

const IMAGES = ['image', 'png'] as const
const SCRIPTED = [...IMAGES, 'element', 'frame', 'height'] as const
/** NukeViet takes every script out; only WordPress, and systems that we do not know, ask for oEmbed. */
const OFFERED: Readonly<Record<Cms, readonly OfferId[]>> = {
  nukeviet: [...IMAGES, 'frame'],
  sharepoint: SCRIPTED,
  liferay: SCRIPTED,
  dnn: SCRIPTED,
  wordpress: [...SCRIPTED, 'oembed'],
  joomla: SCRIPTED,
  html: [...SCRIPTED, 'oembed'],
}

export interface Offer {
  readonly id: OfferId
  readonly code: string
}

/** The snippets for a CMS, the best first, with what was chosen. */
export function offersFor(bench: Bench, wish: Wish, chosen: Chosen): readonly Offer[] {
  const told = snippetWish(bench, wish, chosen)
  return OFFERED[wish.cms].map(id => ({ id, code: MAKERS[id](told) }))
}

function snippetWish(bench: Bench, wish: Wish, chosen: Chosen): SnippetWish {
  const { hub, scripts = [], bundle } = bench
  const { show, theme, size, trust, speaks: lang, campaign } = wish
  const { level, block } = rankingOf(bench, wish, chosen)
  const name = bundle.blocks.find(one => one.id === block)?.name[lang] ?? words(lang).levels[level]
  const link = `${builderWords(lang).boardLink}: ${name}`
  const [newest] = trust === 'rolling' ? [] : scripts
  const script = newest && { ...newest, own: trust === 'own' }
  const alt = words(lang).badgeAlt(chosen.name[lang])
  return {
    ...{ hub, agency: chosen.id, lang, alt, show, theme, size, block: { level, block, link } },
    ...(campaign && { campaign }),
    ...(script && { script }),
  }
}
