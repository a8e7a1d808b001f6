// Entry of the welcome page.
import { render } from 'preact'
import { textsOf } from '../../../shared/text/extension.ts'
import { sendCommand } from '../../pages/command.ts'
import { createLanguage } from '../../pages/language.ts'
import { mount } from '../../pages/mount.ts'
import { start } from '../../pages/start.ts'
import { createWelcome } from '../../pages/welcome/model.ts'
import { Welcome } from '../../pages/welcome/Welcome.tsx'
import { policyNow } from '../../policy.ts'
import { watchPolicy } from '../../policy-changes.ts'
import { openStore } from '../../store/db.ts'

/** A build for a province sets its own hub; without one the page offers the hub on this machine. */
const DEFAULT_HUB: string = import.meta.env.VITE_HUB_URL ?? 'http://127.0.0.1:8787'

void start(async () => {
  const [db, policy] = await Promise.all([openStore(), policyNow()])
  const lang = await createLanguage(db, policy, sendCommand)
  const model = await createWelcome({
    db,
    send: sendCommand,
    now: Date.now,
    policy,
    defaultHub: DEFAULT_HUB,
    wanted: location.hash.slice(1),
  })
  watchPolicy(model.applyPolicy)
  mount(
    lang,
    language => textsOf(language).welcome.title,
    place => render(<Welcome model={model} lang={lang} />, place),
  )
})
