// Entry of the popup: reads first, draws, then refreshes to the numbers of this second.
import { render } from 'preact'
import { browser } from 'wxt/browser'
import { popupTextsOf } from '../../../shared/text/popup.ts'
import { sendCommand } from '../../pages/command.ts'
import { createLanguage } from '../../pages/language.ts'
import { mount } from '../../pages/mount.ts'
import { askForHosts, hasHosts } from '../../pages/permission.ts'
import { createPopup } from '../../pages/popup/model.ts'
import { Popup } from '../../pages/popup/Popup.tsx'
import { start } from '../../pages/start.ts'
import { policyNow } from '../../policy.ts'
import { openStore } from '../../store/db.ts'

const REFRESH_MS = 1000

const inPopup = browser.extension.getViews({ type: 'popup' }).includes(window)
document.body.classList.toggle('tab', !inPopup)

void start(async () => {
  const db = await openStore()
  const [lang, model] = await Promise.all([
    policyNow().then(policy => createLanguage(db, policy, sendCommand)),
    createPopup({ db, send: sendCommand, now: Date.now, hasHosts, askForHosts }),
  ])
  mount(
    lang,
    language => popupTextsOf(language).popup.total,
    place => render(<Popup model={model} lang={lang} />, place),
  )
  void model.refresh()
  void model.refreshScore()
  setInterval(model.refresh, REFRESH_MS)
})
