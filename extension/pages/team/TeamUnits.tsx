// Seen by managers: units beside each other, and units by platforms. Every cell says its range in words and by a sign.
import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import type { Range, Team, TeamUnit, TeamWeek, Told } from '../../../shared/wire/team.ts'
import { rangeText, valueText, whyText } from './figure-text.ts'
import { Whys } from './HiddenReasons.tsx'

interface Props {
  readonly team: Team
  readonly week: TeamWeek
  readonly language: Language
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

export const nameOfUnit = (row: TeamUnit & { readonly whole?: boolean }, language: Language): string => {
  const { team } = textsOf(language)
  if (row.whole) return team.wholeAgency
  return row.unit === null ? team.notNamed : (row.name?.[language] ?? row.unit)
}

const SIGNS = ['▁', '▃', '▅', '▇']

const depthOf = (cell: Told<Range>): number =>
  cell.told ? Math.min(3, Math.floor((cell.value.from + cell.value.to) / 2 / 2500)) : -1

export function PlatformMap({ team, week, language, nameOf }: Props) {
  const { team: texts } = textsOf(language)
  const platforms = week.detail?.platforms ?? []
  if (platforms.length === 0) return null
  const rows = unitRows(week)
  return (
    <>
      <Scrolled label={texts.map}>
        <table class="heat map">
          <caption>
            {texts.map} <span class="faint">{texts.mapKey(SIGNS.join(' '))}</span>
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
                    title={whyText(cell, team.minGroup, language) ?? undefined}
                  >
                    {cell.told && <span aria-hidden="true">{SIGNS[depthOf(cell)]} </span>}
                    {rangeText(cell, 'share', language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <Whys cells={rows.flatMap(row => row.platforms)} minGroup={team.minGroup} language={language} />
    </>
  )
}

export function Units({ team, week, language }: Omit<Props, 'nameOf'>) {
  const { team: texts } = textsOf(language)
  const rows = week.detail?.units ?? []
  if (rows.length === 0) return <p class="faint">{texts.noUnits}</p>
  const cells = rows.flatMap(row => [row.size, row.active, row.minutes])
  return (
    <>
      <Scrolled label={texts.units}>
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
      </Scrolled>
      <Whys cells={cells} minGroup={team.minGroup} language={language} />
    </>
  )
}

/** A table wider than the window is scrolled by keyboard, too. */
export function Scrolled({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is scrolled by keyboard
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
