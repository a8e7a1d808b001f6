// Seen by managers: how the unit takes part, week by week. Counts of groups, never a person.

import { textsOf } from '../../../shared/text/extension.ts'
import { instantText, weekText } from '../../../shared/ui/format.ts'
import { LanguageContext, useLanguage } from '../../../shared/ui/language-context.ts'
import type { Team as Table } from '../../../shared/wire/team.ts'
import { Heading } from '../Heading.tsx'
import type { LanguageModel } from '../language.ts'
import { clockText } from '../refusal.ts'
import { TEAM_EXPORTS } from './export-formats.ts'
import { LeadOverview } from './LeadOverview.tsx'
import type { TeamModel } from './model.ts'
import { PrintHead, PrintSignatures } from './PrintReport.tsx'
import { TeamNotes, TeamTrend, WeekTable } from './TeamTrend.tsx'
import { PlatformMap, TeamUnits } from './TeamUnits.tsx'
import { Adoption, Funnel, Habits, ScoreLevers, WeekSentence } from './WeekFigures.tsx'

/** The manager’s page: a week of the agency as far as it may be told. */
export function Team({ model, lang }: { model: TeamModel; lang: LanguageModel }) {
  const language = lang.language.value
  const texts = textsOf(language)
  const team = model.team.value
  const overview = model.overview.value
  return (
    <LanguageContext.Provider value={language}>
      <main lang={language}>
        <Heading title={texts.team.title} sample={team?.sample ?? false} choose={lang.choose} />
        {model.mayChoose.value && <AgencyChoice model={model} />}
        <TroubleMessage model={model} />
        {team && <ReleasedTable team={team} model={model} />}
        {!team && !model.trouble.value && <p role="status">{texts.loading}</p>}
        {model.mayChoose.value && (
          <section class="no-print apart">
            <p>
              <button type="button" name="lead" onClick={() => void model.refreshOverview()}>
                {texts.team.lead.ask}
              </button>
            </p>
            {overview && (
              <LeadOverview
                overview={overview}
                blocks={model.blocks}
                exportAs={format => void model.exportOverview(format, language)}
              />
            )}
          </section>
        )}
        <p class="faint no-print">{texts.team.looked}</p>
      </main>
    </LanguageContext.Provider>
  )
}

function AgencyChoice({ model }: { model: TeamModel }) {
  const language = useLanguage()
  return (
    <label class="field no-print">
      <span>{textsOf(language).team.agency}</span>
      <select value={model.agency.value} onChange={event => model.chooseAgency(event.currentTarget.value)}>
        {model.agencies.map(agency => (
          <option key={agency.id} value={agency.id} selected={agency.id === model.agency.value}>
            {agency.name[language]}
          </option>
        ))}
      </select>
    </label>
  )
}

function TroubleMessage({ model }: { model: TeamModel }) {
  const language = useLanguage()
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

function ReleasedTable({ team, model }: { team: Table; model: TeamModel }) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  const week = team.weeks.at(-1)
  if (!week) return <p>{texts.noWeeks}</p>
  const part = { team, week }
  const nameOf = (platform: string) => model.nameOf(platform, language)
  const since = week.detail?.membersSince
  return (
    <section class="released">
      <PrintHead team={team} />
      <h2 class="no-print">{team.agency.name[language]}</h2>
      <p class="faint no-print">{texts.releasedAt(instantText(team.at, language))}</p>
      <WeekSentence {...part} nameOf={nameOf} />
      <div class="two">
        <Adoption {...part} />
        <Funnel {...part} />
      </div>
      {since && <p class="faint">{texts.membersSince(weekText(since, language))}</p>}
      <TeamTrend team={team} />
      <TeamNotes
        team={team}
        mayWrite={model.mayWrite}
        today={model.today()}
        write={model.addNote}
        remove={model.removeNote}
      />
      <Habits {...part} />
      <PlatformMap {...part} nameOf={nameOf} />
      <TeamUnits {...part} />
      <ScoreLevers {...part} />
      <h3>{texts.detail}</h3>
      <WeekTable team={team} />
      <ExportSection model={model} />
      <PrintSignatures />
    </section>
  )
}

function ExportSection({ model }: { model: TeamModel }) {
  const language = useLanguage()
  const { team } = textsOf(language)
  return (
    <section class="no-print">
      <h3>{team.files}</h3>
      <p class="row">
        {TEAM_EXPORTS.map(format => (
          <button
            key={format}
            type="button"
            name={format}
            onClick={() => void model.exportFile(format, language)}
          >
            {format === 'print' ? team.print : format.toUpperCase()}
          </button>
        ))}
      </p>
      <p class="faint">{team.filesNote}</p>
    </section>
  )
}
