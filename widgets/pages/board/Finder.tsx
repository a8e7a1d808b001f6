// Which scoreboard: campaign, week, a name typed with or without diacritics. A plain form: it works without JavaScript.

import { words } from '../../../shared/text/ui.ts'
import { weekText } from '../../../shared/ui/format.ts'
import type { Page, PageFrame } from '../../../shared/wire/page.ts'
import { linksOf } from '../links.ts'

type Wish = Extract<Page, { page: 'scoreboard' }>

/** A form that works without script: a name, a week, a campaign. */
export function Finder({ frame, wish }: { readonly frame: PageFrame; readonly wish: Wish }) {
  const { lang, campaigns = [], weeks = [], bundle } = frame
  const said = words(lang)
  return (
    <form method="get" action={linksOf(frame).home()} class="chooser fields" aria-label={said.findName}>
      {lang === 'en' && <input type="hidden" name="lang" value="en" />}
      {wish.level === 'commune' && <input type="hidden" name="level" value="commune" />}
      {wish.block && <input type="hidden" name="block" value={wish.block} />}
      <div class="field">
        <label for="q">{said.findName}</label>
        <input id="q" type="search" name="q" value={wish.search ?? ''} maxLength={80} autocomplete="off" />
      </div>
      {weeks.length > 0 && (
        <div class="field">
          <label for="week">{said.columns.week}</label>
          <select id="week" name="week">
            <option value="">{said.now}</option>
            {weeks.map(week => (
              <option key={week} value={week} selected={week === wish.week}>
                {weekText(week, lang)}
              </option>
            ))}
          </select>
        </div>
      )}
      {campaigns.length > 1 && (
        <div class="field">
          <label for="campaign">{said.campaign}</label>
          <select id="campaign" name="campaign">
            {campaigns.map(({ id, number, name }) => (
              <option key={id} value={id} selected={id === bundle.campaign.id}>
                {number}: {name[lang]}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="submit">{said.find}</button>
    </form>
  )
}
