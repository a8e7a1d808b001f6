// Seen by managers: how the unit takes part, week by week. Counts of groups, never a person.

import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { instantText, weekText } from '../../../shared/ui/format.ts'
import type { Team as Table } from '../../../shared/wire/team.ts'
import { Heading } from '../Heading.tsx'
import type { LanguageModel } from '../language.ts'
import { clockText } from '../refusal.ts'
import { Lead } from './LeadOverview.tsx'
import { FILES, type TeamModel } from './model.ts'
import { PaperHead, PaperSigns } from './PrintReport.tsx'
import { Notes, Trend, Weeks } from './TeamTrend.tsx'
import { PlatformMap, Units } from './TeamUnits.tsx'
import { Adoption, Funnel, Habits, Moves, Sentence } from './TeamWeekParts.tsx'

export function Team({ model, lang }: { model: TeamModel; lang: LanguageModel }) {
  const language = lang.language.value
  const texts = textsOf(language)
  const team = model.team.value
  const overview = model.overview.value
  return (
    <main lang={language}>
      <Heading title={texts.team.title} sample={team?.sample ?? false} language={language} lang={lang} />
      {model.mayChoose.value && <AgencyChoice model={model} language={language} />}
      <Trouble model={model} language={language} />
      {team && <Released team={team} model={model} language={language} />}
      {!team && !model.trouble.value && <p role="status">{texts.loading}</p>}
      {model.mayChoose.value && (
        <section class="no-print apart">
          <p>
            <button type="button" name="lead" onClick={() => void model.askLead()}>
              {texts.team.lead.ask}
            </button>
          </p>
          {overview && (
            <Lead
              overview={overview}
              blocks={model.blocks}
              language={language}
              take={file => void model.takeLead(file, language)}
            />
          )}
        </section>
      )}
      <p class="faint no-print">{texts.team.looked}</p>
    </main>
  )
}

function AgencyChoice({ model, language }: { model: TeamModel; language: Language }) {
  return (
    <label class="field no-print">
      <span>{textsOf(language).team.agency}</span>
      <select value={model.agency.value} onChange={event => model.choose(event.currentTarget.value)}>
        {model.agencies.map(agency => (
          <option key={agency.id} value={agency.id} selected={agency.id === model.agency.value}>
            {agency.name[language]}
          </option>
        ))}
      </select>
    </label>
  )
}

function Trouble({ model, language }: { model: TeamModel; language: Language }) {
  const { team } = textsOf(language)
  const trouble = model.trouble.value
  const fetchedAt = model.fetchedAt.value
  return (
    <div role="alert">
      {trouble && (
        <p class="trouble">
          {trouble.clockDifferenceMs === undefined
            ? team.trouble[trouble.why]
            : clockText(trouble.clockDifferenceMs, language)}{' '}
          {model.team.value && fetchedAt !== null && team.staleSince(instantText(fetchedAt, language))}
        </p>
      )}
    </div>
  )
}

function Released({ team, model, language }: { team: Table; model: TeamModel; language: Language }) {
  const { team: texts } = textsOf(language)
  const week = team.weeks.at(-1)
  if (!week) return <p>{texts.noWeeks}</p>
  const part = { team, week, language }
  const nameOf = (platform: string) => model.nameOf(platform, language)
  const since = week.detail?.membersSince
  return (
    <section class="released">
      <PaperHead team={team} language={language} />
      <h2 class="no-print">{team.agency.name[language]}</h2>
      <p class="faint no-print">{texts.releasedAt(instantText(team.at, language))}</p>
      <Sentence {...part} nameOf={nameOf} />
      <div class="two">
        <Adoption {...part} />
        <Funnel {...part} />
      </div>
      {since && <p class="faint">{texts.membersSince(weekText(since, language))}</p>}
      <Trend team={team} language={language} />
      <Notes
        team={team}
        language={language}
        mayWrite={model.mayWrite}
        today={model.today()}
        write={model.write}
        remove={model.removeNote}
      />
      <Habits {...part} />
      <PlatformMap {...part} nameOf={nameOf} />
      <Units {...part} />
      <Moves {...part} />
      <h3>{texts.detail}</h3>
      <Weeks team={team} language={language} />
      <Files model={model} language={language} />
      <PaperSigns language={language} />
    </section>
  )
}

function Files({ model, language }: { model: TeamModel; language: Language }) {
  const { team } = textsOf(language)
  return (
    <section class="no-print">
      <h3>{team.files}</h3>
      <p class="row">
        {FILES.map(file => (
          <button key={file} type="button" name={file} onClick={() => void model.take(file, language)}>
            {file === 'print' ? team.print : file.toUpperCase()}
          </button>
        ))}
      </p>
      <p class="faint">{team.filesNote}</p>
    </section>
  )
}
