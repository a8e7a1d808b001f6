// The snippets to copy: image, PNG, element, frame and oEmbed address, and the lines for a strict site.
import type { ComponentChildren } from 'preact'
import { builderWords } from '../../../shared/text/builder.ts'
import { words } from '../../../shared/text/ui.ts'
import { untranslated } from '../../../shared/ui/no-translate.ts'
import { linksOf } from '../links.ts'
import { policyLines } from '../snippets.ts'
import type { Bench, Wish } from './builder-data.ts'
import { Copy } from './CopyButton.tsx'
import { offersFor } from './offers.ts'
import type { ChosenProps } from './Preview.tsx'

interface SnippetsProps extends ChosenProps {
  /** Does a button to copy work here? */
  readonly copies: boolean
}

/** The snippets that the chosen CMS lets through, the best first. */
export function Snippets({ bench, wish, chosen, copies }: SnippetsProps) {
  const { lang, hub } = bench
  const said = words(lang)
  const { more, notOffered } = builderWords(lang)
  const texts = { ...said.rungs, ...more }
  const offers = offersFor(bench, wish, chosen)
  const rungs: readonly (RungProps & { readonly id: string })[] = [
    ...offers.map(({ id, code }) => ({
      ...{ id, ...texts[id], code },
      ...(id === 'element' && { children: <TrustPart bench={bench} wish={wish} /> }),
    })),
    { id: 'policy', name: said.cspTitle, hint: said.cspHint, code: policyLines(hub) },
  ].map(one => ({ ...one, copies }))
  return (
    <>
      {!copies && <p class="meta">{said.copyHint}</p>}
      {wish.cms === 'nukeviet' && <p class="meta">{notOffered}</p>}
      {rungs.map(one => (
        <Rung key={one.id} {...one} />
      ))}
    </>
  )
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
  readonly copies: boolean
  readonly children?: ComponentChildren
}

const Rung = ({ id, name, hint, code, copies, children }: RungProps) => (
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
    {copies && <Copy of={`${id}-code`} name={name} />}
    {children}
  </section>
)
