// Seen: today's active time by platform, what is being recorded, and the way to pause it.

import type { Language } from '../../../shared/core/language.ts'
import { popupTextsOf } from '../../../shared/text/popup.ts'
import { dayText, durationTextOfMs, instantText, timeText } from '../../../shared/ui/format.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { LanguageChoice } from '../LanguageChoice.tsx'
import type { LanguageModel } from '../language.ts'
import { Mine } from '../MyWeek.tsx'
import { clockText, refusalText } from '../refusal.ts'
import { Standing } from './AgencyScore.tsx'
import type { PopupModel } from './model.ts'
import type { Doing, Overview, PlatformTime } from './today.ts'

export function Popup({ model, lang }: { model: PopupModel; lang: LanguageModel }) {
  const language = lang.language.value
  const overview = model.overview.value
  const texts = popupTextsOf(language)
  const refused = model.refused.value
  return (
    <main lang={language}>
      <header class="bar">
        <h1>{texts.product}</h1>
        <LanguageChoice language={language} choose={lang.choose} />
      </header>
      {overview.sample && <p class="sample">{texts.sample}</p>}
      <div class="columns">
        <div>
          <State doing={overview.doing} model={model} language={language} />
          <Today overview={overview} language={language} />
        </div>
        <div>
          <Mine criteria={overview.criteria} today={overview.day} language={language} />
          <Standing
            standing={overview.standing}
            silent={model.silent.value}
            now={overview.at}
            language={language}
          />
          <Delivery overview={overview} model={model} language={language} />
        </div>
      </div>
      {refused && <p role="alert">{refusalText(refused, language)}</p>}
      <Links overview={overview} language={language} />
    </main>
  )
}

function State({ doing, model, language }: { doing: Doing; model: PopupModel; language: Language }) {
  const { popup } = popupTextsOf(language)
  const kind = doing.on ? (doing.platform ? 'recording' : 'waiting') : 'off'
  return (
    <section class={`state ${kind}`}>
      <p role="status">{doingText(doing, language)}</p>
      {doing.on && <PauseChoice model={model} language={language} />}
      {!doing.on && doing.why === 'paused' && (
        <button type="button" class="main" onClick={model.resume}>
          {popup.resume}
        </button>
      )}
      {!doing.on && doing.why === 'no-permission' && (
        <button type="button" class="main" onClick={model.allow}>
          {popup.allow}
        </button>
      )}
      {!doing.on && doing.why === 'no-consent' && (
        <a class="main" href="/welcome.html" target="_blank" rel="noreferrer">
          {popup.setUp}
        </a>
      )}
    </section>
  )
}

function doingText(doing: Doing, language: Language): string {
  const { state } = popupTextsOf(language).popup
  if (doing.on) return doing.platform ? state.recording(doing.platform[language]) : state.waiting
  if (doing.why !== 'paused') return state[doing.why]
  return doing.until === null ? state.paused : state.pausedUntil(timeText(doing.until))
}

function PauseChoice({ model, language }: { model: PopupModel; language: Language }) {
  const { popup } = popupTextsOf(language)
  return (
    <fieldset class="pause">
      <legend>{popup.pauseLabel}</legend>
      <button type="button" onClick={() => model.pause('15-minutes')}>
        {popup.pause15}
      </button>
      <button type="button" onClick={() => model.pause('hour')}>
        {popup.pauseHour}
      </button>
      <button type="button" onClick={() => model.pause('today')}>
        {popup.pauseToday}
      </button>
    </fieldset>
  )
}

function Today({ overview, language }: { overview: Overview; language: Language }) {
  const { popup } = popupTextsOf(language)
  const rows = shortList(overview.times, popup.others)
  const longest = Math.max(0, ...rows.map(row => row.ms))
  return (
    <section>
      <h2>{popup.today(dayText(overview.day))}</h2>
      <p class="total">
        <span>{popup.total}</span> <strong>{durationTextOfMs(overview.totalMs, language)}</strong>
      </p>
      {overview.times.length === 0 && <p class="faint">{popup.nothing}</p>}
      <ul class="times" aria-label={popup.byPlatform}>
        {rows.map(time => (
          <TimeRow key={time.id} time={time} longest={longest} language={language} />
        ))}
      </ul>
    </section>
  )
}

/** Chrome cuts a popup at 600 px: the longest few, and the rest as one row. */
const ROWS = 5

function shortList(times: readonly PlatformTime[], others: string): readonly PlatformTime[] {
  if (times.length <= ROWS) return times
  const rest = times.slice(ROWS - 1)
  const ms = rest.reduce((sum, time) => sum + time.ms, 0)
  return [...times.slice(0, ROWS - 1), { id: 'others', name: { vi: others, en: others }, ms }]
}

const TimeRow = (props: { time: PlatformTime; longest: number; language: Language }) => (
  <li>
    <span class="name">{props.time.name[props.language]}</span>
    <span class="span">{durationTextOfMs(props.time.ms, props.language)}</span>
    <span class="track" aria-hidden="true">
      <span class="fill" style={{ inlineSize: `${(100 * props.time.ms) / props.longest}%` }} />
    </span>
  </li>
)

function Delivery(props: { overview: Overview; model: PopupModel; language: Language }) {
  const { overview, model, language } = props
  const { popup } = popupTextsOf(language)
  if (!overview.enrolled) return <p class="faint">{popup.notEnrolled}</p>
  const { lastSentAt, trouble } = overview.sync
  return (
    <section class="delivery">
      {trouble && (
        <p class="trouble">
          {trouble.clockDifferenceMs === undefined
            ? popup.trouble[trouble.why]
            : clockText(trouble.clockDifferenceMs, language)}
        </p>
      )}
      <p class="faint">
        {lastSentAt === null ? popup.neverSent : popup.sentAt(instantText(lastSentAt, language))}{' '}
        <button type="button" class="quiet" onClick={model.sendNow}>
          {popup.sendNow}
        </button>
      </p>
    </section>
  )
}

function Links({ overview, language }: { overview: Overview; language: Language }) {
  const { popup } = popupTextsOf(language)
  return (
    <nav>
      {(!overview.enrolled || overview.joinAgain) && <Page to="/welcome.html#join">{popup.enrol}</Page>}
      {overview.enrolled?.mayOpenTeam && <Page to="/team.html">{popup.team}</Page>}
      <Page to="/diary.html">{popup.diary}</Page>
      {overview.enrolled && (
        <Page to={routes(overview.enrolled.hubUrl).board({ lang: language })}>{popup.board}</Page>
      )}
      <Page to="/options.html">{popup.options}</Page>
      <Page to="/welcome.html">{popup.privacy}</Page>
    </nav>
  )
}

const Page = (props: { to: string; children: string }) => (
  <a href={props.to} target="_blank" rel="noreferrer">
    {props.children}
  </a>
)
