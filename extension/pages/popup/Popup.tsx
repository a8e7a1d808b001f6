// Seen: today's active time by platform, what is being recorded, and the way to pause it.

import type { Language } from '../../../shared/core/language.ts'
import { popupTextsOf } from '../../../shared/text/popup.ts'
import { dayText, durationTextOfMs, instantText, timeText } from '../../../shared/ui/format.ts'
import { LanguageContext, useLanguage } from '../../../shared/ui/language-context.ts'
import { elementRoutes } from '../../../shared/wire/element-routes.ts'
import { LanguageChoice } from '../LanguageChoice.tsx'
import type { LanguageModel } from '../language.ts'
import { MyWeek } from '../MyWeek.tsx'
import { clockText, refusalText } from '../refusal.ts'
import { AgencyScore } from './AgencyScore.tsx'
import type { PopupModel } from './model.ts'
import type { Doing, PlatformTime, Today } from './today.ts'

/** Is time being recorded, how is today, what has been sent: what a person wants to know in a second. */
export function Popup({ model, lang }: { model: PopupModel; lang: LanguageModel }) {
  const language = lang.language.value
  const today = model.today.value
  const texts = popupTextsOf(language)
  const refused = model.refused.value
  return (
    <LanguageContext.Provider value={language}>
      <main lang={language}>
        <header class="bar">
          <h1>{texts.product}</h1>
          <LanguageChoice choose={lang.choose} />
        </header>
        {today.sample && <p class="sample">{texts.sample}</p>}
        <div class="columns">
          <div>
            <RecordingState doing={today.doing} model={model} />
            <TodayTimes today={today} />
          </div>
          <div>
            <MyWeek criteria={today.criteria} today={today.day} />
            <AgencyScore published={today.published} silent={model.silent.value} now={today.at} />
            <LastReport today={today} model={model} />
          </div>
        </div>
        {refused && <p role="alert">{refusalText(refused, language)}</p>}
        <Links today={today} />
      </main>
    </LanguageContext.Provider>
  )
}

function RecordingState({ doing, model }: { doing: Doing; model: PopupModel }) {
  const language = useLanguage()
  const { popup } = popupTextsOf(language)
  const kind = doing.on ? (doing.platform ? 'recording' : 'waiting') : 'off'
  return (
    <section class={`state ${kind}`}>
      <p role="status">{doingText(doing, language)}</p>
      {doing.on && <PauseChoice model={model} />}
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

function PauseChoice({ model }: { model: PopupModel }) {
  const language = useLanguage()
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

function TodayTimes({ today }: { today: Today }) {
  const language = useLanguage()
  const { popup } = popupTextsOf(language)
  const rows = shortList(today.times, popup.others)
  const longest = Math.max(0, ...rows.map(row => row.ms))
  return (
    <section>
      <h2>{popup.today(dayText(today.day))}</h2>
      <p class="total">
        <span>{popup.total}</span> <strong>{durationTextOfMs(today.totalMs, language)}</strong>
      </p>
      {today.times.length === 0 && <p class="faint">{popup.nothing}</p>}
      <ul class="times" aria-label={popup.byPlatform}>
        {rows.map(time => (
          <TimeRow key={time.id} time={time} longest={longest} />
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

function TimeRow({ time, longest }: { time: PlatformTime; longest: number }) {
  const language = useLanguage()
  return (
    <li>
      <span class="name">{time.name[language]}</span>
      <span class="span">{durationTextOfMs(time.ms, language)}</span>
      <span class="track" aria-hidden="true">
        <span class="fill" style={{ inlineSize: `${(100 * time.ms) / longest}%` }} />
      </span>
    </li>
  )
}

function LastReport({ today, model }: { today: Today; model: PopupModel }) {
  const language = useLanguage()
  const { popup } = popupTextsOf(language)
  if (!today.enrolled) return <p class="faint">{popup.notEnrolled}</p>
  const { lastSentAt, trouble } = today.sync
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

function Links({ today }: { today: Today }) {
  const language = useLanguage()
  const { popup } = popupTextsOf(language)
  return (
    <nav>
      {(!today.enrolled || today.joinAgain) && <PageLink to="/welcome.html#join">{popup.enrol}</PageLink>}
      {today.enrolled?.mayOpenTeam && <PageLink to="/team.html">{popup.team}</PageLink>}
      <PageLink to="/diary.html">{popup.diary}</PageLink>
      {today.enrolled && (
        <PageLink to={elementRoutes(today.enrolled.hubUrl).board({ lang: language })}>{popup.board}</PageLink>
      )}
      <PageLink to="/options.html">{popup.options}</PageLink>
      <PageLink to="/welcome.html">{popup.privacy}</PageLink>
    </nav>
  )
}

const PageLink = (props: { to: string; children: string }) => (
  <a href={props.to} target="_blank" rel="noreferrer">
    {props.children}
  </a>
)
