// The embed-code builder: choose an agency, copy a snippet. A plain form: it works without JavaScript, and at once with it.

import { builderWords } from '../../../shared/text/builder.ts'
import { words } from '../../../shared/text/ui.ts'
import { untranslated } from '../../../shared/ui/no-translate.ts'
import type { PageFrame } from '../../../shared/wire/page.ts'
import { Document } from '../Document.tsx'
import { linksOf } from '../links.ts'
import { benchText, type Wish } from './builder-data.ts'
import { Doctor } from './Doctor.tsx'
import { Workbench } from './Workbench.tsx'

export interface BuilderProps {
  readonly frame: PageFrame
  readonly wish: Wish
}

/** The page on which a webmaster makes a snippet; it works without script as a form. */
export function Builder({ frame, wish }: BuilderProps) {
  const said = words(frame.lang)
  return (
    <Document page={wish} frame={frame} title={said.builderTitle} description={said.builderDescription} live>
      <h1>{said.builderTitle}</h1>
      <p class="lead">{said.builderLead}</p>
      <div id="workbench">
        <Workbench bench={frame} wish={wish} />
      </div>
      <script
        id="bench"
        type="application/json"
        dangerouslySetInnerHTML={{ __html: benchText(frame, wish) }}
      />
      <script async src={linksOf(frame).builderScript()} />
      <PolicyPart frame={frame} wish={wish} />
    </Document>
  )
}

/** Asks for the site's policy, and keeps what was chosen above. */
function PolicyPart({ frame, wish }: BuilderProps) {
  const { lang } = frame
  const said = builderWords(lang)
  const kept = {
    agency: wish.agency,
    show: wish.show,
    theme: wish.theme,
    size: wish.size,
    cms: wish.cms,
    trust: wish.trust,
    speaks: wish.speaks,
    ranking: wish.ranking,
    campaign: wish.campaign,
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
