// Seen by managers: the newest week in figures, bars and bands. Props in, markup out.

import { textsOf } from '../../../shared/text/extension.ts'
import { measureWords } from '../../../shared/text/measures.ts'
import { percentText, scoreText, weekText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import { type Figure, figureOf, type MeasureId } from '../../../shared/wire/figures.ts'
import type { Team, TeamWeek } from '../../../shared/wire/team.ts'
import { figureText, hiddenText, rangeText, valueText } from './figure-text.ts'
import { aboveBlockMedian, weakestPlatform } from './insights.ts'
import { scoreLevers } from './score-levers.ts'

export interface WeekProps {
  readonly team: Team
  readonly week: TeamWeek
}

interface Named {
  readonly nameOf: (platform: string) => string
}

/** One sentence that sums the week up, and one each for the block and for the weakest platform. */
export function WeekSentence({ team, week, nameOf }: WeekProps & Named) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  const released = (id: MeasureId) => {
    const { cell, unit } = figureOf(week, id)
    return cell?.told ? valueText(cell.value, unit, language) : null
  }
  const [enrolled, share, use] = [released('enrolled'), released('enrolledShare'), released('activeShare')]
  const before = team.weeks.at(-2)?.activeShare
  const [beside, weak] = [aboveBlockMedian(team, week), weakestPlatform(week)]
  const change =
    week.activeShare.told && before?.told ? texts.change((week.activeShare.value - before.value) / 100) : ''
  return (
    <p class="lead sentence">
      {weekText(week.week, language)}:{' '}
      {enrolled && share ? texts.joined(enrolled, share) : texts.joinedHidden}
      {use ? `${texts.used(use)}${change}.` : texts.usedHidden}
      {beside !== null && ` ${texts.besideBlock(beside)}`}
      {weak &&
        ` ${texts.weakest(nameOf(weak.platform), rangeText({ told: true, value: weak.users }, 'share', language))}`}
    </p>
  )
}

/** Adoption over the official headcount, with the target and the median of the block. */
export function Adoption({ team, week }: WeekProps) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  const { target } = team.score ?? { target: null }
  const bars = [
    [texts.enrolledShare, week.enrolledShare, team.block?.enrolledShare ?? null],
    [texts.activeShare, week.activeShare, team.block?.activeShare ?? null],
  ] as const
  return (
    <section class="card">
      <h3>{texts.adoption}</h3>
      {bars.map(([name, cell, median]) => (
        <div key={name}>
          <p>
            {name}: <strong>{cell.told ? percentText(cell.value, language) : texts.hidden[cell.why]}</strong>
            {median !== null &&
              ` · ${texts.median(percentText(median, language), team.block?.agencies ?? 0)}`}
            {target !== null && ` · ${texts.target(percentText(target, language))}`}
          </p>
          <div class="meter" aria-hidden="true">
            {cell.told && <span class="fill" style={`inline-size:${cell.value / 100}%`} />}
            {median !== null && <span class="mark" style={`inset-inline-start:${median / 100}%`} />}
            {target !== null && <span class="mark goal" style={`inset-inline-start:${target / 100}%`} />}
          </div>
          <HiddenReason cell={cell} team={team} />
        </div>
      ))}
    </section>
  )
}

function HiddenReason({ cell, team }: { cell: Figure['cell']; team: Team }) {
  const language = useLanguage()
  const reason = cell && hiddenText(cell, team.minGroup, language)
  return reason ? <p class="faint why">{reason}</p> : null
}

const FUNNEL: readonly MeasureId[] = ['headcount', 'invited', 'enrolled', 'reported', 'active', 'regular']

/** Invited → enrolled → first report → active → regular. */
export function Funnel({ team, week }: WeekProps) {
  const language = useLanguage()
  const steps = FUNNEL.map(id => figureOf(week, id))
  const whole = Math.max(1, ...steps.map(({ cell }) => (cell?.told ? cell.value : 0)))
  return (
    <section class="card">
      <h3>{textsOf(language).team.funnel}</h3>
      <ol class="funnel">
        {steps.map(step => (
          <li key={step.id}>
            {measureWords(language)[step.id].name}: <strong>{figureText(step, language)}</strong>
            <div class="meter" aria-hidden="true">
              {step.cell?.told && (
                <span class="fill" style={`inline-size:${(step.cell.value * 100) / whole}%`} />
              )}
            </div>
            <HiddenReason cell={step.cell} team={team} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const HABITS: readonly MeasureId[] = [
  'stickiness',
  'breadth0',
  'breadth1',
  'breadth2',
  'breadth3',
  'minutes',
  'quartile1',
  'quartile3',
]

/** Stickiness, breadth and minutes: each with what it means. */
export function Habits({ team, week }: WeekProps) {
  const language = useLanguage()
  return (
    <section class="card">
      <h3>{textsOf(language).team.habits}</h3>
      <dl class="habits">
        {HABITS.map(id => figureOf(week, id)).map(figure => (
          <div key={figure.id}>
            <dt>
              {measureWords(language)[figure.id].name}{' '}
              <span class="faint">({measureWords(language)[figure.id].means})</span>
            </dt>
            <dd>
              <strong>{figureText(figure, language)}</strong>
              <HiddenReason cell={figure.cell} team={team} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What would move the agency’s score most, computed from released figures alone. */
export function ScoreLevers({ team, week }: WeekProps) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  const levers = scoreLevers(team, week)
  return (
    <section class="card">
      <h3>{texts.movesTitle}</h3>
      {levers.length === 0 && <p>{texts.noMoves}</p>}
      <ol>
        {levers.map(({ band, people, tenths }) => (
          <li key={band}>
            {texts.moves[band](people, scoreText(tenths, language), team.score?.enoughMinutes ?? 0)}
          </li>
        ))}
      </ol>
      <p class="faint">{texts.movesNote}</p>
    </section>
  )
}
