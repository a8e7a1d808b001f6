// The embed-code builder: choose an agency, copy a snippet. A plain form: it works without JavaScript.

import { words } from '../../shared/ui/text/words.ts'
import { untranslated } from '../../shared/ui/untranslated.ts'
import type { Agency } from '../../shared/wire/campaign.ts'
import type { PageFrame } from '../../shared/wire/page.ts'
import { Document } from './Document.tsx'
import { Live } from './Live.tsx'
import { linksOf } from './links.ts'
import { elementSnippet, frameSnippet, imageSnippet, policyLines, type SnippetWish } from './snippets.ts'

export interface BuilderProps {
  readonly frame: PageFrame
  /** Null or unknown: the first agency stands in. */
  readonly agency: string | null
}

export function Builder({ frame, agency }: BuilderProps) {
  const said = words(frame.lang)
  const { agencies } = frame.bundle
  const chosen = agencies.find(one => one.id === agency) ?? agencies[0]
  return (
    <Document
      page={{ page: 'builder', agency }}
      frame={frame}
      title={said.builderTitle}
      description={said.builderDescription}
      live
    >
      <h1>{said.builderTitle}</h1>
      <p class="lead">{said.builderLead}</p>
      <Chooser frame={frame} chosen={chosen?.id ?? null} />
      {chosen && <Codes frame={frame} chosen={chosen} />}
    </Document>
  )
}

interface ChooserProps {
  readonly frame: PageFrame
  readonly chosen: string | null
}

const Chooser = ({ frame: { lang, bundle, ...rest }, chosen }: ChooserProps) => (
  <form method="get" action={linksOf({ lang: 'vi', bundle, ...rest }).builder()} class="chooser">
    <label for="agency">{words(lang).chooseAgency}</label>
    <select id="agency" name="agency">
      {bundle.blocks.map(block => (
        <optgroup key={block.id} label={block.name[lang]}>
          {bundle.agencies
            .filter(one => one.block === block.id)
            .map(one => (
              <option key={one.id} value={one.id} selected={one.id === chosen}>
                {one.name[lang]}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
    {lang === 'en' && <input type="hidden" name="lang" value="en" />}
    <button type="submit">{words(lang).showCode}</button>
  </form>
)

interface CodesProps {
  readonly frame: PageFrame
  readonly chosen: Agency
}

function Codes({ frame, chosen }: CodesProps) {
  const { lang, hub } = frame
  const said = words(lang)
  const wish: SnippetWish = { hub, agency: chosen.id, lang, alt: said.badgeAlt(chosen.name[lang]) }
  return (
    <>
      <section aria-labelledby="preview" class="panel">
        <h2 id="preview">{said.preview}</h2>
        <Live frame={frame} agency={chosen} />
      </section>
      <p class="meta">{said.copyHint}</p>
      <Rung id="image" {...said.rungs.image} code={imageSnippet(wish)} />
      <Rung id="element" {...said.rungs.element} code={elementSnippet(wish)} />
      <Rung id="frame" {...said.rungs.frame} code={frameSnippet(wish)} />
      <Rung id="policy" name={said.cspTitle} hint={said.cspHint} code={policyLines(hub)} />
    </>
  )
}

interface RungProps {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly code: string
}

const Rung = ({ id, name, hint, code }: RungProps) => (
  <section aria-labelledby={`${id}-name`} class="panel">
    <h2 id={`${id}-name`}>{name}</h2>
    <p id={`${id}-hint`}>{hint}</p>
    <textarea
      readOnly
      rows={4}
      spellcheck={false}
      {...untranslated}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-hint`}
    >
      {code}
    </textarea>
  </section>
)
