// Seen by a campaign lead: the agencies of the scope by level and block, from released cells alone.

import { textsOf } from '../../../shared/text/extension.ts'
import { countText, dayText, percentText, scoreText, weekText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { Block } from '../../../shared/wire/campaign.ts'
import type { LeadAgency, Overview } from '../../../shared/wire/overview.ts'
import { Scrollable } from '../Scrollable.tsx'
import { LEAD_EXPORTS, type LeadExport } from './export-formats.ts'
import { hiddenText, rangeText } from './figure-text.ts'
import { officialText } from './lead-files.ts'

interface Props {
  readonly overview: Overview
  readonly blocks: readonly Block[]
}

interface Exporting {
  /** Saves the same as a file. */
  readonly exportAs: (format: LeadExport) => void
}

/** The campaign lead’s page: agencies of a scope, who has not begun, and the tables to take along. */
export function LeadOverview({ overview, blocks, exportAs }: Props & Exporting) {
  const language = useLanguage()
  const { lead } = textsOf(language).team
  const waiting = overview.agencies.filter(agency => !agency.started)
  return (
    <section class="lead-page">
      <h2>{lead.title}</h2>
      <p>{lead.running(dayText(overview.closes), overview.daysOver)}</p>
      {overview.week && <p class="faint">{lead.newest(weekText(overview.week, language))}</p>}
      <h3>{lead.notStarted(waiting.length, overview.agencies.length)}</h3>
      <p class="faint">{lead.notStartedNote(overview.minGroup)}</p>
      {waiting.length > 0 && <p>{waiting.map(agency => agency.name[language]).join(' · ')}</p>}
      {blocks.map(block => {
        const own = overview.agencies.filter(a => a.block === block.id && a.level === block.level)
        if (own.length === 0) return null
        const name = `${lead.levels[block.level]} · ${block.name[language]}`
        return <BlockTable key={block.id} name={name} agencies={own} weeks={overview.weeks} />
      })}
      <Flags overview={overview} />
      <p class="row">
        {LEAD_EXPORTS.map(format => (
          <button key={format} type="button" name={`lead-${format}`} onClick={() => exportAs(format)}>
            {format.toUpperCase()}
          </button>
        ))}
        <span class="faint">{textsOf(language).team.filesNote}</span>
      </p>
    </section>
  )
}

/** People of the whole scope by kind of sign; a hidden one says why, and when it may appear. */
function Flags({ overview }: Pick<Props, 'overview'>) {
  const language = useLanguage()
  const { lead } = textsOf(language).team
  if (!overview.flags) return null
  return (
    <section class="flags">
      <h3>{lead.flagsTitle}</h3>
      <ul>
        {overview.flags.map(({ kind, people }) => (
          <li key={kind}>
            {lead.flags[kind]}:{' '}
            {people.told ? (
              <strong>{lead.flagPeople(rangeText(people, 'count', language))}</strong>
            ) : (
              <span class="faint why">{hiddenText(people, overview.minGroup, language)}</span>
            )}
          </li>
        ))}
      </ul>
      <p class="faint">{lead.flagsNote}</p>
    </section>
  )
}

interface BlockProps {
  readonly name: string
  readonly agencies: readonly LeadAgency[]
  readonly weeks: number
}

function BlockTable({ name, agencies, weeks }: BlockProps) {
  const language = useLanguage()
  const { lead } = textsOf(language).team
  return (
    <Scrollable label={name}>
      <table>
        <caption>{name}</caption>
        <thead>
          <tr>
            {lead.columns.map(heading => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agencies.map(agency => (
            <AgencyRow key={agency.id} agency={agency} weeks={weeks} />
          ))}
        </tbody>
      </table>
    </Scrollable>
  )
}

function AgencyRow({ agency, weeks }: { agency: LeadAgency; weeks: number }) {
  const language = useLanguage()
  const { team } = textsOf(language)
  const share = (cell: LeadAgency['enrolledShare']) =>
    cell === null ? team.unknown : cell.told ? percentText(cell.value, language) : team.hidden[cell.why]
  const score = agency.score === null ? '' : scoreText(agency.score, language)
  const rank = agency.rank === null ? '' : ` · ${team.lead.rank(agency.rank, agency.of ?? 0)}`
  return (
    <tr>
      <th scope="row">{agency.name[language]}</th>
      <td>{agency.headcount === null ? team.unknown : countText(agency.headcount, language)}</td>
      <td>{share(agency.enrolledShare)}</td>
      <td>{share(agency.activeShare)}</td>
      <td>{`${agency.complete}/${weeks}`}</td>
      <td>
        {score}
        {rank} {agency.state !== 'ranked' && <em>{team.lead.states[agency.state]}</em>}
      </td>
      <td>
        {agency.official.map(result => (
          <div key={`${result.target} ${result.period}`}>
            {officialText({ ...agency, official: [result] }, language)}
          </div>
        ))}
      </td>
    </tr>
  )
}
