// What the snippet will look like, on light and on dark paper: the element itself, live.
import { h } from 'preact'
import { builderWords } from '../../../shared/text/builder.ts'
import { words } from '../../../shared/text/ui.ts'
import type { Theme } from '../../../shared/wire/page.ts'
import { linksOf } from '../links.ts'
import { BADGE_SIZE } from '../snippets.ts'
import { type Bench, type Chosen, rankingOf, type Wish } from './builder-data.ts'

export interface ChosenProps {
  readonly bench: Bench
  readonly wish: Wish
  readonly chosen: Chosen
}

/** The chosen element on light and on dark ground. */
export function Preview({ bench, wish, chosen }: ChosenProps) {
  const { lang } = bench
  const { onLight, onDark } = builderWords(lang)
  const papers = [
    ['light', onLight],
    ['dark', onDark],
  ] as const
  return (
    <section aria-labelledby="preview" class="panel">
      <h2 id="preview">{words(lang).preview}</h2>
      <div class={`papers ${wish.size}`}>
        {papers.map(([paper, name]) => (
          <figure key={paper} class={`paper ${paper}`}>
            <figcaption>{name}</figcaption>
            <Element
              bench={bench}
              wish={wish}
              chosen={chosen}
              theme={wish.theme === 'auto' ? paper : wish.theme}
            />
          </figure>
        ))}
      </div>
    </section>
  )
}

function Element({ bench, wish, chosen, theme }: ChosenProps & { readonly theme: Theme }) {
  const { show, speaks: lang, campaign } = wish
  const links = linksOf({ ...bench, lang })
  const ofBlock = show === 'board' || show === 'ticker'
  const { level, block } = rankingOf(bench, wish, chosen)
  const told = ofBlock ? { level, ...(block && { block }), limit: '5' } : { agency: chosen.id }
  const named = { ...told, ...(campaign && { campaign }) }
  const image = (
    <a href={links.agency(chosen.id)}>
      <img src={links.badge(chosen.id)} {...BADGE_SIZE} alt={words(lang).badgeAlt(chosen.name[lang])} />
    </a>
  )
  const key = `${show} ${lang} ${Object.values(named).join(' ')}`
  const instead = ofBlock ? (
    <a href={links.board(level, block || null)}>{builderWords(lang).boardLink}</a>
  ) : (
    image
  )
  return h(`nhipso-${show}`, { key, ...named, lang, theme }, instead)
}
