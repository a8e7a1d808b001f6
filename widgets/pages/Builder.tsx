// The embed-code builder: choose an agency, copy a snippet. A plain form: it works without JavaScript.

import type { ComponentChildren } from 'preact'
import { words } from '../../shared/ui/text/words.ts'
import { untranslated } from '../../shared/ui/untranslated.ts'
import type { Agency } from '../../shared/wire/campaign.ts'
import type { Page, PageFrame, Trust } from '../../shared/wire/page.ts'
import { builderWords } from './builder-words.ts'
import { Doctor } from './Doctor.tsx'
import { Document } from './Document.tsx'
import { Live } from './Live.tsx'
import { linksOf } from './links.ts'
import { Recipe } from './Recipe.tsx'
import { elementSnippet, frameSnippet, imageSnippet, policyLines, type SnippetWish } from './snippets.ts'

type Wish = Extract<Page, { page: 'builder' }>

export interface BuilderProps {
  readonly frame: PageFrame
  /** Where its agency is null or unknown, the first one stands in. */
  readonly wish: Wish
}

export function Builder({ frame, wish }: BuilderProps) {
  const said = words(frame.lang)
  const { agencies } = frame.bundle
  const chosen = agencies.find(one => one.id === wish.agency) ?? agencies[0]
  return (
    <Document page={wish} frame={frame} title={said.builderTitle} description={said.builderDescription} live>
      <h1>{said.builderTitle}</h1>
      <p class="lead">{said.builderLead}</p>
      <Chooser frame={frame} wish={wish} chosen={chosen?.id ?? null} />
      {chosen && <Codes frame={frame} wish={wish} chosen={chosen} />}
      <Recipe frame={frame} cms={wish.cms} />
      <PolicyPart frame={frame} wish={wish} chosen={chosen?.id ?? null} />
    </Document>
  )
}

interface ChooserProps extends BuilderProps {
  readonly chosen: string | null
}

const Chooser = ({ frame, frame: { lang, bundle }, wish, chosen }: ChooserProps) => (
  <form method="get" action={linksOf(frame, 'vi').builder()} class="chooser">
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
    <Choice name="show" label={builderWords(lang).show} of={builderWords(lang).shows} chosen={wish.show} />
    <Choice
      name="theme"
      label={builderWords(lang).theme}
      of={builderWords(lang).themes}
      chosen={wish.theme}
    />
    <Choice name="cms" label={builderWords(lang).cms} of={builderWords(lang).cmsNames} chosen={wish.cms} />
    <Choice
      name="trust"
      label={builderWords(lang).trust}
      of={builderWords(lang).trusts}
      chosen={wish.trust}
    />
    {lang === 'en' && <input type="hidden" name="lang" value="en" />}
    <button type="submit">{words(lang).showCode}</button>
  </form>
)

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly of: Readonly<Record<string, string>>
  readonly chosen: string
}

const Choice = ({ name, label, of, chosen }: ChoiceProps) => (
  <>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {Object.entries(of).map(([id, text]) => (
        <option key={id} value={id} selected={id === chosen}>
          {text}
        </option>
      ))}
    </select>
  </>
)

/** Asks for the site's policy, and keeps what was chosen above. */
function PolicyPart({ frame, wish, chosen }: ChooserProps) {
  const { lang } = frame
  const said = builderWords(lang)
  const kept = {
    agency: chosen,
    show: wish.show,
    theme: wish.theme,
    cms: wish.cms,
    trust: wish.trust,
    lang: lang === 'en' ? lang : null,
  }
  return (
    <section aria-labelledby="doctor" class="panel">
      <h2 id="doctor">{said.doctor}</h2>
      <p id="doctor-hint">{said.doctorHint}</p>
      <form method="get" action={`${linksOf(frame, 'vi').builder()}#doctor`}>
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <textarea
          name="csp"
          rows={3}
          maxLength={4000}
          spellcheck={false}
          aria-label={said.doctorAsk}
          aria-describedby="doctor-hint"
          {...untranslated}
        >
          {wish.policy ?? ''}
        </textarea>
        <button type="submit">{said.doctor}</button>
      </form>
      {wish.policy && <Doctor frame={frame} policy={wish.policy} />}
    </section>
  )
}

interface CodesProps extends BuilderProps {
  readonly chosen: Agency
}

function Codes({ frame, wish: { show, theme, trust }, chosen }: CodesProps) {
  const { lang, hub } = frame
  const said = words(lang)
  const block = { level: chosen.level, block: chosen.block, link: builderWords(lang).boardLink }
  const alt = said.badgeAlt(chosen.name[lang])
  const [newest] = trust === 'rolling' ? [] : (frame.scripts ?? [])
  const script = newest && { ...newest, own: trust === 'own' }
  const wish: SnippetWish = {
    hub,
    agency: chosen.id,
    lang,
    alt,
    show,
    theme,
    block,
    ...(script && { script }),
  }
  return (
    <>
      <section aria-labelledby="preview" class="panel">
        <h2 id="preview">{said.preview}</h2>
        <Live frame={frame} agency={chosen} />
      </section>
      <p class="meta">{said.copyHint}</p>
      <Rung id="image" {...said.rungs.image} code={imageSnippet(wish)} />
      <Rung id="element" {...said.rungs.element} code={elementSnippet(wish)}>
        <TrustPart frame={frame} trust={trust} />
      </Rung>
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
  readonly children?: ComponentChildren
}

/** What the chosen level of trust means, and where its file is. */
function TrustPart({ frame, trust }: { readonly frame: PageFrame; readonly trust: Trust }) {
  const said = builderWords(frame.lang)
  const [newest] = frame.scripts ?? []
  const links = linksOf(frame)
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

const Rung = ({ id, name, hint, code, children }: RungProps) => (
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
    {children}
  </section>
)
