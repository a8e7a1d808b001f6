// Seen: a person's own diary. Everything here is theirs alone, and is there without a network.

import { textsOf } from '../../../shared/text/extension.ts'
import { dayText } from '../../../shared/ui/format.ts'
import { LanguageContext, useLanguage } from '../../../shared/ui/language-context.ts'
import { Heading } from '../Heading.tsx'
import type { LanguageModel } from '../language.ts'
import { MyWeek } from '../MyWeek.tsx'
import { refusalText } from '../refusal.ts'
import { DayBars } from './DayBars.tsx'
import { DayTable } from './DayTable.tsx'
import { DATE_RANGES } from './date-ranges.ts'
import { EraseSection, ExportSection } from './ExportAndErase.tsx'
import { HeatMap } from './HeatMap.tsx'
import { HubHoldings } from './HubHoldings.tsx'
import type { DiaryModel } from './model.ts'

interface Props {
  readonly model: DiaryModel
}

/** All that this device knows about the person’s own time, and how to take it along or erase it. */
export function Diary({ model, lang }: { model: DiaryModel; lang: LanguageModel }) {
  const language = lang.language.value
  const texts = textsOf(language)
  return (
    <LanguageContext.Provider value={language}>
      <main lang={language}>
        <Heading title={texts.diary.title} sample={model.own.value.bundle.sample} choose={lang.choose} />
        <p class="faint">{texts.diary.lead}</p>
        <OutcomeMessage model={model} />
        <MyWeek criteria={model.criteria.value} today={model.today.value} />
        <ShownDays model={model} />
        <NotCounted />
        <ExportSection model={model} />
        <HubHoldings model={model} />
        <EraseSection model={model} />
      </main>
    </LanguageContext.Provider>
  )
}

/** What earns nothing though a person may be at work: said here, so that nobody looks for it in the figures. */
function NotCounted() {
  const { diary } = textsOf(useLanguage())
  return (
    <details class="apart">
      <summary>{diary.notCountedTitle}</summary>
      <ul>
        {diary.notCounted.map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  )
}

/** What has just been done, or why not. */
function OutcomeMessage({ model }: Props) {
  const language = useLanguage()
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

function ShownDays({ model }: Props) {
  const language = useLanguage()
  const { diary } = textsOf(language)
  const days = model.shown.value
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? '']
  return (
    <section class="stretch">
      <h2>{first === last ? dayText(first) : `${dayText(first)} – ${dayText(last)}`}</h2>
      <fieldset class="row spans">
        <legend class="unseen">{diary.spanLabel}</legend>
        {DATE_RANGES.map(range => (
          <button
            key={range}
            type="button"
            name={range}
            aria-pressed={range === model.range.value}
            onClick={() => model.showRange(range)}
          >
            {diary.spans[range]}
          </button>
        ))}
        <button type="button" name="earlier" onClick={() => model.shift(-1)}>
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
        <button
          type="button"
          name="later"
          disabled={last >= model.today.value}
          onClick={() => model.shift(1)}
        >
          {diary.later} ›
        </button>
      </fieldset>
      <DayBars
        days={model.days.value}
        rows={model.rows.value}
        needed={model.own.value.bundle.campaign.score.qualifyingSeconds}
        nameOf={id => model.nameOf(id, language)}
      />
      {days.length > 1 && <HeatMap days={days} />}
      <DayTable model={model} />
    </section>
  )
}
