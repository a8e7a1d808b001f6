// Entry of the options page.
import { render } from 'preact'
import { browser } from 'wxt/browser'
import { textsOf } from '../../../shared/text/extension.ts'
import { fetchWithTimeout } from '../../hub-client.ts'
import { sendCommand } from '../../pages/command.ts'
import { createLanguage } from '../../pages/language.ts'
import { mount } from '../../pages/mount.ts'
import { askForHost, askToNotify, isInstalledHost, seesHost } from '../../pages/options/host-permission.ts'
import { createOptions } from '../../pages/options/model.ts'
import { Options } from '../../pages/options/Options.tsx'
import { policyNow } from '../../policy.ts'
import { openStore } from '../../store/db.ts'

const [db, policy] = await Promise.all([openStore(), policyNow()])
const lang = await createLanguage(db, policy, sendCommand)
const model = await createOptions({
  db,
  policy,
  fetch: fetchWithTimeout,
  now: Date.now,
  hosts: { sees: seesHost, ask: askForHost, isOwn: isInstalledHost },
  send: sendCommand,
  copy: text => navigator.clipboard.writeText(text),
  askToNotify,
  versions: { version: browser.runtime.getManifest().version, browser: navigator.userAgent },
})
mount(
  lang,
  language => textsOf(language).options.title,
  place => render(<Options model={model} lang={lang} />, place),
)
