// Seen by managers: twelve weeks as a line with the manager's own notes below it, and the same weeks as a table.

import { weekOf } from '../../../shared/core/day.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { measureWords } from '../../../shared/text/measures.ts'
import { dayText, percentText, weekText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import { figureOf, type MeasureId } from '../../../shared/wire/figures.ts'
import type { Team, TeamNote, TeamWeek } from '../../../shared/wire/team.ts'
import { Scrollable } from '../Scrollable.tsx'
import { figureText, hiddenText } from './figure-text.ts'
import { HiddenReasons } from './HiddenReasons.tsx'
import { noteEffect } from './insights.ts'
import { ShareLine } from './ShareLine.tsx'
import { drawTeamSigns, NOTE } from './team-signs.ts'

/** The share of working people over the weeks, in words as well. */
export function TeamTrend({ team }: { team: Team }) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  const shares = team.weeks.map(week => (week.activeShare.told ? week.activeShare.value : null))
  const released = team.weeks.flatMap(({ week, activeShare }) =>
    activeShare.told ? `${weekText(week, language)}: ${percentText(activeShare.value, language)}` : [],
  )
  const [first, last] = [released[0], released.at(-1)]
  if (first === undefined || last === undefined || released.length < 2) return null
  const gap = released.length < shares.length ? ` ${texts.trendGap}` : ''
  const label = `${texts.trend(first, last)}${gap}`
  const marks = (team.notes ?? []).map(note => team.weeks.findIndex(week => week.week === weekOf(note.day)))
  return (
    <figure>
      <figcaption>{label}</figcaption>
      <ShareLine shares={shares} label={label} marks={[...new Set(marks)].filter(mark => mark >= 0)} />
    </figure>
  )
}

interface NotesProps {
  readonly team: Team
  readonly mayWrite: boolean
  readonly today: string
  readonly write: (day: string, text: string) => void
  readonly remove: (id: string) => void
}

/** What a manager wrote about a week (a training, a flood); whoever may not write only reads. */
export function TeamNotes({ team, mayWrite, today, write, remove }: NotesProps) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const form = new FormData(event.currentTarget)
    write(String(form.get('day')), String(form.get('note')).normalize('NFC').trim())
    event.currentTarget.reset()
  }
  return (
    <section class="notes">
      <h3>{texts.notes}</h3>
      {(team.notes ?? []).length === 0 && <p class="faint">{texts.noNotes}</p>}
      <ul>
        {(team.notes ?? []).map(note => (
          <li key={note.id}>
            {drawTeamSigns(NOTE)} {dayText(note.day)}: {note.text} <NoteEffect team={team} note={note} />
            {mayWrite && (
              <button type="button" name={`drop-${note.id}`} class="plain" onClick={() => remove(note.id)}>
                {texts.dropNote}
                <span class="unseen"> {note.text}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <form onSubmit={submit} class="row no-print">
          <label class="field">
            <span>{texts.noteDay}</span>
            <input type="date" name="day" required max={today} defaultValue={today} />
          </label>
          <label class="field">
            <span>{texts.noteText}</span>
            <input name="note" required maxLength={80} />
          </label>
          <button type="submit" name="write-note">
            {texts.writeNote}
          </button>
        </form>
      )}
    </section>
  )
}

/** Whether a training worked: weekly use before it and from it on. */
function NoteEffect({ team, note }: { team: Team; note: TeamNote }) {
  const language = useLanguage()
  const effect = noteEffect(team, note)
  if (!effect) return null
  const [before, after] = [effect.before, effect.after].map(share => percentText(share, language))
  return <span class="faint">({textsOf(language).team.effect(before ?? '', after ?? '')}) </span>
}

const COLUMNS: readonly MeasureId[] = [
  'headcount',
  'enrolled',
  'enrolledShare',
  'active',
  'activeShare',
  'minutes',
]

/** Every released week with its measures, the newest first. */
export function WeekTable({ team }: { team: Team }) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  const [any] = team.weeks
  if (!any) return null
  const cells = team.weeks.flatMap(week => COLUMNS.map(id => figureOf(week, id).cell))
  return (
    <>
      <Scrollable label={texts.title}>
        <table class="weeks">
          <caption>{texts.tableLead(team.minGroup)}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.week}</th>
              {COLUMNS.map(id => (
                <th key={id} scope="col">
                  {measureWords(language)[id].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...team.weeks].reverse().map(week => (
              <WeekRow key={week.week} team={team} week={week} />
            ))}
          </tbody>
        </table>
      </Scrollable>
      <HiddenReasons cells={cells} minGroup={team.minGroup} />
    </>
  )
}

function WeekRow({ team, week }: { team: Team; week: TeamWeek }) {
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">{weekText(week.week, language)}</th>
      {COLUMNS.map(id => figureOf(week, id)).map(figure => (
        <td
          key={figure.id}
          class={figure.cell && !figure.cell.told ? 'hidden-cell' : undefined}
          title={(figure.cell && hiddenText(figure.cell, team.minGroup, language)) ?? undefined}
        >
          {figureText(figure, language)}
        </td>
      ))}
    </tr>
  )
}
