// Seen: the few things that a person may set, and what support may be given.

import { EXACT_DAYS } from '../../../shared/core/exact-times.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { timeText } from '../../../shared/ui/format.ts'
import { LanguageContext, useLanguage } from '../../../shared/ui/language-context.ts'
import { Heading } from '../Heading.tsx'
import type { LanguageModel } from '../language.ts'
import { refusalText } from '../refusal.ts'
import type { HostRow } from './hosts-model.ts'
import type { OptionsModel } from './model.ts'

interface Props {
  readonly model: OptionsModel
}

/** The few things that a person may set. */
export function Options({ model, lang }: { model: OptionsModel; lang: LanguageModel }) {
  const language = lang.language.value
  const texts = textsOf(language)
  const refused = model.refused.value
  return (
    <LanguageContext.Provider value={language}>
      <main lang={language}>
        <Heading title={texts.options.title} sample={model.sample} choose={lang.choose} />
        <div role="alert">{refused && <p class="trouble">{refusalText(refused, language)}</p>}</div>
        <SecondBrowser model={model} />
        <Reminders model={model} />
        <ExactTimes model={model} />
        <Hub model={model} />
        <Hosts model={model} />
        <Support model={model} />
        <p>
          <a href="/welcome.html">{texts.popup.privacy}</a>
        </p>
      </main>
    </LanguageContext.Provider>
  )
}

function SecondBrowser({ model }: Props) {
  const language = useLanguage()
  const { options } = textsOf(language)
  const link = model.link.value
  return (
    <section>
      <h2>{options.secondTitle}</h2>
      <p>{model.joined ? options.secondLead : options.joinFirst}</p>
      {model.joined && (
        <p>
          <button type="button" name="link" disabled={model.busy.value} onClick={model.addBrowser}>
            {options.makeCode}
          </button>
        </p>
      )}
      <div role="status">
        {link && (
          <p class="done">
            <strong class="code">{link.code}</strong> {options.codeUntil(timeText(link.expiresAt))}
          </p>
        )}
      </div>
    </section>
  )
}

function ExactTimes({ model: { exactTimes } }: Props) {
  const { options } = textsOf(useLanguage())
  return (
    <section class="apart">
      <h2>{options.exactTitle}</h2>
      <p>{options.exactLead}</p>
      <fieldset class="choices">
        <legend>{options.exactQuestion}</legend>
        {EXACT_DAYS.map(days => (
          <label key={days}>
            <input
              type="radio"
              name="exact"
              value={days}
              checked={exactTimes.days.value === days}
              onChange={() => exactTimes.choose(days)}
            />
            {options.exactDays(days)}
          </label>
        ))}
      </fieldset>
    </section>
  )
}

function Reminders({ model: { reminders } }: Props) {
  const language = useLanguage()
  const { options } = textsOf(language)
  if (!reminders) return null
  const on = reminders.on.value
  return (
    <section class="apart">
      <h2>{options.remindTitle}</h2>
      <p>{options.remindLead}</p>
      <p role="status">
        {on ? options.reminding : options.notReminding} {reminders.refused.value && options.remindRefused}
      </p>
      <p>
        <button type="button" name="remind" onClick={reminders.turn}>
          {on ? options.remindOff : options.remindOn}
        </button>
      </p>
    </section>
  )
}

function Hub({ model }: Props) {
  const language = useLanguage()
  const { options, welcome } = textsOf(language)
  return (
    <section class="apart">
      <h2>{welcome.hub}</h2>
      <p>
        {model.hubUrl ? <code>{model.hubUrl}</code> : options.noHub}
        {model.hubLocked && ` (${welcome.hubLocked})`}
      </p>
      <p class="faint">{options.hubHint}</p>
    </section>
  )
}

function Hosts({ model }: Props) {
  const language = useLanguage()
  const { options } = textsOf(language)
  const rows = model.rows.value
  const missing = rows.filter(row => row.state !== 'granted')
  return (
    <section class="apart">
      <h2>{options.hostsTitle}</h2>
      <p role="status">{options.hostsSeen(rows.length - missing.length, rows.length)}</p>
      <ul class="hosts">
        {missing.map(row => (
          <HostItem key={row.host} row={row} model={model} />
        ))}
      </ul>
    </section>
  )
}

function HostItem({ row, model }: Props & { row: HostRow }) {
  const language = useLanguage()
  const { options } = textsOf(language)
  return (
    <li>
      {row.name[language]} ({row.host}): {options.hostStates[row.state]}{' '}
      <button
        type="button"
        aria-label={options.allowHost(row.name[language])}
        onClick={() => model.allow(row.host)}
      >
        {options.allow}
      </button>
    </li>
  )
}

function Support({ model }: Props) {
  const language = useLanguage()
  const { options } = textsOf(language)
  const copied = model.copied.value
  return (
    <section class="apart">
      <h2>{options.supportTitle}</h2>
      <p>{options.supportLead}</p>
      <label class="field wide">
        <span>{options.supportLabel}</span>
        <textarea
          name="diagnostics"
          readOnly
          rows={14}
          lang="en"
          value={model.diagnostics.value}
          onFocus={event => event.currentTarget.select()}
        />
      </label>
      <p>
        <button type="button" name="copy" onClick={model.copyDiagnostics}>
          {options.copy}
        </button>
      </p>
      <div role="status">{copied && <p class="done">{options.copied[copied]}</p>}</div>
    </section>
  )
}
