// "Which system is your site made with?" → what to click there, in its own words.

import { builderWords } from '../../../shared/text/builder.ts'
import { words } from '../../../shared/text/ui.ts'
import type { Cms, PageFrame } from '../../../shared/wire/page.ts'
import type { Rung } from './csp.ts'

/** The snippet that each system takes best. */
const BEST: Readonly<Record<Cms, Rung>> = {
  html: 'element',
  nukeviet: 'image',
  sharepoint: 'frame',
  liferay: 'element',
  dnn: 'element',
  wordpress: 'element',
  joomla: 'element',
}

/** Where to paste it in the chosen CMS, step by step. */
export function Recipe({
  frame: { lang, hub },
  cms,
}: {
  readonly frame: Pick<PageFrame, 'lang' | 'hub'>
  readonly cms: Cms
}) {
  const said = builderWords(lang)
  return (
    <section aria-labelledby="recipe" class="panel">
      <h2 id="recipe">{said.recipe(said.cmsNames[cms])}</h2>
      <p>
        <strong>{said.bestRung(words(lang).rungs[BEST[cms]].name)}</strong>
      </p>
      <ol>
        {said.recipes[cms](new URL(hub).hostname).map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
