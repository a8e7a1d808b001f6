// Seen by managers: units beside each other, and units by platforms. Every cell says its range in words and by a sign.

import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { Range, ReleasedCell, Team, TeamUnit, TeamWeek } from '../../../shared/wire/team.ts'
import { Scrollable } from '../Scrollable.tsx'
import { hiddenText, rangeText, valueText } from './figure-text.ts'
import { HiddenReasons } from './HiddenReasons.tsx'
import { DEPTHS, drawTeamSigns } from './team-signs.ts'

interface Props {
  readonly team: Team
  readonly week: TeamWeek
  readonly nameOf: (platform: string) => string
}

interface UnitRow extends TeamUnit {
  readonly whole: boolean
}

/** The whole agency first, then its units. */
export function unitRows({ detail }: TeamWeek): readonly UnitRow[] {
  if (!detail) return []
  const hidden = { told: false as const, why: 'too-few' as const }
  const whole = { whole: true, unit: null, name: null, size: hidden, active: hidden, minutes: detail.minutes }
  return [
    { ...whole, platforms: detail.platforms.map(one => one.users) },
    ...detail.units.map(unit => ({ ...unit, whole: false })),
  ]
}

/** The name of a unit, of the whole agency, or of those who named none. */
export const nameOfUnit = (row: TeamUnit & { readonly whole?: boolean }, language: Language): string => {
  const { team } = textsOf(language)
  if (row.whole) return team.wholeAgency
  return row.unit === null ? team.notNamed : (row.name?.[language] ?? row.unit)
}

const depthOf = (cell: ReleasedCell<Range>): number =>
  cell.told ? Math.min(3, Math.floor((cell.value.from + cell.value.to) / 2 / 2500)) : -1

/** Units by platforms in shares; a hidden cell is a sign with its reason. */
export function PlatformMap({ team, week, nameOf }: Props) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  const platforms = week.detail?.platforms ?? []
  if (platforms.length === 0) return null
  const rows = unitRows(week)
  return (
    <>
      <Scrollable label={texts.map}>
        <table class="heat map">
          <caption>
            {texts.map} <span class="faint">{drawTeamSigns(texts.mapKey(DEPTHS.join(' ')))}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{texts.unit}</th>
              {platforms.map(({ platform }) => (
                <th key={platform} scope="col">
                  {nameOf(platform)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={`${row.whole} ${row.unit}`}>
                <th scope="row">{nameOfUnit(row, language)}</th>
                {row.platforms.map((cell, i) => (
                  <td
                    key={platforms[i]?.platform}
                    class={cell.told ? `depth-${depthOf(cell) + 1}` : 'hidden-cell'}
                    title={hiddenText(cell, team.minGroup, language) ?? undefined}
                  >
                    {cell.told && (
                      <span aria-hidden="true">{drawTeamSigns(DEPTHS[depthOf(cell)] ?? '')} </span>
                    )}
                    {rangeText(cell, 'share', language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <HiddenReasons cells={rows.flatMap(row => row.platforms)} minGroup={team.minGroup} />
    </>
  )
}

/** The units of an agency in a week; nothing where the week has no detail. */
export function TeamUnits({ team, week }: Omit<Props, 'nameOf'>) {
  const language = useLanguage()
  const { team: texts } = textsOf(language)
  const rows = week.detail?.units ?? []
  if (rows.length === 0) return <p class="faint">{texts.noUnits}</p>
  const cells = rows.flatMap(row => [row.size, row.active, row.minutes])
  return (
    <>
      <Scrollable label={texts.units}>
        <table class="units">
          <caption>{texts.units}</caption>
          <thead>
            <tr>
              {[texts.unit, texts.enrolled, texts.unitActive, texts.unitMinutes].map(heading => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.unit}>
                <th scope="row">{nameOfUnit(row, language)}</th>
                <td>{rangeText(row.size, 'count', language)}</td>
                <td>{rangeText(row.active, 'share', language)}</td>
                <td>
                  {row.minutes.told
                    ? valueText(row.minutes.value, 'minutes', language)
                    : texts.hidden[row.minutes.why]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <HiddenReasons cells={cells} minGroup={team.minGroup} />
    </>
  )
}
