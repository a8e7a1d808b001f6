// Seen: a person's own diary. Everything here is theirs alone, and is there without a network.

import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { dayText } from '../../../shared/ui/format.ts'
import { Heading } from '../Heading.tsx'
import type { LanguageModel } from '../language.ts'
import { Mine } from '../MyWeek.tsx'
import { refusalText } from '../refusal.ts'
import { DayBars } from './DayBars.tsx'
import { DayTable } from './DayTable.tsx'
import { SPANS } from './date-ranges.ts'
import { Files, Leaving } from './ExportAndErase.tsx'
import { HeatMap } from './HeatMap.tsx'
import { HubHoldings } from './HubHoldings.tsx'
import type { DiaryModel } from './model.ts'

interface Part {
  readonly model: DiaryModel
  readonly language: Language
}

export function Diary({ model, lang }: { model: DiaryModel; lang: LanguageModel }) {
  const language = lang.language.value
  const texts = textsOf(language)
  return (
    <main lang={language}>
      <Heading
        title={texts.diary.title}
        sample={model.own.value.bundle.sample}
        language={language}
        lang={lang}
      />
      <p class="faint">{texts.diary.lead}</p>
      <Said model={model} language={language} />
      <Mine criteria={model.criteria.value} today={model.today.value} language={language} />
      <Stretch model={model} language={language} />
      <Files model={model} language={language} />
      <HubHoldings model={model} language={language} />
      <Leaving model={model} language={language} />
    </main>
  )
}

/** What has just been done, or why not. */
function Said({ model, language }: Part) {
  const { diary, supportDetail } = textsOf(language)
  const [refused, done] = [model.refused.value, model.done.value]
  return (
    <>
      <div role="alert">{refused && <p class="trouble">{refusalText(refused, language)}</p>}</div>
      {refused && (
        <details>
          <summary>{supportDetail}</summary>
          <p lang="en">
            {refused.why}: {refused.detail}
          </p>
        </details>
      )}
      <div role="status">{done && <p class="done">{diary.done[done]}</p>}</div>
    </>
  )
}

function Stretch({ model, language }: Part) {
  const { diary } = textsOf(language)
  const days = model.shown.value
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? '']
  return (
    <section class="stretch">
      <h2>{first === last ? dayText(first) : `${dayText(first)} – ${dayText(last)}`}</h2>
      <fieldset class="row spans">
        <legend class="unseen">{diary.spanLabel}</legend>
        {SPANS.map(span => (
          <button
            key={span}
            type="button"
            name={span}
            aria-pressed={span === model.span.value}
            onClick={() => model.show(span)}
          >
            {diary.spans[span]}
          </button>
        ))}
        <button type="button" name="earlier" onClick={() => model.move(-1)}>
          ‹ {diary.earlier}
        </button>
        <button
          type="button"
          name="now"
          disabled={days.some(one => one.day === model.today.value)}
          onClick={() => model.goTo(model.today.value)}
        >
          {diary.now}
        </button>
        <button type="button" name="later" disabled={last >= model.today.value} onClick={() => model.move(1)}>
          {diary.later} ›
        </button>
      </fieldset>
      <DayBars
        days={model.days.value}
        rows={model.rows.value}
        needed={model.own.value.bundle.campaign.score.qualifyingSeconds}
        nameOf={id => model.nameOf(id, language)}
        language={language}
      />
      {days.length > 1 && <HeatMap days={days} language={language} />}
      <DayTable model={model} language={language} />
    </section>
  )
}
