// Seen by managers: the newest week in figures, bars and bands. Props in, markup out.

import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { measureWords } from '../../../shared/text/measures.ts'
import { percentText, scoreText, weekText } from '../../../shared/ui/format.ts'
import { type Figure, figureOf, type MeasureId } from '../../../shared/wire/figures.ts'
import type { Team, TeamWeek, Told } from '../../../shared/wire/team.ts'
import { figureText, rangeText, valueText, whyText } from './figure-text.ts'
import { besideBlock, weakest } from './insights.ts'
import { movesOf } from './score-levers.ts'

export interface WeekProps {
  readonly team: Team
  readonly week: TeamWeek
  readonly language: Language
}

/** One sentence that sums the week up, and one each for the block and for the weakest platform. */
export function Sentence({
  team,
  week,
  language,
  nameOf,
}: WeekProps & { readonly nameOf: (platform: string) => string }) {
  const { team: texts } = textsOf(language)
  const told = (id: MeasureId) => {
    const { cell, unit } = figureOf(week, id)
    return cell?.told ? valueText(cell.value, unit, language) : null
  }
  const [enrolled, share, use] = [told('enrolled'), told('enrolledShare'), told('activeShare')]
  const before = team.weeks.at(-2)?.activeShare
  const [beside, weak] = [besideBlock(team, week), weakest(week)]
  const change =
    week.activeShare.told && before?.told ? texts.change((week.activeShare.value - before.value) / 100) : ''
  return (
    <p class="lead sentence">
      {weekText(week.week, language)}:{' '}
      {enrolled && share ? texts.joined(enrolled, share) : texts.joinedHidden}
      {use ? `${texts.used(use)}${change}.` : texts.usedHidden}
      {beside !== null && ` ${texts.besideBlock(beside)}`}
      {weak && ` ${texts.weakest(nameOf(weak.platform), rangeText(tell(weak.users), 'share', language))}`}
    </p>
  )
}

const tell = <T,>(value: T): Told<T> => ({ told: true, value })

/** Adoption over the official headcount, with the target and the median of the block. */
export function Adoption({ team, week, language }: WeekProps) {
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
          <Why cell={cell} team={team} language={language} />
        </div>
      ))}
    </section>
  )
}

function Why(props: { cell: Figure['cell']; team: Team; language: Language }) {
  const { cell, team, language } = props
  const why = cell && whyText(cell, team.minGroup, language)
  return why ? <p class="faint why">{why}</p> : null
}

const FUNNEL: readonly MeasureId[] = ['headcount', 'invited', 'enrolled', 'reported', 'active', 'regular']

/** Invited → enrolled → first report → active → regular. */
export function Funnel({ team, week, language }: WeekProps) {
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
            <Why cell={step.cell} team={team} language={language} />
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
export function Habits({ team, week, language }: WeekProps) {
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
              <Why cell={figure.cell} team={team} language={language} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function Moves({ team, week, language }: WeekProps) {
  const { team: texts } = textsOf(language)
  const moves = movesOf(team, week)
  return (
    <section class="card">
      <h3>{texts.movesTitle}</h3>
      {moves.length === 0 && <p>{texts.noMoves}</p>}
      <ol>
        {moves.map(({ band, people, tenths }) => (
          <li key={band}>
            {texts.moves[band](people, scoreText(tenths, language), team.score?.enoughMinutes ?? 0)}
          </li>
        ))}
      </ol>
      <p class="faint">{texts.movesNote}</p>
    </section>
  )
}
