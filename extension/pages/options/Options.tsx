// Seen: the few things that a person may set, and what support may be told.

import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { timeText } from '../../../shared/ui/format.ts'
import { Heading } from '../Heading.tsx'
import type { LanguageModel } from '../language.ts'
import { refusalText } from '../refusal.ts'
import type { HostRow, OptionsModel } from './model.ts'

interface Part {
  readonly model: OptionsModel
  readonly language: Language
}

export function Options({ model, lang }: { model: OptionsModel; lang: LanguageModel }) {
  const language = lang.language.value
  const texts = textsOf(language)
  const refused = model.refused.value
  return (
    <main lang={language}>
      <Heading title={texts.options.title} sample={model.sample} language={language} lang={lang} />
      <div role="alert">{refused && <p class="trouble">{refusalText(refused, language)}</p>}</div>
      <Second model={model} language={language} />
      <Reminders model={model} language={language} />
      <Hub model={model} language={language} />
      <Hosts model={model} language={language} />
      <Support model={model} language={language} />
      <p>
        <a href="/welcome.html">{texts.popup.privacy}</a>
      </p>
    </main>
  )
}

function Second({ model, language }: Part) {
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

function Reminders({ model: { reminders }, language }: Part) {
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

function Hub({ model, language }: Part) {
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

function Hosts({ model, language }: Part) {
  const { options } = textsOf(language)
  const rows = model.rows.value
  const missing = rows.filter(row => row.state !== 'granted')
  return (
    <section class="apart">
      <h2>{options.hostsTitle}</h2>
      <p role="status">{options.hostsSeen(rows.length - missing.length, rows.length)}</p>
      <ul class="hosts">
        {missing.map(row => (
          <Host key={row.host} row={row} model={model} language={language} />
        ))}
      </ul>
    </section>
  )
}

function Host({ row, model, language }: Part & { row: HostRow }) {
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

function Support({ model, language }: Part) {
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
