// The snippets to copy: image, PNG, element, frame and oEmbed address, and the lines for a strict site.
import type { ComponentChildren } from 'preact'
import { words } from '../../shared/ui/text/words.ts'
import { untranslated } from '../../shared/ui/untranslated.ts'
import type { BothLanguages } from '../../shared/wire/parse.ts'
import type { Bench, Wish } from './bench.ts'
import { builderWords } from './builder-words.ts'
import { Copy } from './Copy.tsx'
import { linksOf } from './links.ts'
import type { ChosenProps } from './Preview.tsx'
import {
  elementSnippet,
  frameSnippet,
  heightSnippet,
  imageSnippet,
  oembedAddress,
  pngSnippet,
  policyLines,
  type SnippetWish,
} from './snippets.ts'

interface SnippetsProps extends ChosenProps {
  /** Does a button to copy work here? */
  readonly copies: boolean
}

export function Snippets({ bench, wish, chosen, copies }: SnippetsProps) {
  const { lang, hub } = bench
  const said = words(lang)
  const { more } = builderWords(lang)
  const told = snippetWish(bench, wish, chosen)
  const rungs: readonly (RungProps & { readonly id: string })[] = [
    { id: 'image', ...said.rungs.image, code: imageSnippet(told) },
    { id: 'png', ...more.png, code: pngSnippet(told) },
    {
      id: 'element',
      ...said.rungs.element,
      code: elementSnippet(told),
      children: <TrustPart bench={bench} wish={wish} />,
    },
    { id: 'frame', ...said.rungs.frame, code: frameSnippet(told) },
    { id: 'height', ...more.height, code: heightSnippet(hub) },
    { id: 'oembed', ...more.oembed, code: oembedAddress(told) },
    { id: 'policy', name: said.cspTitle, hint: said.cspHint, code: policyLines(hub) },
  ].map(one => ({ ...one, lang, copies }))
  return (
    <>
      <p class="meta">{said.copyHint}</p>
      {rungs.map(one => (
        <Rung key={one.id} {...one} />
      ))}
    </>
  )
}

function snippetWish(
  { lang, hub, scripts = [], bundle }: Bench,
  { show, theme, size, trust }: Wish,
  chosen: {
    readonly id: string
    readonly name: BothLanguages
    readonly level: string
    readonly block: string
  },
): SnippetWish {
  const { boardLink } = builderWords(lang)
  const name = bundle.blocks.find(one => one.id === chosen.block)?.name[lang]
  const link = name ? `${boardLink}: ${name}` : boardLink
  const block = { level: chosen.level, block: chosen.block, link }
  const [newest] = trust === 'rolling' ? [] : scripts
  const script = newest && { ...newest, own: trust === 'own' }
  const alt = words(lang).badgeAlt(chosen.name[lang])
  return { ...{ hub, agency: chosen.id, lang, alt, show, theme, size, block }, ...(script && { script }) }
}

/** What the chosen level of trust means, and where its file is. */
function TrustPart({ bench, wish: { trust } }: { readonly bench: Bench; readonly wish: Wish }) {
  const said = builderWords(bench.lang)
  const [newest] = bench.scripts ?? []
  const links = linksOf(bench)
  return (
    <p>
      {said.trusts[trust]}: {said.trustHints[trust]}{' '}
      {trust === 'own' && newest && (
        <a href={links.ownCopy(newest.version)}>{said.download(newest.version)}</a>
      )}{' '}
      <a href={links.webmasters()}>{said.webmasters.title}</a>
    </p>
  )
}

interface RungProps {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly code: string
  readonly lang: Bench['lang']
  readonly copies: boolean
  readonly children?: ComponentChildren
}

const Rung = ({ id, name, hint, code, lang, copies, children }: RungProps) => (
  <section aria-labelledby={`${id}-name`} class="panel">
    <h2 id={`${id}-name`}>{name}</h2>
    <p id={`${id}-hint`}>{hint}</p>
    <textarea
      id={`${id}-code`}
      readOnly
      rows={4}
      spellcheck={false}
      {...untranslated}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-hint`}
      value={code}
    />
    {copies && <Copy of={`${id}-code`} name={name} lang={lang} />}
    {children}
  </section>
)
