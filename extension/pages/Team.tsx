// Seen by managers: how the unit takes part, week by week. Counts of groups, never a person.
import type { BasisPoints } from '../../shared/core/score.ts'
import { countText, instantText, percentText, weekText } from '../../shared/ui/format.ts'
import type { Language } from '../../shared/wire/page.ts'
import type { Team as Released, TeamWeek } from '../../shared/wire/team.ts'
import { textsOf } from '../text/texts.ts'
import { Heading } from './Heading.tsx'
import type { LanguageModel } from './language.ts'
import { clockText } from './refusal.ts'
import { ShareLine } from './ShareLine.tsx'
import type { TeamModel } from './team-model.ts'

export function Team({ model, lang }: { model: TeamModel; lang: LanguageModel }) {
  const language = lang.language.value
  const texts = textsOf(language)
  const team = model.team.value
  return (
    <main lang={language}>
      <Heading title={texts.team.title} sample={team?.sample ?? false} language={language} lang={lang} />
      {model.mayChoose && <AgencyChoice model={model} language={language} />}
      <Trouble model={model} language={language} />
      {team && <Weeks team={team} language={language} />}
      {!team && !model.trouble.value && <p role="status">{texts.loading}</p>}
      <p class="faint">{texts.team.looked}</p>
    </main>
  )
}

function AgencyChoice({ model, language }: { model: TeamModel; language: Language }) {
  return (
    <label class="field">
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

function Weeks({ team, language }: { team: Released; language: Language }) {
  const { team: texts } = textsOf(language)
  if (team.weeks.length === 0) return <p>{texts.noWeeks}</p>
  return (
    <section>
      <h2>{team.agency.name[language]}</h2>
      <p class="faint">{texts.releasedAt(instantText(team.at, language))}</p>
      <Trend weeks={team.weeks} language={language} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is scrolled by keyboard */}
      <section class="scroll" aria-label={texts.title} tabIndex={0}>
        <table>
          <caption>{texts.lead(team.minGroup)}</caption>
          <thead>
            <tr>
              {[texts.week, texts.headcount, texts.enrolled, texts.enrolledShare, texts.activeShare].map(
                heading => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {[...team.weeks].reverse().map(week => (
              <WeekRow key={week.week} week={week} language={language} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function WeekRow({ week, language }: { week: TeamWeek; language: Language }) {
  const count = (n: number): string => countText(n, language)
  const share = (part: BasisPoints): string => percentText(part, language)
  return (
    <tr>
      <th scope="row">{weekText(week.week, language)}</th>
      <td>{week.headcount === null ? textsOf(language).team.unknown : count(week.headcount)}</td>
      <Cell cell={week.enrolled} say={count} language={language} />
      <Cell cell={week.enrolledShare} say={share} language={language} />
      <Cell cell={week.activeShare} say={share} language={language} />
    </tr>
  )
}

/** A number, or in words why it is not told. */
function Cell(props: { cell: TeamWeek['enrolled']; say: (n: number) => string; language: Language }) {
  const { cell, say, language } = props
  if (cell.told) return <td>{say(cell.value)}</td>
  return <td class="hidden-cell">{textsOf(language).team.hidden[cell.why]}</td>
}

function Trend({ weeks, language }: { weeks: Released['weeks']; language: Language }) {
  const { team } = textsOf(language)
  const shares = weeks.map(week => (week.activeShare.told ? week.activeShare.value : null))
  const told = shares.filter(share => share !== null)
  const [first, last] = [told[0], told.at(-1)]
  if (first === undefined || last === undefined || told.length < 2) return null
  const label = team.trend(percentText(first, language), percentText(last, language))
  return (
    <figure>
      <figcaption>{label}</figcaption>
      <ShareLine shares={shares} label={label} />
    </figure>
  )
}
