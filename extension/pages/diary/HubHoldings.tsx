// Seen: all that the hub holds about me, and who looked at my unit's numbers.

import { textsOf } from '../../../shared/text/extension.ts'
import { dayText, durationText, instantText, weekText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { Holdings } from './holdings.ts'
import { LeaveUnit } from './LeaveUnit.tsx'
import type { DiaryModel } from './model.ts'

interface Props {
  readonly model: DiaryModel
}

/** What the hub holds of this person, on request, as it answers. */
export function HubHoldings({ model }: Props) {
  const language = useLanguage()
  const { diary } = textsOf(language)
  const holdings = model.holdings.value
  return (
    <section class="apart" id="held">
      <h2>{diary.heldTitle}</h2>
      {model.own.value.self ? (
        <p>
          <button type="button" name="held" disabled={model.busy.value} onClick={model.fetchHoldings}>
            {diary.ask}
          </button>
        </p>
      ) : (
        <p>{diary.notJoined}</p>
      )}
      <div role="status">
        {holdings && <p class="done">{diary.heldAt(instantText(holdings.at, language))}</p>}
      </div>
      {holdings && <HoldingsList holdings={holdings} model={model} />}
    </section>
  )
}

function HoldingsList({ holdings, model }: Props & { holdings: Holdings }) {
  const language = useLanguage()
  const { diary } = textsOf(language)
  const { me, views } = holdings
  const agency = model.own.value.agency?.name[language] ?? me.agencyId
  return (
    <>
      <ul>
        <li>{diary.heldAgency(agency, instantText(me.enrolledAt, language))}</li>
        <li>{diary.heldUnit(me.unitId)}</li>
        <li>{diary.heldConsent(me.consent.version, instantText(me.consent.at, language))}</li>
        <li>{diary.heldDevices(me.devices.map(device => device.deviceId).join(', '))}</li>
      </ul>
      <LeaveUnit model={model} />
      <details open={me.days.length <= 10}>
        <summary>{diary.heldDays(me.days.length)}</summary>
        <ul>
          {me.days.map(row => (
            <li key={`${row.deviceId} ${row.day} ${row.platform}`}>
              {dayText(row.day)} · {model.nameOf(row.platform, language)} ·{' '}
              {durationText(row.seconds, language)}
            </li>
          ))}
        </ul>
      </details>
      <h3>{diary.viewsTitle}</h3>
      {views.length === 0 && <p>{diary.noViews}</p>}
      <ul>
        {views.map(view => (
          <li key={`${view.at} ${view.week} ${view.what}`}>
            {instantText(view.at, language)} · {diary.roles[view.role]} · {weekText(view.week, language)} ·{' '}
            {diary.looks[view.what]}
          </li>
        ))}
      </ul>
    </>
  )
}
